// The screens of a first run: from the built program in a pseudo-terminal, against the stand-in. As text in three
// sizes, and as one SVG, into docs/screens; those of 80x24 between the markers of README.md too. `npm run build` first.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { VALID_TOKEN } from './stand-in/answers.js';
import { startStandIn } from './stand-in/server.js';
import { svgOf } from './terminal/svg.js';
import { openTerminal } from './terminal/terminal.js';

const BIN = fileURLToPath(new URL('../bin/openclaw.js', import.meta.url));
const README = fileURLToPath(new URL('../README.md', import.meta.url));
const DOCS = new URL('../docs/screens/', import.meta.url);
const MARKED = /(<!-- screens -->\n)[\s\S]*(<!-- \/screens -->)/;

/** As long as the throwaway one, so that lines break where they would for a person. */
const SHOWN_HOME = '/home/maria';

/** The first one is the README's, and the recording's. */
const SIZES = [
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
  { columns: 40, rows: 15 },
];

for (const [index, size] of SIZES.entries()) {
  const screens = await runAndLook(size);
  const text = screens.map(({ title, screen }) => `${title}\n\n\`\`\`text\n${screen}\n\`\`\`\n`).join('\n');
  const name = `${size.columns}x${size.rows}`;
  await writeFile(
    new URL(`${name}.md`, DOCS),
    `# A first run in a terminal of ${name}\n\nMade by \`scripts/screens.js\` from a real run.\n\n${text}`,
  );
  if (index > 0) continue;
  const title = 'A first run: the token, the model, the route, the summary, done';
  await writeFile(
    new URL('first-run.svg', DOCS),
    svgOf(
      screens.map(({ runs }) => runs),
      { ...size, title },
    ),
  );
  const readme = await readFile(README, 'utf8');
  await writeFile(
    README,
    readme.replace(MARKED, (_, begin, end) => `${begin}\n${text}\n${end}`),
  );
}

async function runAndLook(size) {
  const home = await mkdtemp('/tmp/');
  const service = await startStandIn();
  const terminal = openTerminal(process.execPath, [BIN, 'onboard', '--auth-choice', 'huggingface-api-key'], {
    env: {
      PATH: process.env.PATH,
      HOME: home,
      TERM: 'xterm-256color',
      LC_ALL: 'C.UTF-8',
      HF_ENDPOINT: service.url,
      OPENCLAW_HUGGINGFACE_BASE_URL: service.baseUrl,
    },
    cwd: home,
    ...size,
  });
  try {
    return await walk(terminal, (screen) => screen.replaceAll(home, SHOWN_HOME));
  } finally {
    terminal.kill();
    await service.close();
    await rm(home, { recursive: true, force: true });
  }
}

/** Every question with what is on the screen when it is open, then the end. */
async function walk(terminal, tidy) {
  const screens = [];
  const look = (title) => screens.push({ title, screen: tidy(terminal.text()), runs: tidied(terminal.runs(), tidy) });
  await terminal.asks('Hugging Face token');
  look('The token: where it was looked for, and where one is made');
  terminal.type(VALID_TOKEN);
  await terminal.shows('••••••••');
  terminal.press('enter');
  await opened(terminal, 'Default Hugging Face model');
  look('The model: type to filter; price and context where the choice is made');
  await answer(terminal, 'Default Hugging Face model');
  await opened(terminal, 'Route requests by');
  look('The route');
  await answer(terminal, 'Route requests by');
  await opened(terminal, 'Apply these changes?');
  look('The summary: nothing is written before this');
  await answer(terminal, 'Apply these changes?');
  await terminal.exited;
  look('Done: how to undo it, and how to do the same in a script');
  return screens;
}

function tidied(lines, tidy) {
  return lines.map((runs) => runs.map((run) => ({ ...run, text: tidy(run.text) })));
}

async function opened(terminal, question) {
  await terminal.asks(question);
  await terminal.shows(/^❯[\s\S]*enter choose/m);
}

async function answer(terminal, question) {
  terminal.press('enter');
  await terminal.until(() => !terminal.text().includes(`? ${question}`), `an answer to ${question}`);
}
