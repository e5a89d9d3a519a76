import type { Words } from '../words.ts';

/** What belongs to every question: its keys, what of a list is out of sight, and how plain lines are answered. */
export const prompts = {
  keys: { move: '↑↓ 이동', complete: 'tab 자동 완성', choose: 'enter 선택', back: 'esc 뒤로', edit: 'tab 편집' },
  above: (hidden) => `↑ ${hidden}개 더`,
  below: (hidden) => `↓ ${hidden}개 더`,
  hidden: '(숨김)',
  plain: {
    asked: ({ count, isFiltered, canGoBack }) => {
      const number = count === 0 ? [] : [count === 1 ? '1' : `1~${count} 사이의 번호`];
      const ways = [...number, ...(isFiltered ? ['검색어'] : []), ...(canGoBack ? ['b(뒤로)'] : [])];
      return `입력: ${[ways.slice(0, -1).join(', '), ...ways.slice(-1)].filter(Boolean).join(' 또는 ')}`;
    },
    back: 'b 뒤로',
    more: (hidden) => `${hidden}개 더`,
    unavailable: '(선택할 수 없음)',
    marks: { comma: ', ', stop: '. ', colon: ': ' },
    unknown: '알 수 없음',
    aloud: (text) => text.replaceAll(' · ', ', ').replace(/(\d+) 토큰\/초/g, '초당 토큰 $1개'),
    notANumber: (count) => (count === 1 ? '1을 입력하세요.' : `1~${count} 사이의 번호를 입력하세요.`),
    default: (text) => `[${text}]`,
    confirm: '그래도 사용하려면 Enter 키를 누르고, 아니면 다른 값을 입력하세요.',
  },
} satisfies Words['prompts'];
