// The main job with no account and no network: a stand-in for Hugging Face on loopback, a throwaway home, and the
// shipped program, unchanged, pointed at it by its own environment variables.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { VALID_TOKEN } from './stand-in/answers.js';
import { startStandIn } from './stand-in/server.js';

const BIN = fileURLToPath(new URL('../bin/openclaw.js', import.meta.url));
const NON_INTERACTIVE = ['--non-interactive', '--mode', 'local', '--huggingface-api-key', '-'];

// Ctrl-C and a closed window reach the program too: it ends, and then the demo tidies up behind it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

const isTerminal = process.stdin.isTTY && process.stderr.isTTY;
const service = await startStandIn();
const home = await mkdtemp(join(tmpdir(), 'openclaw-demo-'));
// Nothing of the real environment decides what the demo shows, and nothing of it reaches the stand-in.
const { PATH, TERM, LANG, LC_ALL, COLUMNS, NO_COLOR } = process.env;
const env = {
  PATH,
  TERM,
  LANG,
  LC_ALL,
  COLUMNS,
  NO_COLOR,
  HOME: home,
  HF_ENDPOINT: service.url,
  OPENCLAW_HUGGINGFACE_BASE_URL: service.baseUrl,
};

let failed = 0;
try {
  say(`A stand-in for Hugging Face listens on ${service.url}; the home is ${home}.`);
  if (isTerminal) {
    say(`Paste this token when asked: ${VALID_TOKEN}`);
    await run(['onboard', '--auth-choice', 'huggingface-api-key']);
  } else {
    await run(['onboard', '--auth-choice', 'huggingface-api-key', ...NON_INTERACTIVE], VALID_TOKEN);
  }
  if (failed === 0) {
    say('The config it wrote:');
    process.stdout.write(await readFile(join(home, '.openclaw', 'openclaw.json'), 'utf8'));
    await run(['models', 'status']);
  }
} finally {
  await service.close();
  await rm(home, { recursive: true, force: true });
}
process.exitCode = failed;

async function run(args, input) {
  say(`$ openclaw ${args.join(' ')}`);
  const child = spawn(process.execPath, [BIN, ...args], {
    env,
    stdio: [input === undefined ? 'inherit' : 'pipe', 'inherit', 'inherit'],
  });
  child.stdin?.end(input);
  failed ||= await new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
}

function say(text) {
  process.stdout.write(`\n${text}\n`);
}
