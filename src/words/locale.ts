import { LANGUAGES, type Language } from './load-words.ts';

/** In real OpenClaw's own order: the first that is not empty decides. */
const VARIABLES = ['OPENCLAW_LOCALE', 'LC_ALL', 'LC_MESSAGES', 'LANG'] as const;

/**
 * The language that the environment asks for: `ja_JP.UTF-8` -> `ja`; English for `C`, `POSIX`, what is unknown, and
 * where the output can't show another one (`unicode` false).
 */
export function chooseLanguage(env: Readonly<Record<string, string | undefined>>, unicode: boolean): Language {
  if (!unicode) return 'en';
  const locale = VARIABLES.map((name) => env[name]).find((value) => value);
  const [language, ...parts] = (locale ?? '')
    .toLowerCase()
    .replace(/[.@].*$/, '')
    .split(/[-_]/);
  if (language === 'zh') return isTraditional(parts) ? 'zh-TW' : 'zh-CN';
  return LANGUAGES.find((known) => known === language) ?? 'en';
}

/** The script, where it is named, decides over the region. */
function isTraditional(parts: readonly string[]): boolean {
  if (parts.includes('hans')) return false;
  return ['hant', 'tw', 'hk'].some((part) => parts.includes(part));
}
