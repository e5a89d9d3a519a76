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
    number: (count: number) => `Number (1 to ${count})`,
    numberOrFilter: (count: number) => `Number (1 to ${count}), or words to filter`,
    back: 'b goes back',
    more: (hidden: number) => `${hidden} more: type words to filter`,
    unavailable: '(not available)',
    notANumber: (count: number) => `Type a number from 1 to ${count}.`,
    default: (text: string) => `[${text}]`,
    confirm: 'Press Enter to take it all the same, or type another answer.',
  },
};
