import { appendFileSync } from 'node:fs';

/** `npm run test:soak`: the same tests, with many more rounds. */
const SOAK = process.env.OPENCLAW_SOAK === '1';

/** How often to try: the first number with the normal suite, the second in the soak. */
export function rounds(short: number, soak: number): number {
  return SOAK ? soak : short;
}

/** Tells the soak's report (scripts/soak.js) how many of a kind of fault were tried. */
export function tried(kind: string, count: number): void {
  const file = process.env.OPENCLAW_SOAK_FIGURES;
  if (file) appendFileSync(file, `${JSON.stringify({ kind, count })}\n`);
}

/** Runs `work` for 0, 1, … `count - 1`, two at a time: as many as the cores that are promised. */
export async function twoAtATime(count: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all([worker(), worker()]);
}
