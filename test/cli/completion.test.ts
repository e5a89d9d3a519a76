import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openTerminal } from '../../scripts/terminal/terminal.js';
import { configText } from '../support/config-text.ts';
import { useCommands } from '../support/in-process.ts';
import { failureOf, TOKEN } from '../support/program.ts';
import { BIN } from '../support/run-openclaw.ts';

const commands = useCommands();
const PROVIDERS = [
  { provider: 'novita', status: 'live' },
  { provider: 'sambanova', status: 'error' },
];
const LIST = {
  body: { data: ['Qwen/Qwen3-8B', 'deepseek-ai/DeepSeek-R1'].map((id) => ({ id, providers: PROVIDERS })) },
};

/** A home with the fixture's config, and a cache of these two models. */
async function prepared() {
  const program = commands();
  program.write('openclaw.json', configText('models.json5'));
  program.service.script('/v1/models', LIST);
  await program.run(['models', 'refresh'], { env: { HF_TOKEN: TOKEN } });
  program.asked();
  const values = async (...words: string[]) => {
    const { stdout } = await program.run(['__complete', 'zsh', '--', ...words]);
    return stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.replace(/\t.*/, ''));
  };
  return { ...program, values };
}

const REFS = ['huggingface/deepseek-ai/DeepSeek-R1', 'huggingface/Qwen/Qwen3-8B', 'anthropic/claude-opus-4-6'];

const rows: [line: string, values: string[]][] = [
  ['', ['onboard', 'models', 'config', 'completion', 'help']],
  ['mod', ['models']],
  ['--profile work models s', ['status', 'set']],
  ['models fallbacks ', ['list', 'add', 'remove', 'clear']],
  ['models list --s', ['--search', '--sort']],
  ['models list --sort ', ['name', 'price', 'context', 'speed']],
  ['models list --sort=p', ['--sort=price']],
  ['models list --search ', []],
  ['models set --ver', ['--version', '--verbose']],
  ['completion ', ['bash', 'zsh', 'fish']],
  ['completion bash ', []],
  ['onboard --mode l', ['local']],
  ['onboard --model qwen/', ['Qwen/Qwen3-8B']],
  ['onboard --model=qwen/', ['--model=Qwen/Qwen3-8B']],
  ['onboard --flow x --huggingface-api-key-file ', [':file']],
  ['onboard --from ', [':file']],
  ['models set ', ['DeepSeek R1', 'quick', 'opus', ...REFS, 'Qwen/Qwen3-8B', 'deepseek-ai/DeepSeek-R1']],
  ['models set QU', ['quick']],
  ['models set huggingface/q', ['huggingface/Qwen/Qwen3-8B']],
  ['models set Qwen/Qwen3-8B:', ['fastest', 'cheapest', 'preferred', 'novita'].map((slug) => `Qwen/Qwen3-8B:${slug}`)],
  ['models set quick ', []],
  ['models bench qu', ['quick']],
  ['models bench quick QU', ['quick']],
  ['models bench --ma', ['--max-cost']],
  ['models fallbacks remove ', ['huggingface/Qwen/Qwen3-8B', 'anthropic/claude-opus-4-6']],
  ['models aliases remove ', ['DeepSeek R1', 'quick', 'opus']],
  ['models aliases add name a', ['anthropic/claude-opus-4-6']],
  ['config get ', ['agents', 'models', 'gateway']],
  ['config get agents.defaults.m', ['agents.defaults.model', 'agents.defaults.models']],
];

test.each(rows)('%s<Tab>', async (line, values) => {
  const { values: complete, asked } = await prepared();
  expect(await complete(...line.split(' '))).toEqual(values);
  expect(asked()).toEqual([]);
});

test('meanings stand behind a tab, for the shells that show them', async () => {
  const { run } = await prepared();
  const complete = async (...args: string[]) => (await run(['__complete', ...args])).stdout;
  expect(await complete('fish', '--', 'models', 'set', 'qu')).toBe('quick\thuggingface/Qwen/Qwen3-8B\n');
  expect(await complete('bash', '--', 'openclaw models set qu', ':')).toBe('quick\n');
});

test('whatever is broken, a Tab says nothing', async () => {
  const { run, write } = await prepared();
  write('openclaw.json', '{ broken');
  expect(await run(['__complete', 'zsh', '--', 'models', 'set', ''])).toEqual({ code: 0, stdout: '', stderr: '' });
});

test('an unknown shell is refused with the choices', async () => {
  expect(failureOf(await commands().run(['completion', 'bsh']))).toEqual({
    code: 2,
    says: ['<shell> can\'t be "bsh", only bash, zsh or fish.', 'Did you mean bash?'],
  });
});

