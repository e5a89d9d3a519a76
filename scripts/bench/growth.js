import { measurePaired } from './measure.js';
import { configOf, createSandbox, ONBOARD } from './sandbox.js';

const CONFIG_SIZES = { '2 KB': 2_000, '200 KB': 200_000, '2 MB': 2_000_000 };
const LIST_SIZES = [137, 1_000, 10_000];

/** How reading and writing commands grow with the config: `[{ size, read, write }]` in ms. */
export async function measureConfigGrowth(sandbox, rounds) {
  const rows = [];
  for (const [size, bytes] of Object.entries(CONFIG_SIZES)) {
    const home = sandbox.newHome();
    const text = configOf(bytes);
    sandbox.writeConfig(home, text);
    await sandbox.run(['models', 'list', '--refresh'], home);
    const measures = {
      read: () => sandbox.run(['config', 'get', 'agents.defaults.model.primary'], home),
      write: () => {
        sandbox.writeConfig(home, text);
        return sandbox.run(['models', 'set', 'Qwen/Qwen3-8B'], home);
      },
    };
    const [, read, write] = await measurePaired(measures, sandbox.bare, rounds);
    rows.push({ size, read: read.ms, write: write.ms });
  }
  return rows;
}

/** `models list --json` from a fresh cache of so many models: `[{ models, ms }]`. */
export async function measureListGrowth(node, rounds) {
  const rows = [];
  for (const models of LIST_SIZES) {
    const sandbox = await createSandbox({ node, models });
    const home = sandbox.newHome();
    await sandbox.run(ONBOARD, home);
    const measures = { list: () => sandbox.run(['models', 'list', '--json'], home) };
    const [, list] = await measurePaired(measures, sandbox.bare, rounds);
    rows.push({ models, ms: list.ms });
    await sandbox.close();
  }
  return rows;
}
