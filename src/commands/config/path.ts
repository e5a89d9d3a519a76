import { locateConfig } from '../../config/locate.ts';
import type { GlobalOptions } from '../../setup/options.ts';
import type { System } from '../../system.ts';
import { formatDocument } from '../../text/json.ts';

export type ConfigPathOptions = Pick<GlobalOptions, 'profile'> & { json: boolean };

/** Where the config is, whether it exists or not. */
export async function configPath({ profile, json }: ConfigPathOptions, system: System): Promise<number> {
  const path = locateConfig(system, profile).configPath;
  if (!json) system.io.out.write(`${path}\n`);
  else {
    // Something that is not a file, or can't be looked at, exists too.
    const exists = await system.files.stat(path).then(
      (found) => found !== undefined,
      () => true,
    );
    system.io.out.write(formatDocument({ path, exists }));
  }
  return 0;
}
