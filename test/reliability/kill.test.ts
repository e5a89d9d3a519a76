import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, statSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pidPlace } from '../../src/node-system/lock/lock-owner.ts';
import { OLD_TOKEN, onboardArgs, placesIn, serviceEnv, TOKEN, useProgram } from './support/program.ts';
import { useService } from './support/service.ts';
import { rounds, tried, twoAtATime } from './support/soak.ts';

const program = useProgram();

const CONFIG = `// mine\n{\n  gateway: { mode: 'local' }, // stays\n${'  // a long comment\n'.repeat(2000)}}\n`;
const ENV = `OTHER=1\nHUGGINGFACE_HUB_TOKEN=${OLD_TOKEN}\n`;
const ARGS = onboardArgs(['--huggingface-api-key', '-', '--model', 'Qwen/Qwen3-8B', '--json']);

function freshHome() {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'openclaw-kill-')));
  const at = placesIn(home);
  writeFileSync(at.config, CONFIG);
  writeFileSync(at.envFile, ENV, { mode: 0o600 });
  return { home, at };
}

test('a run killed at any moment leaves the old or the new files, and the next run works at once', async () => {
  const service = await useService({ models: [{ id: 'Qwen/Qwen3-8B', providers: [] }] });
  const env = serviceEnv(service);
  const run = (home: string, kill?: Kill) =>
    program().run(ARGS, { home, env, input: TOKEN, ...(kill && { watch: kill }) });
  const reference = freshHome();
  const { elapsedMs, code } = await run(reference.home);
  expect(code).toBe(0);
  const [newConfig, newEnv] = [reference.at.text(), reference.at.envText()];
  expect(newConfig).not.toBe(CONFIG);
  rmSync(reference.home, { recursive: true });

  const count = rounds(16, 300);
  const seen = { old: 0, between: 0, new: 0, left: 0 };
  await twoAtATime(count, async (index) => {
    const { home, at } = freshHome();
    // Half of them anywhere in the run; half right at one of the changes in the directory, where it matters most.
    await run(home, index % 2 ? killAfter(Math.random() * elapsedMs) : killAtChange(at.stateDir, index % 24));
    const [config, envFile] = [at.text(), at.envText()];
    expect([CONFIG, newConfig]).toContain(config);
    expect([ENV, newEnv]).toContain(envFile);
    // The token is there before the config that needs it.
    if (config === newConfig) expect(envFile).toBe(newEnv);
    seen[config === newConfig ? 'new' : envFile === newEnv ? 'between' : 'old']++;
    if (at.leftovers().length > 0) seen.left++;
    const next = await run(home);
    expect([next.code, next.elapsedMs < elapsedMs + 4000]).toEqual([0, true]);
    expect([at.text(), at.envText(), at.leftovers()]).toEqual([newConfig, newEnv, []]);
    expect(backupOf(at.config)).toBe(CONFIG);
    expect(statSync(at.envFile).mode & 0o777).toBe(0o600);
    rmSync(home, { recursive: true });
  });
  tried('kill -9 in a run', count);
  tried('kill -9: files left for the next run to sweep', seen.left);
  expect(seen.old + seen.between + seen.new).toBe(count);
}, 600_000);

type Kill = NonNullable<Parameters<ReturnType<typeof program>['run']>[1]['watch']>;

function killAfter(milliseconds: number): Kill {
  return (child) => {
    setTimeout(() => child.kill('SIGKILL'), milliseconds);
  };
}

/** At the n-th change in the directory: a temp file, a lock, a rename. */
function killAtChange(directory: string, nth: number): Kill {
  return (child) => {
    let changes = 0;
    const watcher = watch(directory, () => {
      if (changes++ >= nth) child.kill('SIGKILL');
    });
    child.on('close', () => watcher.close());
  };
}

function backupOf(config: string): string {
  return readFileSync(`${config}.bak`, 'utf8');
}

test('a run with nothing to write sweeps what a killed one left, and leaves a living one’s alone', async () => {
  const service = await useService({ models: [{ id: 'Qwen/Qwen3-8B', providers: [] }] });
  const env = serviceEnv(service);
  const { home, at } = freshHome();
  expect((await program().run(ARGS, { home, env, input: TOKEN })).code).toBe(0);
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  const temp = (pid: number) => `.openclaw.json.${pid}.${pidPlace()}.0123456789abcdef.tmp`;
  writeFileSync(join(at.stateDir, temp(dead)), 'left');
  writeFileSync(join(at.stateDir, temp(process.pid)), 'in use');
  const again = await program().run(ARGS, { home, env, input: TOKEN });
  expect([again.code, JSON.parse(again.stdout).changed]).toEqual([0, false]);
  expect(at.leftovers()).toEqual([temp(process.pid)]);
  rmSync(home, { recursive: true });
});
