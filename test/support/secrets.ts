import type { Run } from './run-openclaw.ts';

/** Long enough that no ordinary word is a piece of a token by chance. */
const PIECE = 12;

/** The pieces of these secrets that a run shows on stdout or stderr; empty where it keeps them all. */
export function leaksIn({ stdout, stderr }: Run, secrets: readonly string[]): string[] {
  const shown = `${stdout}\n${stderr}`;
  return secrets.flatMap(piecesOf).filter((piece) => shown.includes(piece));
}

function piecesOf(secret: string): string[] {
  return Array.from({ length: Math.max(0, secret.length - PIECE + 1) }, (_, start) =>
    secret.slice(start, start + PIECE),
  );
}

const SECRET_NAME = /token|key|secret|password/i;

/** What a run was given that it must not show: the key flag's value, standard input, and secret variables. */
export function secretsGiven(args: readonly string[], env: Readonly<Record<string, string>>, input = ''): string[] {
  const flags = args.filter((_, index) => args[index - 1] === '--huggingface-api-key');
  const variables = Object.entries(env).filter(([name]) => SECRET_NAME.test(name) && !name.endsWith('_PATH'));
  return [...flags, input.trim(), ...variables.map(([, value]) => value)];
}
