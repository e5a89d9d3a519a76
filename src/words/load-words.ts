import { en } from './en/en.ts';
import type { Words } from './words.ts';

/** A table a language. English is in the program; each other one is a file of its own, read where it is chosen. */
const TABLES = {
  en: async () => en,
  ja: async () => (await import('./ja/ja.ts')).ja,
  ko: async () => (await import('./ko/ko.ts')).ko,
  th: async () => (await import('./th/th.ts')).th,
  'zh-CN': async () => (await import('./zh-CN/zh-CN.ts')).zhCN,
  'zh-TW': async () => (await import('./zh-TW/zh-TW.ts')).zhTW,
} satisfies Record<string, () => Promise<Words>>;

export type Language = keyof typeof TABLES;

/** The languages that a person can be spoken to in. */
export const LANGUAGES = Object.keys(TABLES) as Language[];

/** All that a person reads in a language. */
export async function loadWords(language: Language): Promise<Words> {
  return TABLES[language]();
}
