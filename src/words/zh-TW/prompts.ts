import type { Words } from '../words.ts';
import { anyOf, close } from './units.ts';

export const prompts = {
  keys: {
    move: '↑↓ 移動',
    complete: 'tab 補全',
    choose: 'enter 選擇',
    back: 'esc 返回',
    edit: 'tab 編輯',
  },
  above: (hidden) => `↑ 還有 ${hidden} 個`,
  below: (hidden) => `↓ 還有 ${hidden} 個`,
  hidden: '（不顯示）',
  plain: {
    asked: ({ count, isFiltered, canGoBack }) => {
      const number = count === 0 ? [] : [count === 1 ? '1' : `1 到 ${count} 之間的數字`];
      const ways = [...number, ...(isFiltered ? ['篩選文字'] : []), ...(canGoBack ? ['b（返回）'] : [])];
      return close(`請輸入 ${anyOf(ways)}`).trimEnd();
    },
    back: '輸入 b 返回',
    more: (hidden) => `還有 ${hidden} 個`,
    unavailable: '（無法使用）',
    marks: { comma: '，', stop: '。', colon: '：' },
    unknown: '未知',
    aloud: (text) => text.replaceAll(' · ', '，').replace(/(\d+) token\/秒/g, '每秒 $1 個 token'),
    notANumber: (count) => (count === 1 ? '請輸入 1。' : `請輸入 1 到 ${count} 之間的數字。`),
    default: (text) => `[${text}]`,
    confirm: '若仍要採用，請按 Enter；也可以輸入其他答案。',
  },
} satisfies Words['prompts'];
