// `REAL_OPENCLAW=…/openclaw.mjs REAL_NODE=… node scripts/compare.js`: the same jobs by this program and by a real
// OpenClaw, in turn, on the same Node. Prints the rows of the table in docs/interop.md.
import { execFileSync } from 'node:child_process';
import { measurePaired } from './bench/measure.js';
import { createSandbox, ONBOARD, timeRun } from './bench/sandbox.js';

const { REAL_OPENCLAW, REAL_NODE = process.execPath, ROUNDS = '5' } = process.env;
if (!REAL_OPENCLAW) throw new Error('REAL_OPENCLAW is to be the path of an installed openclaw.mjs');

/** Nothing answers there: the real one must not wait for a service that it has no stand-in for. */
const NOWHERE = { HTTPS_PROXY: 'http://127.0.0.1:9', HTTP_PROXY: 'http://127.0.0.1:9' };
const REAL_ONBOARD = [...ONBOARD, '--accept-risk', '--skip-health'];
const JOBS = {
  '--version': ['--version'],
  'config validate': ['config', 'validate'],
  'models list --provider huggingface': ['models', 'list', '--provider', 'huggingface'],
  'models status': ['models', 'status'],
  'models set <another one>': undefined,
  'onboard --non-interactive, in an empty home': undefined,
};

const sandbox = await createSandbox({ node: REAL_NODE });
const real = (args, home) =>
  timeRun(REAL_NODE, [REAL_OPENCLAW, ...args], { PATH: process.env.PATH, HOME: home, ...NOWHERE });
try {
  const rows = [];
  for (const [job, args] of Object.entries(JOBS)) rows.push([job, ...(await compare(job, args))]);
  const version = execFileSync(REAL_NODE, ['--version'], { encoding: 'utf8' }).trim();
  console.log(
    `| Node ${version}, ${ROUNDS} rounds | this program, ms | OpenClaw, ms | times |\n| --- | --- | --- | --- |`,
  );
  for (const [job, ours, theirs] of rows) {
    console.log(`| \`${job}\` | ${ours.toFixed(0)} | ${theirs.toFixed(0)} | ${(theirs / ours).toFixed(0)} |`);
  }
} finally {
  await sandbox.close();
}

/** Milliseconds of ours and of theirs, each in a home of its own that our onboarding prepared. */
async function compare(job, args) {
  const homes = [await onboardedHome(), await onboardedHome()];
  const runs = { ours: sandbox.run, theirs: real };
  const measures = Object.fromEntries(
    Object.entries(runs).map(([who, run], index) => [who, measureOf(job, args, run, homes[index])]),
  );
  const [, ours, theirs] = await measurePaired(measures, sandbox.bare, Number(ROUNDS));
  return [ours.ms, theirs.ms];
}

function measureOf(job, args, run, home) {
  if (args !== undefined) return () => run(args, home);
  if (job.startsWith('onboard')) return () => run(run === real ? REAL_ONBOARD : ONBOARD, sandbox.newHome());
  let round = 0;
  const refs = ['huggingface/Qwen/Qwen3-8B', 'huggingface/deepseek-ai/DeepSeek-R1'];
  return () => run(['models', 'set', refs[round++ % refs.length]], home);
}

async function onboardedHome() {
  const home = sandbox.newHome();
  await sandbox.run(ONBOARD, home);
  return home;
}
