import { beforeEach, expect, test } from 'vitest';
import { type Conversation, createConversation } from '../../../src/node-system/prompt/conversation.ts';
import type { Output } from '../../../src/node-system/terminal/outputs.ts';

const CLEAN = '\u001b[2J\u001b[H';
const up = (lines: number) => `\u001b[${lines}A\r\u001b[J`;

let written: string[] = [];
let conversation: Conversation;
let out: Output;
const window = { columns: 20, rows: 6 };

beforeEach(() => {
  written = [];
  Object.assign(window, { columns: 20, rows: 6 });
  const write = (text: string) => {
    written.push(text);
  };
  conversation = createConversation({ write, columns: () => window.columns, rows: () => window.rows });
  out = conversation.record({ write, isTerminal: true, columns: () => window.columns, rows: () => window.rows });
});

/** What is written to the terminal by this. */
function writtenBy(act: () => void): string {
  written = [];
  act();
  return written.join('');
}

test('what is said is written as it is, and drawn again whole', () => {
  expect(writtenBy(() => out.write('one\ntwo\n'))).toBe('one\ntwo\n');
  expect(writtenBy(() => conversation.redraw())).toBe(`${CLEAN}one\ntwo\n`);
});

test('of more than there is room for the last lines are drawn, as many as leave the question its place', () => {
  out.write('1\n2\n3\n4\n5\n6\n7\n');
  expect(writtenBy(() => conversation.redraw())).toBe(`${CLEAN}3\n4\n5\n6\n7\n`);
  expect(writtenBy(() => conversation.redraw(4))).toBe(`${CLEAN}6\n7\n`);
  expect(writtenBy(() => conversation.redraw(9))).toBe(CLEAN);
});

test('a line that is wider than the window counts as the lines it takes; colours and links take none', () => {
  out.write(
    `one\n${'x'.repeat(41)}\n\u001b[1mtwo\u001b[22m\n\u001b]8;;https://hf.co/${'y'.repeat(30)}\u0007three\u001b]8;;\u0007\n`,
  );
  expect(writtenBy(() => conversation.redraw())).toMatch(/^\u001b\[2J\u001b\[Hx{41}\n/);
  expect(writtenBy(() => conversation.redraw(2))).toMatch(/^\u001b\[2J\u001b\[H\u001b\[1mtwo/);
});

test('in a window that got narrower what was said is folded anew, and in one that is as wide again as it was', () => {
  out.write('one\n');
  const undo = conversation.checkpoint();
  out.write('! two three four\n');
  out.write(`+ a diff of ${'x'.repeat(20)}\n`);
  window.columns = 10;
  const diff = `+ a diff of ${'x'.repeat(20)}\n`;
  expect(writtenBy(() => conversation.redraw(0))).toBe(`${CLEAN}  three\n  four\n${diff}`);
  Object.assign(window, { columns: 20 });
  expect(writtenBy(() => conversation.redraw())).toBe(`${CLEAN}one\n! two three four\n${diff}`);
  window.columns = 10;
  conversation.redraw(0);
  expect(writtenBy(undo)).toBe(`${CLEAN}one\n`);
});

test('the way back takes off what was said since, by as many lines as that takes', () => {
  out.write('one\n');
  const undo = conversation.checkpoint();
  out.write('two\n');
  out.write(`${'x'.repeat(21)}\n`);
  expect(writtenBy(undo)).toBe(up(3));
  expect(writtenBy(() => conversation.redraw())).toBe(`${CLEAN}one\n`);
});

test('the way back writes nothing where nothing was said', () => {
  out.write('one\n');
  expect(writtenBy(conversation.checkpoint())).toBe('');
});

test('the way back draws the screen anew where a high question has made what was said scroll away', () => {
  out.write('one\ntwo\n');
  const undo = conversation.checkpoint();
  out.write('three\n');
  conversation.makeRoom(5);
  expect(writtenBy(undo)).toBe(`${CLEAN}one\ntwo\n`);
});

test('the way back goes by the width that the window has now', () => {
  out.write('one\n');
  const undo = conversation.checkpoint();
  out.write('fourteen cells\n');
  window.columns = 10;
  conversation.redraw();
  expect(writtenBy(undo)).toBe(up(2));
});

test('two ways back, one after the other, take off what each is for', () => {
  const first = conversation.checkpoint();
  out.write('one\n');
  const second = conversation.checkpoint();
  out.write('two\n');
  expect(writtenBy(second)).toBe(up(1));
  expect(writtenBy(first)).toBe(up(1));
});
