import { expect, test } from 'vitest';
import { viewLine } from '../../../src/node-system/prompt/line-prompt.ts';
import type { Look } from '../../../src/node-system/prompt/look.ts';
import { en } from '../../../src/words/en/en.ts';
import { zhTW } from '../../../src/words/zh-TW/zh-TW.ts';

const look: Look = {
  columns: 80,
  rows: 24,
  explained: 0,
  unicode: true,
  words: en.prompts,
  paint: (_, text) => text,
};
const NARROW = { columns: 40 };
const ASCII = { unicode: false };
const ALIAS = { message: 'Alias for deepseek-ai/DeepSeek-R1', initial: 'DeepSeek R1', isHidden: false };
const TOKEN = { message: 'Hugging Face token', isHidden: true };
const REFUSAL = 'That looks like a Groq key (gsk_…). A Hugging Face token starts with hf_.';

test.each([
  ['a default', ALIAS, { typed: '' }, {}, '? Alias for deepseek-ai/DeepSeek-R1  DeepSeek R1'],
  ['a text', ALIAS, { typed: 'R1' }, {}, '? Alias for deepseek-ai/DeepSeek-R1  R1'],
  ['a default below its question', ALIAS, { typed: '' }, NARROW, '? Alias for deepseek-ai/DeepSeek-R1\n  DeepSeek R1'],
  ['nothing yet', { message: 'Alias', isHidden: false }, { typed: '' }, {}, '? Alias  '],
  ['an empty secret', TOKEN, { typed: '' }, {}, '? Hugging Face token (hidden) '],
  ['a secret', TOKEN, { typed: 'hf_abc' }, {}, '? Hugging Face token (hidden) ••••••'],
  ['a long one', TOKEN, { typed: 'x'.repeat(90) }, NARROW, `? Hugging Face token (hidden) ${'•'.repeat(9)}`],
  ['one in ASCII', TOKEN, { typed: 'hf_abc' }, ASCII, '? Hugging Face token (hidden) ******'],
  ['a secret in Chinese', TOKEN, { typed: 'hf_' }, { words: zhTW.prompts }, '? Hugging Face token（不顯示） •••'],
  ['a refusal', TOKEN, { typed: '', refusal: REFUSAL }, {}, `✗ ${REFUSAL}\n? Hugging Face token (hidden) `],
  [
    'a refusal, narrow and in ASCII',
    TOKEN,
    { typed: '', refusal: REFUSAL },
    { ...NARROW, ...ASCII },
    'x That looks like a Groq key (gsk_...).\n  A Hugging Face token starts with hf_.\n? Hugging Face token (hidden) ',
  ],
])('%s', (_, question, state, other, expected) => {
  expect(viewLine({ validate: () => undefined, ...question }, state, { ...look, ...other })).toBe(expected);
});
