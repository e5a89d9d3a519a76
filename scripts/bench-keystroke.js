// How long the dropdown takes from a key to the redrawn screen, in the real program in a pseudo-terminal, with
// 10,000 models; and how long the first question takes beside `openclaw --help`. Prints JSON. `npm run build` first.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { VALID_TOKEN } from './stand-in/answers.js';
import { startStandIn } from './stand-in/server.js';
import { openTerminal } from './terminal/terminal.js';

const BIN = fileURLToPath(new URL('../bin/openclaw.js', import.meta.url));
const COUNTS = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [137, 1000, 10_000];
/** What is typed, a key at a time: filters that narrow, take back, ask for variants; then the arrow down. */
const FILTERS = ['qwen 30b', 'gpt oss 120b:fast', 'coder 7'];
const KEYS = [
  ...FILTERS.flatMap((filter) => [...filter, ...filter.replaceAll(/./g, '\u007f')]),
  ...Array.from({ length: 20 }, () => '\u001b[B'),
];
/** A redraw is one or a few writes; after so long there comes no more. */
const SILENCE_MS = 60;
const WITH_TOKEN = { args: ['onboard', '--auth-choice', 'huggingface-api-key'], env: { HF_TOKEN: VALID_TOKEN } };
const RUNS = 15;

const home = await mkdtemp(join(tmpdir(), 'openclaw-bench-'));
try {
  const keystrokes = [];
  for (const count of COUNTS) keystrokes.push(await measureKeystrokes(count));
  console.log(JSON.stringify({ keystrokes, firstQuestion: await measureFirstQuestion() }, null, 2));
} finally {
  await rm(home, { recursive: true, force: true });
}

/** Up to the last key it is one session with the token of the environment; only the time of the dropdown counts. */
async function measureKeystrokes(count) {
  const service = await startStandIn({ models: generateModels(count) });
  const terminal = openProgram(service, WITH_TOKEN);
  await terminal.shows('Use it:');
  terminal.press('enter');
  await terminal.shows('❯ deepseek-ai/DeepSeek-R1');
  await quiet(terminal, 0);
  const times = [];
  for (const key of KEYS) times.push(await answerTime(terminal, key));
  terminal.press('ctrl-c');
  await terminal.exited;
  await service.close();
  return { models: count, keys: times.length, medianMs: round(median(times)), maxMs: round(Math.max(...times)) };
}

/** From the write of a key to the last byte of the redraw. */
async function answerTime(terminal, key) {
  const pressed = performance.now();
  terminal.type(key);
  return (await quiet(terminal, pressed)) - pressed;
}

/** When the terminal wrote the last byte since then, once it has been silent for a while. */
async function quiet(terminal, since) {
  for (;;) {
    const last = terminal.lastOutputAt();
    if (last > since && performance.now() - last > SILENCE_MS) return last;
    if (performance.now() - since > 10_000 && since > 0) throw new Error(`No answer:\n${terminal.text()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** In turn, so that a slower moment of the machine meets all three. */
async function measureFirstQuestion() {
  const service = await startStandIn();
  const times = { node: [], help: [], question: [] };
  for (let run = 0; run < RUNS; run++) {
    times.node.push(await timeUntil('1', () => openProgram(service, { args: ['-p', '1'], program: [] })));
    times.help.push(await timeUntil('Exit codes:', () => openProgram(service, { args: ['--help'] })));
    times.question.push(await timeUntil('? Provider', () => openProgram(service, { args: ['onboard'] })));
  }
  await service.close();
  const { node, help, question } = Object.fromEntries(Object.entries(times).map(([key, all]) => [key, median(all)]));
  return { nodeMs: round(node), helpMs: round(help), questionMs: round(question), ratio: round(question / help) };
}

async function timeUntil(text, open) {
  const started = performance.now();
  const terminal = open();
  await terminal.shows(text);
  const time = performance.now() - started;
  terminal.kill();
  await terminal.exited;
  return time;
}

function openProgram(service, { args, program = [BIN], env = {} }) {
  return openTerminal(process.execPath, [...program, ...args], {
    env: {
      PATH: process.env.PATH,
      HOME: home,
      TERM: 'xterm-256color',
      LC_ALL: 'C.UTF-8',
      HF_ENDPOINT: service.url,
      OPENCLAW_HUGGINGFACE_BASE_URL: service.baseUrl,
      ...env,
    },
    cwd: home,
  });
}

/** Ids as they are in the list: families, sizes and organisations in all combinations. */
function generateModels(count) {
  const families = ['Qwen3', 'Llama-3.3', 'gpt-oss', 'DeepSeek-V3', 'Mistral-Small', 'gemma-3', 'GLM-4.6', 'Kimi-K2'];
  const sizes = ['1.7B', '4B', '7B', '8B', '14B', '20b', '30B-A3B', '32B', '70B', '120b'];
  const kinds = ['Instruct', 'Coder', 'Thinking', 'Chat', 'Base'];
  const providers = ['novita', 'together', 'groq'].map((provider, index) => ({
    provider,
    status: 'live',
    context_length: 32768 * (index + 1),
    pricing: { input: 0.1 + index, output: 0.4 + index },
    supports_tools: index !== 1,
    throughput: 40 * (index + 1),
  }));
  const models = Array.from({ length: count - 1 }, (_, index) => ({
    id: `org-${index % 97}/${families[index % 8]}-${kinds[index % 5]}-${sizes[index % 10]}-${index}`,
    providers,
  }));
  return [{ id: 'deepseek-ai/DeepSeek-R1', providers }, ...models];
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

function round(number) {
  return Math.round(number * 100) / 100;
}
