// Puts what the command table says into SKILL.md, between its markers; the rest of that file is written by hand.
// `npm run build` first.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';

/** The name that is this program's also where the real OpenClaw is installed. */
const NAME = 'openclaw-onboard';

const MATTERING = [
  'onboard',
  'models list',
  'models status',
  'models set',
  'models fallbacks add',
  'models aliases add',
  'config get',
  'config undo',
];

/** SKILL.md with its generated parts made anew; `table`: the document of `help --json`. */
export function fillSkill(text, table) {
  const parts = { commands: formatCommands(table), others: formatOthers(table), 'exit codes': formatExitCodes(table) };
  return Object.entries(parts).reduce((filled, [name, part]) => {
    const marked = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${name} -->)`);
    if (!marked.test(filled)) throw new Error(`SKILL.md has no place for: ${name}`);
    return filled.replace(marked, (_, start, end) => `${start}${part}\n${end}`);
  }, text);
}

function formatCommands({ commands }) {
  const find = (name) => commands.find(({ command }) => command === `openclaw ${name}`);
  return MATTERING.map((name) => `${headOf(find(name))}${takenBy(find(name))}`).join('\n');
}

function formatOthers({ commands }) {
  const others = commands.filter(
    ({ command, schema }) => schema !== null && !MATTERING.includes(command.replace('openclaw ', '')),
  );
  return others.map(headOf).join('\n');
}

function headOf({ command, description, arguments: args, flags }) {
  const given = args.map(({ name, required, repeatable }) => {
    const word = `${name}${repeatable ? '...' : ''}`;
    return required ? ` <${word}>` : ` [${word}]`;
  });
  const shared = flags.filter(isShared).map((flag) => ` [${synopsis(flag)}]`);
  return `- \`${named(command)}${given.join('')}${shared.join('')}\`: ${description}`;
}

function takenBy({ arguments: args, flags }) {
  const own = flags.filter((flag) => !isShared(flag)).map(formatFlag);
  const taken = [...args.map(({ name, description }) => `\`<${name}>\` (${description})`), ...own];
  return taken.length === 0 ? '' : `\n  ${taken.join(', ')}`;
}

/** Said once, above. */
function isShared({ flag }) {
  return ['--dry-run', '--json', '--plain', '--timeout'].includes(flag);
}

function formatFlag({ default: usual, description, ...flag }) {
  return `\`${synopsis(flag)}\` (${description}${usual === null ? '' : `; default \`${usual}\``})`;
}

function synopsis({ flag, value, choices }) {
  return value === null ? flag : `${flag} ${choices === null ? `<${value}>` : choices.join('|')}`;
}

function formatExitCodes({ exitCodes, errorCodes }) {
  const rows = exitCodes.map(({ code, meaning }) => {
    const errors = errorCodes.filter(({ exitCode }) => exitCode === code).map((error) => `\`${error.code}\``);
    return `| ${code} | ${meaning} | ${errors.join(', ')} |`;
  });
  return ['| exit | meaning | `error.code` |', '|---|---|---|', ...rows].join('\n');
}

function named(command) {
  return command.replace(/^openclaw/, NAME);
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const file = new URL('../SKILL.md', import.meta.url);
  const bin = fileURLToPath(new URL('../bin/openclaw.js', import.meta.url));
  const table = JSON.parse(execFileSync(process.execPath, [bin, 'help', '--json'], { encoding: 'utf8' }));
  writeFileSync(file, fillSkill(readFileSync(file, 'utf8'), table));
}
