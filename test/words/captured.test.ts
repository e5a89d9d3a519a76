import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { unmarked } from '../../src/text/wrap.ts';
import { LANGUAGES, loadWords } from '../../src/words/load-words.ts';
import type { Words } from '../../src/words/words.ts';
import { accountIn } from '../support/account.ts';
import { OTHER_TOKEN, type Program, TOKEN, useProgram } from '../support/program.ts';
import { type Session, startSession, WITH_CHOICE } from '../support/session.ts';

const program = useProgram();
const HUGGING_FACE_IS_DOWN = {
  HF_ENDPOINT: 'http://127.0.0.1:9',
  OPENCLAW_HUGGINGFACE_BASE_URL: 'http://127.0.0.1:9/v1',
};
const BROKEN_CONFIG = '{\n  // mine\n  agents: { defaults: { model: "openai/gpt-5" }\n';

/** What is the same in every language: names, terms, what is typed. */
const ENGLISH =
  /https?:\S+|(?:~|\/|\.\/)[\w./{}-]*[\w/]|[\w.-]+\/[\w.:*-]+|--[\w-]+(?: <[\w-]+>)?|\bhf_\S+|[A-Z]+(?:_[A-Z]+)+|openclaw \w[^，。、]*|"[^"]*"|`[^`]*`|Make calls to Inference Providers|[Ii]nference providers?|Inference Providers|example-\w+|provider huggingface|Hugging Face|OpenClaw|hf auth login|API key|fine-grained(?: token)?|free tier|Default Hugging Face model|(?:DeepSeek|Qwen\d?|Llama|GPT-OSS|Kimi|GLM)[\w. -]*/g;

/** Two words of English in a row that are none of those. */
function englishIn(screen: string): string[] {
  return (
    screen
      .replace(/ownUser[\s\S]*?fineGrained/g, '')
      .replace(/\s+/g, ' ')
      .replace(ENGLISH, ' · ')
      .match(/\b[A-Za-z]{2,}[ ,]+[a-z]{2,}\b/g) ?? []
  );
}

type Capture = { title: string; screen: string };

/** A run in a language, and what is left to be seen of it. */
class Captures {
  readonly all: Capture[] = [];
  readonly #program: Program;
  readonly #options: { env: Record<string, string>; columns: number; rows: number };

  constructor(ours: Program, language: string, columns: number) {
    // As long as the home that is shown: lines break where they would for a person.
    const home = mkdtempSync('/tmp/');
    onTestFinished(() => rmSync(home, { recursive: true }));
    this.#program = { ...ours, home };
    this.#options = { env: { OPENCLAW_LOCALE: language }, columns, rows: columns === 80 ? 36 : 50 };
  }

