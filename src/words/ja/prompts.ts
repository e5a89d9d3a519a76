import type { prompts as en } from '../en/prompts.ts';
import { spaced } from './units.ts';

/** What belongs to every question: its keys, what of a list is out of sight, and how plain lines are answered. */
export const prompts = {
  keys: {
    move: '↑↓ 移動',
    complete: 'tab 補完',
    choose: 'enter 選択',
    back: 'esc 戻る',
    edit: 'tab 編集',
  },
  above: (hidden) => `↑ ほか${hidden}件`,
  below: (hidden) => `↓ ほか${hidden}件`,
  hidden: '（非表示）',
  plain: {
    asked: ({ count, isFiltered, canGoBack }) => {
      const number = count === 0 ? [] : [count === 1 ? '1' : `1〜${count} の番号`];
      const ways = [...number, ...(isFiltered ? ['絞り込む語'] : []), ...(canGoBack ? [' b（戻る）'] : [])];
      const either = [ways.slice(0, -1).join('、'), ...ways.slice(-1)].filter(Boolean).join('、または');
      return `${spaced(either.trimStart())}を入力してください`;
    },
    back: 'b で戻る',
    more: (hidden) => `ほか${hidden}件`,
    unavailable: '（選択不可）',
    marks: { comma: '、', stop: '。', colon: '：' },
    unknown: '不明',
    aloud: (text) => text.replaceAll(' · ', '、').replace(/(\d+) token\/秒/g, '毎秒 $1 token'),
    notANumber: (count) => (count === 1 ? '1 を入力してください。' : `1〜${count} の番号を入力してください。`),
    default: (text) => `[${text}]`,
    confirm: 'そのまま使うには Enter を押してください。別の答えも入力できます。',
  },
} satisfies typeof en;
