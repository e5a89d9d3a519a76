import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/read/read.ts';
import { diskSystem, saveConfig } from '../config/disk-system.ts';
import { tempDirectory } from '../support/temp-directory.ts';
import { OLD_TOKEN, onboardArgs, placesIn, type Result, TOKEN, useProgram } from './support/program.ts';
import { tried } from './support/soak.ts';

const program = useProgram();
const canTrace = process.platform === 'linux' && spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;
const CONFIG = '{\n  // mine\n}\n';
const ENV = `HUGGINGFACE_HUB_TOKEN=${OLD_TOKEN}\n`;

function setting() {
  const home = tempDirectory();
  const at = placesIn(home);
  writeFileSync(at.config, CONFIG);
  writeFileSync(at.envFile, ENV, { mode: 0o600 });
  /** On a disk that takes its time for one kind of call. */
  const runSlowly = (call: string, milliseconds: number): Promise<Result> => {
    const delay = `inject=${call}:delay_enter=${milliseconds * 1000}`;
    const under = ['strace', '-f', '-qq', '-o', '/dev/null', '-e', `trace=${call}`, '-e', delay];
    return program().run(onboardArgs(['--offline', '--huggingface-api-key', '-']), { home, under, input: TOKEN });
  };
  return { ...at, runSlowly };
}

async function until(isSo: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 2000 && !isSo(); attempt++) await pause(5);
  expect(isSo()).toBe(true);
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe.skipIf(!canTrace)('on a slow disk', () => {
  test('what an editor writes in place between our last look and our rename is not lost', async () => {
    const at = setting();
    const running = at.runSlowly('rename', 400);
    // The new text is on the disk; what comes next is the look and, 400 ms later, the rename.
    const isWritten = (name: string) =>
      /^\.openclaw\.json\.\d+\./.test(name) && readFileSync(join(at.stateDir, name), 'utf8').includes('DeepSeek');
    await until(() => readdirSync(at.stateDir).some(isWritten));
    await pause(150);
    writeFileSync(at.config, `// theirs\n${CONFIG}`);
    const { code, stderr } = await running;
    expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
    expect(at.text()).toContain('// theirs');
    expect(at.text()).toContain('huggingface/deepseek-ai/DeepSeek-R1');
    expect(at.leftovers()).toEqual([]);
    tried('foreign writes, between look and rename', 1);
  });

  test('a second Ctrl-C between .env and the config leaves both new, then ends by the signal', async () => {
    const at = setting();
    const running = at.runSlowly('fsync', 60);
    await until(() => at.envText()?.includes(TOKEN) === true);
    const { pid } = JSON.parse(readFileSync(`${at.config}.lock`, 'utf8'));
    process.kill(pid, 'SIGINT');
    await pause(20);
    process.kill(pid, 'SIGINT');
    const { signal } = await running;
    const isNew = [at.text() !== CONFIG, at.envText() !== ENV];
    expect([signal, isNew, at.leftovers()]).toEqual(['SIGINT', [true, true], []]);
    tried('second Ctrl-C in an apply', 1);
  });
});

test('a file that an editor has just emptied is not taken for an empty config', async () => {
  const directory = tempDirectory();
  const { system, locations } = diskSystem(directory);
  const descriptor = openSync(locations.configPath, 'w');
  setTimeout(() => {
    writeSync(descriptor, '{ theirs: 1 }');
    closeSync(descriptor);
  }, 50);
  const snapshot = await readConfig(locations, system);
  const text = snapshot.text.replace('}', ', mine: 1 }');
  await saveConfig({ snapshot, text, locations }, system);
  expect(readFileSync(locations.configPath, 'utf8')).toBe('{ theirs: 1 , mine: 1 }');
});