  start(args?: readonly string[], env: Record<string, string> = {}): Session {
    return startSession(this.#program, args, { ...this.#options, env: { ...this.#options.env, ...env } });
  }

  /** Looks at all of a session so far. */
  look(title: string, session: Session, screen = session.text()): void {
    const tidy = (text: string) =>
      text.replaceAll(this.#program.home, '/home/maria').replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:8080');
    this.all.push({ title, screen: tidy(screen) });
    // What has no blank, and a command or a line of a diff, is left whole: the terminal breaks it, and copying keeps it.
    const breakable = session
      .broken()
      .filter((line) => / \S/.test(line.replace(/^[✗!✔]? +/, '')) && !/^(?:[+-]| *(?:\/model|openclaw) )/.test(line));
    expect(breakable, title).toEqual([]);
  }

  write(file: string, text: string): void {
    writeFileSync(join(this.#program.home, file), text);
  }

  /** A command that asks nothing. */
  async command(title: string, args: readonly string[], env: Record<string, string> = {}): Promise<void> {
    const session = this.start(args, env);
    await session.ends();
    this.look(title, session, session.history());
  }
}

/** The titles and rows that are looked for, as they are seen. */
function namesIn({ onboarding, summary, prompts, billing }: Words) {
  return {
    keys: unmarked(prompts.keys.choose),
    token: unmarked(onboarding.token.title),
    whatNow: unmarked(onboarding.token.whatNow),
    goOn: unmarked(onboarding.token.goOn),
    model: unmarked(onboarding.model.title),
    route: unmarked(onboarding.route.title),
    fallbacks: unmarked(onboarding.fallbacks.title),
    done: unmarked(onboarding.fallbacks.done),
    apply: unmarked(summary.title),
    addFallbacks: unmarked(summary.rows.fallbacks),
    billTo: unmarked(billing.title),
    remove: unmarked(onboarding.remove.title),
  };
}

type Names = ReturnType<typeof namesIn>;

/** Waits for a list until all of it is there. */
async function opens(session: Session, title: string, { keys }: Names): Promise<void> {
  await session.asks(title);
  await session.until(() => session.text().split(`? ${title}`).at(-1)?.includes(keys) ?? false, `the keys of ${title}`);
}

async function firstRun(captures: Captures, names: Names): Promise<void> {
  const session = captures.start(WITH_CHOICE);
  await session.asks(names.token);
  captures.look('No token found', session);
  await session.paste(OTHER_TOKEN, names.token);
  await session.shows('✗');
  await session.asks(names.token);
  captures.look('A rejected token', session);
  await session.paste(TOKEN, names.token);
  await opens(session, names.model, names);
  captures.look('The model', session);
  await session.choose(names.model);
  await opens(session, names.route, names);
  captures.look('The route', session);
  await session.choose(names.route);
  await session.choose(names.apply, names.addFallbacks);
  await opens(session, names.fallbacks, names);
  session.type('gpt-oss-120b');
  await session.shows('❯ openai/gpt-oss-120b');
  session.press('enter');
  await session.shows('  1. openai/gpt-oss-120b');
  await opens(session, names.fallbacks, names);
  captures.look('Fallbacks', session);
  await session.choose(names.fallbacks, names.done);
  await opens(session, names.apply, names);
  captures.look('The summary', session);
  await session.choose(names.apply);
  await session.ends();
  captures.look('Done', session);
}

/** A second run of an account in two organisations, whose token has no permission for the one that is chosen. */
async function whoPays(captures: Captures, names: Names): Promise<void> {
  const session = captures.start(WITH_CHOICE);
  await session.choose(names.token);
  await session.choose(names.model);
  await session.choose(names.route);
  await session.choose(names.apply, names.billTo);
  await opens(session, names.billTo, names);
  captures.look('Who pays', session);
  await session.choose(names.billTo, 'example-lab');
  await opens(session, names.apply, names);
  captures.look('The summary, an organisation pays', session);
  session.press('ctrl-c');
  await session.ends();
  const quietly = ['onboard', '--non-interactive', '--auth-choice', 'huggingface-api-key', '--dry-run'];
  await captures.command('Not an organisation of the account', [...quietly, '--bill-to', 'example-other']);
  await captures.command('An organisation that was not checked', [...quietly, '--offline', '--bill-to', 'example-org']);
}

/** What goes, what stays and why; the answer is no. */
async function takingOut(captures: Captures, names: Names): Promise<void> {
  const session = captures.start(['onboard', '--remove']);
  await opens(session, names.remove, names);
  captures.look('Taking Hugging Face out', session);
  session.press('ctrl-c');
  await session.ends();
  await captures.command('Answers that are not there', ['onboard', '--from', '/answers.json5']);
}

async function noNetwork(captures: Captures, names: Names): Promise<void> {
  const session = captures.start(WITH_CHOICE, HUGGING_FACE_IS_DOWN);
  await session.paste(TOKEN, names.token);
  await opens(session, names.whatNow, names);
  captures.look('Hugging Face can not be reached', session);
  await session.choose(names.whatNow, names.goOn);
  await opens(session, names.model, names);
  captures.look('The built-in models', session);
  session.press('ctrl-c');
  await session.ends();
}

describe.each(LANGUAGES.filter((language) => language !== 'en'))('%s', (language) => {
  test.each([80, 40])('in %s columns', async (columns) => {
    const ours = program();
    const captures = new Captures(ours, language, columns);
    const names = namesIn(await loadWords(language));
    await noNetwork(captures, names);
    await firstRun(captures, names);
    await captures.command('models list', ['models', 'list', '--search', 'gpt oss']);
    await captures.command('models status', ['models', 'status']);
    ours.service.script('/api/whoami-v2', accountIn(['example-org', 'example-lab'], ['example-org']));
    await whoPays(captures, names);
    await takingOut(captures, names);
    captures.write('.openclaw/openclaw.json', BROKEN_CONFIG);
    await captures.command('A broken config', ['models', 'status']);
    const text = captures.all.map(({ title, screen }) => `## ${title}\n\n\`\`\`text\n${screen}\n\`\`\`\n`).join('\n');
    await expect(`# ${language}, ${columns} columns\n\n${text}`).toMatchFileSnapshot(
      `../../docs/screens/${language}-${columns}.md`,
    );
    expect(captures.all.flatMap(({ title, screen }) => englishIn(screen).map((found) => `${title}: ${found}`))).toEqual(
      [],
    );
  });
});
