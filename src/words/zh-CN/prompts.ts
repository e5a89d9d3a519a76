import type { Words } from '../words.ts';
import { anyOf, close } from './units.ts';

export const prompts = {
  keys: {
    move: '↑↓ 移动',
    complete: 'tab 补全',
    choose: 'enter 选择',
    back: 'esc 返回',
    edit: 'tab 编辑',
  },
  above: (hidden) => `↑ 还有 ${hidden} 个`,
  below: (hidden) => `↓ 还有 ${hidden} 个`,
  hidden: '（不显示）',
  plain: {
    asked: ({ count, isFiltered, canGoBack }) => {
      const number = count === 0 ? [] : [count === 1 ? '1' : `1 到 ${count} 之间的数字`];
      const ways = [...number, ...(isFiltered ? ['筛选文字'] : []), ...(canGoBack ? ['b（返回）'] : [])];
      return close(`请输入 ${anyOf(ways)}`).trimEnd();
    },
    back: '输入 b 返回',
    more: (hidden) => `还有 ${hidden} 个`,
    unavailable: '（不可用）',
    marks: { comma: '，', stop: '。', colon: '：' },
    unknown: '未知',
    aloud: (text) => text.replaceAll(' · ', '，').replace(/(\d+) token\/秒/g, '每秒 $1 个 token'),
    notANumber: (count) => (count === 1 ? '请输入 1。' : `请输入 1 到 ${count} 之间的数字。`),
    default: (text) => `[${text}]`,
    confirm: '如仍要采用，请按 Enter；也可以输入其他答案。',
  },
} satisfies Words['prompts'];
