import { readConfig } from '../../src/config/read/read.ts';
import { diskSystem, saveConfig } from './disk-system.ts';

/** A process of its own, run as another user: saves `{ a: 1 }` in the state directory and prints what came of it. */
const { system, locations } = diskSystem(process.argv[2] ?? '');
try {
  const snapshot = await readConfig(locations, system);
  await saveConfig({ snapshot, text: '{ a: 1 }', locations }, system);
  console.log('saved');
} catch (error) {
  console.log(String(error), 'code' in Object(error) ? Object(error).code : '');
}
