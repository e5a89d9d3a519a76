import { anyOf, beside } from './units.ts';

/** What belongs to every question: its keys, what of a list is out of sight, and how plain lines are answered. */
export const prompts = {
  keys: {
    move: '↑↓ เลื่อน',
    complete: 'tab เติมคำ',
    choose: 'enter เลือก',
    back: 'esc กลับ',
    edit: 'tab แก้ไข',
  },
  above: (hidden: number) => `↑ อีก ${hidden} รายการ`,
  below: (hidden: number) => `↓ อีก ${hidden} รายการ`,
  hidden: '(ซ่อนไว้)',
  plain: {
    /** How a list is answered; with no rows only by other words. */
    asked: ({ count, isFiltered, canGoBack }: { count: number; isFiltered: boolean; canGoBack: boolean }) => {
      const number = count === 0 ? [] : [count === 1 ? '1' : `หมายเลข 1 ถึง ${count}`];
      const ways = [...number, ...(isFiltered ? ['คำที่ใช้กรอง'] : []), ...(canGoBack ? ['b เพื่อกลับ'] : [])];
      return `พิมพ์${beside(anyOf(ways))}`;
    },
    back: 'b เพื่อกลับ',
    more: (hidden: number) => `อีก ${hidden} รายการ`,
    unavailable: '(ใช้ไม่ได้)',
    marks: { comma: ', ', stop: '. ', colon: ': ' },
    unknown: 'ไม่ทราบ',
    aloud: (text: string) => text.replaceAll(' · ', ', ').replace(/(\d+) token\/วินาที/g, '$1 token ต่อวินาที'),
    notANumber: (count: number) => (count === 1 ? 'พิมพ์ 1' : `พิมพ์หมายเลข 1 ถึง ${count}`),
    default: (text: string) => `[${text}]`,
    confirm: 'กด Enter หากยังต้องการใช้ หรือพิมพ์คำตอบอื่น',
  },
};
