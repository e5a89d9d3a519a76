import { en } from './en/en.ts';
import type { Language } from './locale.ts';
import type { Words } from './words.ts';

/** The tables besides English, which is in the program: each is a file of its own, read where it is chosen. */
const TABLES: Record<Exclude<Language, 'en'>, () => Promise<Words>> = {
  ja: async () => (await import('./ja/ja.ts')).ja,
  ko: async () => (await import('./ko/ko.ts')).ko,
  th: async () => (await import('./th/th.ts')).th,
  'zh-CN': async () => (await import('./zh-CN/zh-CN.ts')).zhCN,
  'zh-TW': async () => (await import('./zh-TW/zh-TW.ts')).zhTW,
};

/** All that a person reads in a language. */
export async function loadWords(language: Language): Promise<Words> {
  return language === 'en' ? en : TABLES[language]();
}
