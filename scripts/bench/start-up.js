import { measurePaired } from './measure.js';
import { ONBOARD } from './sandbox.js';

/** The start-up table: whole runs of the common commands against a bare node. */
export async function measureStartUp(sandbox, rounds) {
  const home = sandbox.newHome();
  await sandbox.run(ONBOARD, home);
  const measures = {
    'openclaw --version': () => sandbox.run(['--version'], home),
    'openclaw --help': () => sandbox.run(['--help'], home),
    'models list (fresh cache of 137)': () => sandbox.run(['models', 'list', '--provider', 'huggingface'], home),
    'config get agents.defaults.model.primary': () =>
      sandbox.run(['config', 'get', 'agents.defaults.model.primary'], home),
    'models status --check (fresh cache of 137)': () => sandbox.run(['models', 'status', '--check'], home),
    'second onboarding, unchanged, --verify off': () => sandbox.run([...ONBOARD, '--verify', 'off'], home),
    'first onboarding, both requests': () => sandbox.run(ONBOARD, sandbox.newHome()),
  };
  return measurePaired(measures, sandbox.bare, rounds);
}
