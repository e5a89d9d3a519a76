import { expect, test } from 'vitest';
import { en } from '../../src/words/en/en.ts';
import { explain, type Note, noteIn, type Problem } from '../../src/words/words.ts';

const AT = '/home/ada/.env';
const BLANK = '/home/ada/a b.json';
const CHECK = "Check its owner and mode, and those of its directory: ls -ld '/home/ada/a b.json'";
const SPACE = 'Free some space, then run the same command again.';

test.each<[Note, string]>([
  [
    { kind: 'mode-narrowed', path: AT, wanted: 0o640, mode: 0o600 },
    `${AT}: its mode was 0640 and is 0600 now, as its group, access list (ACL) or mode could not be kept.`,
  ],
  [
    { kind: 'mode-not-set', path: AT, wanted: 0o600, mode: 0o755 },
    `${AT}: its mode is 0755 instead of 0600, as this file system does not let it be set.`,
  ],
  [
    { kind: 'env-readable', path: BLANK, mode: 0o755 },
    `${BLANK}: others may read it, as its mode is 0755 and can't be set to 0600. Try: chmod 600 '${BLANK}'`,
  ],
  [
    { kind: 'env-tightened', path: AT, mode: 0o644 },
    `${AT}: its mode was 0644; it is 0600 now, as the file holds a token.`,
  ],
  [{ kind: 'env-token-kept', path: AT, name: 'HF_TOKEN' }, `${AT}: another HF_TOKEN there is kept.`],
  [
    { kind: 'env-token-replaced', path: AT, name: 'HF_TOKEN' },
    `${AT}: another HF_TOKEN there was replaced; the old file is .env.bak beside it.`,
  ],
  [
    { kind: 'env-token-second', path: AT, name: 'HF_TOKEN', first: 'HUGGINGFACE_HUB_TOKEN' },
    `${AT}: HF_TOKEN stays there; OpenClaw reads HUGGINGFACE_HUB_TOKEN first.`,
  ],
])('the note %j', (note, sentence) => {
  expect(noteIn(en, note)).toBe(sentence);
});

test.each<[errno: string, why: string, hint: string]>([
  ['EACCES', 'permission denied (EACCES)', CHECK],
  ['ENOSPC', 'no space left on the device (ENOSPC)', SPACE],
  ['EDQUOT', 'the disk quota is used up (EDQUOT)', SPACE],
  ['EISDIR', 'it is a directory', CHECK],
  ['EINUSE', 'another program has it open', 'Close that program, then run the same command again.'],
  [
    'EBUSY',
    'it is a mount point of its own, which can only be written in place (EBUSY)',
    'Mount the directory that holds it instead of the file alone (docker run -v, compose, …).',
  ],
  ['EXDEV', 'EXDEV', CHECK],
  ['no code at all', 'no code at all', CHECK],
])('a file that is not written for %s', (errno, why, hint) => {
  expect(explain(en, { kind: 'unwritable', path: BLANK, errno })).toEqual({
    message: `${BLANK} can't be written: ${why}.`,
    hint,
  });
});

const place = { path: AT, line: 2, column: 7, fault: { kind: 'unexpected-character' } } as const;

test.each<[Problem, message: string, hint: string | undefined]>([
  [
    { kind: 'invalid-text', ...place, excerpt: '  b: [,\n      ^', includedBy: null },
    `${AT}:2:7: unexpected character\n  b: [,\n      ^`,
    'Fix that place, then run the same command again.',
  ],
  [
    { kind: 'invalid-text', ...place, excerpt: null, includedBy: '/openclaw.json' },
    `${AT}:2:7: unexpected character.`,
    'Included by /openclaw.json.',
  ],
  [
    { kind: 'directory-read-only', path: BLANK, directory: '/home/a da' },
    `${BLANK} can't be written: its directory /home/a da is read-only.`,
    "Check its owner and mode: ls -ld '/home/a da'",
  ],
  [
    { kind: 'include-outside', path: AT, file: '/x', directory: '/home/ada', roots: true },
    `${AT}: $include names /x, which is outside the config's directory /home/ada and those of OPENCLAW_INCLUDE_ROOTS.`,
    `Fix the $include in ${AT}, then run the same command again.`,
  ],
  [
    { kind: 'env-keeps-token', path: AT, errno: 'EIO', backup: '/b' },
    `The config was not written, but ${AT} keeps the new token: it could not be put back, the disk reported an error (EIO).`,
    'Run the same command again; with --verbose it says why the config was not written.\nThe old file: /b',
  ],
])('%j', (problem, message, hint) => {
  expect(explain(en, problem)).toEqual({ message, hint });
});
