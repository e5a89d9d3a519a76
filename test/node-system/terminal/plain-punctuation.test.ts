import { expect, test } from 'vitest';
import { createPlainPrompt } from '../../../src/node-system/prompt/plain-prompt.ts';
import { zhTW } from '../../../src/words/zh-TW/zh-TW.ts';

test('a list is read out with the punctuation of its language', async () => {
  const written: string[] = [];
  const prompt = createPlainPrompt({
    words: zhTW.prompts,
    write: (text) => written.push(text),
    ask: async (asked) => {
      written.push(asked);
      return { kind: 'answer', value: '1' };
    },
  });
  const rows = [
    { value: 'a', cells: ['Qwen/Qwen3-8B', '41k'], mark: '（目前）', detail: 'Qwen3 8B · 3 個推論提供者' },
    { value: 'b', cells: ['novita', '–'], mark: '目前無回應', disabled: true as const },
  ];
  const columns = [{ title: '' }, { title: '視窗' }];
  await prompt.choose({ message: '路由', columns, find: () => ({ rows, total: 2, note: '2 個 · 即時' }) });
  await prompt.secret({ message: '權杖', validate: () => undefined });
  expect(written.join('')).toBe(
    `路由：2 個，即時
1. Qwen/Qwen3-8B（目前），視窗 41k。Qwen3 8B，3 個推論提供者
2. novita 目前無回應，視窗 未知（無法使用）
請輸入 1 到 2 之間的數字、篩選文字或 b（返回） [1]：權杖（不顯示），輸入 b 返回：`,
  );
});
