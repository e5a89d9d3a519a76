import { describe, expect, test } from 'vitest';
import { useCommands } from '../../support/in-process.ts';
import { keysOf, LISTED, NAMING } from '../../support/list-models.ts';
import { documentOf, failureOf, TOKEN } from '../../support/program.ts';

const program = useCommands({ models: LISTED });
const env = { HF_TOKEN: TOKEN };

describe('flags choose and order', () => {
  test.each([
    ['--search by id', ['--search', 'ALPHA'], ['alpha-10b:cheapest', 'alpha-10b', 'alpha-9b']],
    ['--search by several words in any order', ['--search', '10b org'], ['alpha-10b:cheapest', 'alpha-10b']],
    ['--search by alias', ['--search', 'omega'], ['zeta']],
    ['--tools', ['--tools'], ['alpha-10b:cheapest', 'alpha-10b', 'alpha-9b']],
    ['--image', ['--image'], ['alpha-10b:cheapest', 'alpha-10b']],
    ['--max-price by output, unknown excluded', ['--max-price', '1'], ['alpha-9b']],
    ['--configured', ['--configured'], ['zeta', 'alpha-10b:cheapest', 'gone']],
    [
      '--sort price, unknown last',
      ['--sort', 'price'],
      ['alpha-9b', 'alpha-10b:cheapest', 'alpha-10b', 'down', 'gone', 'zeta'],
    ],
    ['--sort context', ['--sort', 'context'], ['alpha-10b', 'alpha-10b:cheapest', 'alpha-9b', 'zeta', 'down', 'gone']],
    ['--sort speed', ['--sort', 'speed'], ['alpha-10b', 'alpha-10b:cheapest', 'zeta', 'alpha-9b', 'down', 'gone']],
    ['--all changes nothing', ['--all', '--tools'], ['alpha-10b:cheapest', 'alpha-10b', 'alpha-9b']],
    ['all at once', ['--tools', '--image', '--max-price', '2', '--search', 'cheap'], ['alpha-10b:cheapest']],
    ['nothing left', ['--search', 'nothing like this'], []],
  ])('%s', async (_, flags, keys) => {
    const { list, write } = program();
    write('openclaw.json', NAMING);
    const run = await list([...flags, '--json'], { env });
    expect([run.code, keysOf(run)]).toEqual([0, keys]);
  });

  test("--sort speed, with a price of the config's own for the cheapest", async () => {
    const { list, write } = program();
    const entry = '{ id: "org/alpha-10b:cheapest", cost: { input: 9, output: 9 } }';
    write('openclaw.json', `{ models: { providers: { huggingface: { models: [${entry}] } } } }`);
    const sorted = keysOf(await list(['--sort', 'speed', '--json'], { env }));
    expect(sorted.slice(0, 3)).toEqual(['alpha-10b', 'alpha-10b:cheapest', 'zeta']);
  });

  test('--sort name', async () => {
    const { list, write } = program();
    write('openclaw.json', NAMING);
    expect(keysOf(await list(['--sort', 'name', '--json'], { env })).at(-1)).toBe('zeta');
  });
});

describe('a wrong flag is exit 2', () => {
  test.each([
    [
      '--provider hugginface',
      '--provider can\'t be "hugginface", only huggingface.',
      'Did you mean --provider huggingface?',
    ],
    [
      '--provider openai',
      'This program lists the models of Hugging Face only, not of "openai".',
      'openclaw models list --provider huggingface',
    ],
    ['--sort prise', '--sort can\'t be "prise", only name, price, context or speed.', 'Did you mean --sort price?'],
    [
      '--max-price cheap',
      '--max-price can\'t be "cheap": it must be a number of US dollars.',
      'For example: openclaw models list --provider huggingface --tools --max-price 1 --sort price',
    ],
    [
      '--max-price -1',
      '--max-price can\'t be "-1": it must be a number of US dollars.',
      'For example: openclaw models list --provider huggingface --tools --max-price 1 --sort price',
    ],
    [
      '--search --tools',
      '--search can\'t be "--tools": it looks like a flag. Is the value missing?',
      'For example: openclaw models list --provider huggingface --search "qwen 30b" --json',
    ],
    ['--serch x', 'openclaw models list has no flag --serch.', 'Did you mean --search?'],
  ])('%s', async (words, message, hint) => {
    const { run, asked } = program();
    const args = ['models', 'list', ...words.split(' ')];
    expect(failureOf(await run(args))).toEqual({ code: 2, says: [message, hint] });
    expect(documentOf(await run([...args, '--json']))).toMatchObject({ error: { code: 'usage', message, hint } });
    expect(asked()).toEqual([]);
  });

  test('--json with --plain', async () => {
    const { list } = program();
    expect(documentOf(await list(['--json', '--plain']))).toMatchObject({ ok: false, error: { exitCode: 2 } });
  });
});
