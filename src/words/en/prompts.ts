/** What belongs to every question: its keys, what of a list is out of sight, and how plain lines are answered. */
export const prompts = {
  keys: {
    move: '↑↓ move',
    complete: 'tab complete',
    choose: 'enter choose',
    back: 'esc back',
    edit: 'tab edit',
  },
  above: (hidden: number) => `↑ ${hidden} more`,
  below: (hidden: number) => `↓ ${hidden} more`,
  hidden: '(hidden)',
  plain: {
    /** How a list is answered; with no rows only by other words. */
    asked: ({ count, isFiltered, canGoBack }: { count: number; isFiltered: boolean; canGoBack: boolean }) => {
      const number = count === 0 ? [] : [count === 1 ? '1' : `a number from 1 to ${count}`];
      const ways = [...number, ...(isFiltered ? ['words to filter'] : []), ...(canGoBack ? ['b to go back'] : [])];
      return `Type ${[ways.slice(0, -1).join(', '), ...ways.slice(-1)].filter(Boolean).join(' or ')}`;
    },
    back: 'b to go back',
    more: (hidden: number) => `${hidden} more`,
    unavailable: '(not available)',
    /** Between what is read in one breath, after which it rests, and before an answer. */
    marks: { comma: ', ', stop: '. ', colon: ': ' },
    /** In place of a dash. */
    unknown: 'unknown',
    /** Without the signs that are read aloud as such. */
    aloud: (text: string) => text.replaceAll(' · ', ', ').replace(/(\d+) tokens\/s/g, '$1 tokens per second'),
    notANumber: (count: number) => (count === 1 ? 'Type 1.' : `Type a number from 1 to ${count}.`),
    default: (text: string) => `[${text}]`,
    confirm: 'Press Enter to take it all the same, or type another answer.',
  },
};
