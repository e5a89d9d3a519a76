import { profileIn } from '../config/locate.ts';

/**
 * The commands that hints, JSON documents and their examples name (`Undo: openclaw config undo`), called as this program
 * was called and with the profile of this run: copied as they are they must act on the same config, and not start another
 * program of that name.
 * `models auth` is OpenClaw's own and keeps its name.
 */
export function createCommandNamer(program: string, argv: readonly string[]): (text: string) => string {
  const flags = profileFlags(argv);
  const [ours, theirs] = [program, 'openclaw'].map((name) => `${[name, ...flags].join(' ')} `);
  if (ours === 'openclaw ') return (text) => text;
  return (text) =>
    text
      .replace(/\bopenclaw (?=(?:onboard|models(?! auth\b)|config|completion|help)\b)/g, ours ?? '')
      .replace(/\bopenclaw (?=models auth\b)/g, theirs ?? '');
}

function profileFlags(argv: readonly string[]): string[] {
  if (argv.includes('--dev')) return ['--dev'];
  const name = profileIn(argv);
  return name !== undefined && /^[\w-]+$/.test(name) ? ['--profile', name] : [];
}
