import { shellQuote } from '../../../text/shell-quote.ts';
import { octal } from '../units.ts';
import { cause, type Event, events, inMegabytes, look } from './files.ts';

function afterWriting(path: string, errno: string): string {
  if (errno === 'ENOSPC' || errno === 'EDQUOT') return 'Free some space, then run the same command again.';
  if (errno === 'EBUSY')
    return 'Mount the directory that holds it instead of the file alone (docker run -v, compose, …).';
  if (errno === 'EROFS')
    return 'Nothing can be written to a Kubernetes ConfigMap, or to another read-only mount. Copy the file out of it first, and set OPENCLAW_STATE_DIR (or OPENCLAW_CONFIG_PATH) to where the copy is.';
  if (errno === 'EINUSE') return 'Close that program, then run the same command again.';
  return look(path);
}

const RELEASED = 'Run the same command again when that has ended. A lock that was left behind expires after 30 s.';
const kinds = {
  directory: 'a directory',
  'symbolic link': 'a symbolic link',
  FIFO: 'a FIFO',
  socket: 'a socket',
  device: 'a device',
};

const OLDER = 'Older versions of the config are beside it, as .bak, .bak.1, …: openclaw config path';

/** Why the config or `.env` is not written. */
export const writeProblems = {
  unwritable: ({ path, errno }: { path: string; errno: string }) => ({
    message: `${path} can't be written: ${cause(errno)}.`,
    hint: afterWriting(path, errno),
  }),
  'read-only': ({ path }: { path: string }) => ({
    message: `${path} can't be written: it is read-only.`,
    hint: `Check its owner and mode: ls -ld ${shellQuote(path)}`,
  }),
  'directory-read-only': ({ path, directory }: { path: string; directory: string }) => ({
    message: `${path} can't be written: its directory ${directory} is read-only.`,
    hint: `Check its owner and mode: ls -ld ${shellQuote(directory)}`,
  }),
  'would-be-too-large': ({ path, size, most }: { path: string; size: number; most: number }) => ({
    message: `${path} would become ${size} bytes, and at most ${inMegabytes(most)} (${most} bytes) are read.`,
    hint: 'Make it smaller, then run the same command again.',
  }),
  'changed-meanwhile': ({ path, event }: { path: string; event: Event }) => ({
    message: `${path} ${events[event]} by another program meanwhile.`,
    hint: 'Run the same command again; it then works on the file as it is now.',
  }),
  'set-in-include': ({ key, file }: { key: string; file: string }) => ({
    message: `${key} is set in the included file ${file}, which this program never changes.`,
    hint: 'Change it there by hand, then run the same command again.',
  }),
  'set-by-variable': ({ key, path }: { key: string; path: string }) => ({
    message: `${key} comes from a variable in ${path}, which this program never changes.`,
    hint: 'Change it there by hand, then run the same command again.',
  }),
  'edit-refused': ({ path }: { path: string }) => ({
    message: `${path} was not written: after the edit it would not say what was intended.`,
    hint: 'This is a fault of this program; please report it.',
  }),

  'locked-by-process': ({ path, pid, host }: { path: string; pid: number; host: string }) => ({
    message: `${path} is locked by process ${pid} on host ${host}.`,
    hint: RELEASED,
  }),
  locked: ({ path, lockFile }: { path: string; lockFile: string }) => ({
    message: `${path} is locked; ${lockFile} does not say by whom.`,
    hint: RELEASED,
  }),
  'lock-not-a-file': ({ path, lockFile, what }: { path: string; lockFile: string; what: keyof typeof kinds }) => ({
    message: `${path} can't be locked: ${lockFile} is ${kinds[what]}, not a lock file.`,
    hint: `See what it is and move it away, then run the same command again: ls -ld ${shellQuote(lockFile)}`,
  }),

  'no-write-remembered': ({ path }: { path: string }) => ({
    message: `Nothing to undo: no write to ${path} is remembered.`,
    hint: OLDER,
  }),
  'backup-gone': ({ path }: { path: string }) => ({
    message: `Nothing to undo: the backup of ${path} before our last write is gone.`,
    hint: OLDER,
  }),
  'changed-since-write': ({ path, event, backup }: { path: string; event: Event; backup: string | null }) => ({
    message: `${path} ${events[event]} since our last write.`,
    ...(backup !== null && { hint: `The file as it was before that write: ${backup}` }),
  }),

  'env-cannot-hold': ({ name }: { name: string }) => ({ message: `The .env file can't hold this value of ${name}.` }),
  'env-cannot-lose': ({ name }: { name: string }) => ({
    message: `${name} can't be taken out of the .env file without changing other variables.`,
  }),
  'env-keeps-token': ({ path, errno, backup }: { path: string; errno: string; backup: string | null }) => ({
    message: `The config was not written, but ${path} keeps the new token: it could not be put back, ${cause(errno)}.`,
    hint: `Run the same command again; with --verbose it says why the config was not written.${backup === null ? '' : `\nThe old file: ${backup}`}`,
  }),
};

type Modes = { path: string; wanted: number; mode: number };

/** What a write could not keep, or changed beside the content. Modes are permission bits. */
export const writeNotes = {
  'mode-narrowed': ({ path, wanted, mode }: Modes) =>
    `${path}: its mode was ${octal(wanted)} and is ${octal(mode)} now, as its group, access list (ACL) or mode could not be kept.`,
  'mode-not-set': ({ path, wanted, mode }: Modes) =>
    `${path}: its mode is ${octal(mode)} instead of ${octal(wanted)}, as this file system does not let it be set.`,
  'env-readable': ({ path, mode }: { path: string; mode: number }) =>
    `${path}: others may read it, as its mode is ${octal(mode)} and can't be set to 0600. Try: chmod 600 ${shellQuote(path)}`,
  'env-tightened': ({ path, mode }: { path: string; mode: number }) =>
    `${path}: its mode was ${octal(mode)}; it is 0600 now, as the file holds a token.`,
  'env-token-kept': ({ path, name }: { path: string; name: string }) => `${path}: another ${name} there is kept.`,
  'env-token-replaced': ({ path, name }: { path: string; name: string }) =>
    `${path}: another ${name} there was replaced; the old file is .env.bak beside it.`,
  'env-token-second': ({ path, name, first }: { path: string; name: string; first: string }) =>
    `${path}: ${name} stays there; OpenClaw reads ${first} first.`,
  'env-untouched': '.env is not changed: a token that was stored there stays.',
};
