import { expect, test } from 'vitest';
import { wrapWords } from '../../src/text/wrap.ts';

test.each([
  ['between words', 'one two three', 8, 'one two\nthree'],
  ['a word that is too wide stays whole', 'see https://example.org/long now', 10, 'see\nhttps://example.org/long\nnow'],
  ['between Japanese characters, two cells each', '設定を変更しました', 10, '設定を変更\nしました'],
  ['no line begins with a full stop or a small kana', '設定を変更。終わり', 10, '設定を変\n更。終わり'],
  ['no line ends with an opening quote', '設定は「既定」です', 8, '設定は\n「既定」\nです'],
  ['an id in Chinese text is never cut', '使用模型 Qwen/Qwen3-8B 作为默认', 16, '使用模型\nQwen/Qwen3-8B 作\n为默认'],
  ['Korean between blanks only', '모델을 선택하세요', 12, '모델을\n선택하세요'],
  ['Thai at its marks, which are never shown', 'เลือก\u200bโมเดล\u200bเริ่มต้น', 10, 'เลือกโมเดล\nเริ่มต้น'],
])('%s', (_, text, columns, lines) => {
  expect(wrapWords(text, columns)).toBe(lines);
});