/** What bash itself makes of a line: `complete` is called as readline calls it. */
const HARNESS = `
openclaw() { command node "$BIN" "$@"; }
source <(openclaw completion bash)
complete -p openclaw
try() {
  COMP_LINE="$1"; COMP_POINT=\${#1}; shift; COMP_WORDS=("$@"); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
  _openclaw_onboard openclaw
  printf '%s|' "\${COMPREPLY[@]}"; echo
}
try 'openclaw mo' openclaw mo
try 'openclaw models set Deep' openclaw models set Deep
try 'openclaw models set "Deep' openclaw models set '"Deep'
try 'openclaw models set Qwen/Qwen3-8B:n' openclaw models set Qwen/Qwen3-8B : n
try 'openclaw models list --sort=pr' openclaw models list --sort = pr
try 'openclaw models set nothing-like-it' openclaw models set nothing-like-it
`;

test('bash gets what belongs behind its word breaks, escaped as it is typed', async () => {
  const { home, service } = await prepared();
  const env = { PATH: process.env.PATH, HOME: home, BIN, OPENCLAW_HUGGINGFACE_BASE_URL: service.baseUrl };
  const shown = execFileSync('bash', ['--norc', '-c', HARNESS], { env, encoding: 'utf8' });
  expect(shown.split('\n')).toEqual([
    'complete -F _openclaw_onboard openclaw',
    'models|',
    'DeepSeek\\ R1|deepseek-ai/DeepSeek-R1|',
    'DeepSeek R1|deepseek-ai/DeepSeek-R1|',
    'novita|',
    'price|',
    '|',
    '',
  ]);
});

/** A label that is a command within double quotes, and one that ends single ones. */
const HOSTILE = `{ agents: { defaults: { models: {
  "huggingface/acme/a": { alias: "Test$(touch pwn)\`touch pwn\`" },
  "huggingface/acme/b": { alias: "it's \\"b\\" \\\\" },
} } } }`;

const typed: [line: string, becomes: string][] = [
  ['Te', 'Test\\$\\(touch\\ pwn\\)\\`touch\\ pwn\\`'],
  ['"Te', '"Test\\$(touch pwn)\\`touch pwn\\`"'],
  ["'Te", "'Test$(touch pwn)`touch pwn`'"],
  ['T"e', 'T"est\\$(touch pwn)\\`touch pwn\\`"'],
  ['it', 'it\\\'s\\ \\"b\\"\\ \\\\'],
  ['"it', '"it\'s \\"b\\" \\\\"'],
  ["'it", "'it'\\''s \"b\" \\'"],
];

test.each(typed)('in a real bash, models set %s<Tab> becomes %s, which runs nothing', async (line, becomes) => {
  const { home, write } = commands();
  write('openclaw.json', HOSTILE);
  const env = { PATH: process.env.PATH ?? '', HOME: home, TERM: 'xterm', LC_ALL: 'C.UTF-8', PS1: '$ ', BIN };
  const terminal = openTerminal('bash', ['--norc', '--noprofile'], { env, cwd: home, columns: 120 });
  onTestFinished(terminal.kill);
  await terminal.shows('$');
  // What is completed is not run, but shown as the words that the program would get.
  terminal.type(
    'openclaw() { case $1 in __complete|completion) node "$BIN" "$@";; *) printf "<%s>\\n" "$@";; esac; }\r',
  );
  terminal.type('source <(openclaw completion bash); echo rea""dy\r');
  await terminal.shows(/^ready/m);
  terminal.type(`openclaw models set ${line}\t`);
  await terminal.shows(`openclaw models set ${becomes}`);
  terminal.press('enter');
  await terminal.shows(/^<(?:Test\$\(touch pwn\)`touch pwn`|it's "b" \\)>$/m);
  expect(existsSync(join(home, 'pwn'))).toBe(false);
});

const has = (shell: string) => spawnSync('which', [shell]).status === 0;

test.skipIf(!has('fish'))('fish completes through its script', async () => {
  const { home, service } = await prepared();
  const env = { PATH: process.env.PATH, HOME: home, OPENCLAW_HUGGINGFACE_BASE_URL: service.baseUrl };
  const script = `function openclaw; command node '${BIN}' $argv; end; openclaw completion fish | source
    complete -C 'openclaw models set qu'; complete -C 'openclaw models set "DeepSeek R'; complete -C 'openclaw models st'`;
  const shown = execFileSync('fish', ['--no-config', '-c', script], { env, encoding: 'utf8' });
  expect(shown.split('\n')).toEqual([
    'quick\thuggingface/Qwen/Qwen3-8B',
    'DeepSeek R1\thuggingface/deepseek-ai/DeepSeek-R1',
    'status\tThe default model, fallbacks, aliases, and where the token comes from.',
    '',
  ]);
});

test.skipIf(!has('zsh'))("zsh reads its script, and registers both of the program's names", async () => {
  const { home } = await prepared();
  const script = `autoload -Uz compinit && compinit -u; source <(node '${BIN}' completion zsh)
    print $_comps[openclaw] $_comps[openclaw-onboard]`;
  const env = { PATH: process.env.PATH, HOME: home };
  const shown = execFileSync('zsh', ['-f', '-c', script], { env, encoding: 'utf8' });
  expect(shown).toBe('_openclaw_onboard _openclaw_onboard\n');
});
