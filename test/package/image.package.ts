import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesWithToken, recipe } from '../examples/recipe.ts';
import { TOKEN, useProgram } from '../support/program.ts';
import { buildah, buildBase, canBuild, packInto } from './image.ts';

const program = useProgram();

test.skipIf(!canBuild())(
  'built by buildah from a local base, the token is in no layer (skipped without buildah, or not as root)',
  async () => {
    const at = program();
    const context = packInto(at);
    expect(await buildBase(at)).toMatchObject({ code: 0 });
    const secret = join(at.home, 'hf_token.txt');
    writeFileSync(secret, `${TOKEN}\n`);
    const flags = ['--isolation', 'chroot', '--layers', '--pull-never', '--file', recipe('Dockerfile')];
    const given = ['--secret', `id=hf_token,src=${secret}`, '--tag', 'gateway', context];
    const built = await buildah(at, 'bud', ...flags, ...given);
    expect(built).toMatchObject({ code: 0, stdout: expect.stringContaining('Fallback: huggingface/Qwen/Qwen3-8B') });

    const pushed = join(at.home, 'pushed');
    mkdirSync(pushed);
    expect(await buildah(at, 'push', '--disable-compression', 'gateway', `dir:${pushed}`)).toMatchObject({ code: 0 });
    expect(readdirSync(pushed).length).toBeGreaterThan(5);
    expect(filesWithToken(pushed)).toEqual([]);

    await buildah(at, 'from', '--name', 'started', '--pull-never', 'gateway');
    const run = (...args: string[]) => buildah(at, 'run', '--isolation', 'chroot', ...args);
    const check = ['started', 'openclaw-onboard', 'models', 'status', '--check'];
    expect(await run(...check)).toMatchObject({ code: 4 });
    expect(await run('--env', `HF_TOKEN=${TOKEN}`, ...check)).toMatchObject({ code: 0 });
    // The name of the real OpenClaw is left to it.
    expect(await run('started', 'sh', '-c', 'echo /usr/local/bin/*')).toMatchObject({
      stdout: '/usr/local/bin/openclaw-onboard\n',
    });
  },
);
