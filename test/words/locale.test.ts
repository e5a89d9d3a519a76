import { expect, test } from 'vitest';
import { en } from '../../src/words/en/en.ts';
import { LANGUAGES, loadWords } from '../../src/words/load-words.ts';
import { chooseLanguage } from '../../src/words/locale.ts';

test.each([
  [{}, 'en'],
  [{ LANG: 'C.UTF-8' }, 'en'],
  [{ LANG: 'POSIX' }, 'en'],
  [{ LANG: 'en_GB.UTF-8' }, 'en'],
  [{ LANG: 'de_DE.UTF-8' }, 'en'],
  [{ LANG: 'ja_JP.UTF-8' }, 'ja'],
  [{ LANG: 'ko_KR.utf8' }, 'ko'],
  [{ LANG: 'th_TH.UTF-8' }, 'th'],
  [{ LANG: 'th' }, 'th'],
  [{ LANG: 'zh_TW.UTF-8' }, 'zh-TW'],
  [{ LANG: 'zh_HK.UTF-8' }, 'zh-TW'],
  [{ LANG: 'zh-Hant-TW' }, 'zh-TW'],
  [{ LANG: 'zh-Hant' }, 'zh-TW'],
  [{ LANG: 'zh_CN.UTF-8' }, 'zh-CN'],
  [{ LANG: 'zh_SG.UTF-8' }, 'zh-CN'],
  [{ LANG: 'zh-Hans-HK' }, 'zh-CN'],
  [{ LANG: 'zh' }, 'zh-CN'],
  [{ LANG: 'ja_JP.UTF-8@currency=JPY' }, 'ja'],
  [{ LC_MESSAGES: 'ko_KR.UTF-8', LANG: 'ja_JP.UTF-8' }, 'ko'],
  [{ LC_ALL: 'en_US.UTF-8', LC_MESSAGES: 'ko_KR.UTF-8', LANG: 'ja_JP.UTF-8' }, 'en'],
  [{ OPENCLAW_LOCALE: 'th', LC_ALL: 'ko_KR.UTF-8' }, 'th'],
  [{ OPENCLAW_LOCALE: '', LC_ALL: 'ko_KR.UTF-8' }, 'ko'],
  [{ OPENCLAW_LOCALE: 'klingon', LANG: 'ja_JP.UTF-8' }, 'en'],
] as const)('%o speaks %s', (env, language) => {
  expect(chooseLanguage(env, true)).toBe(language);
});

test('a terminal that is not UTF-8 is spoken to in English', () => {
  expect(chooseLanguage({ OPENCLAW_LOCALE: 'ja' }, false)).toBe('en');
});

test('every language has words; English those that are in the program', async () => {
  expect(await loadWords('en')).toBe(en);
  for (const language of LANGUAGES) expect(Object.keys(await loadWords(language))).toEqual(Object.keys(en));
});
