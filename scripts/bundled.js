import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGE = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\/(.*)$/;

/**
 * Every package of which these builds (esbuild's metafiles) took code, by name: its directory, its bundled files,
 * relative to it, and its package.json. What was shaken off does not count.
 */
export function bundledPackages(metafiles) {
  const files = new Map();
  const inputs = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs)),
  );
  for (const [path, { bytesInOutput }] of inputs) {
    const [, directory, file] = PACKAGE.exec(path) ?? [];
    if (directory === undefined || bytesInOutput === 0) continue;
    files.set(directory, (files.get(directory) ?? new Set()).add(file));
  }
  const packages = [...files].map(([directory, files]) => ({ directory, files, manifest: readManifest(directory) }));
  return packages.sort((a, b) => (a.manifest.name < b.manifest.name ? -1 : 1));
}

export function readManifest(directory) {
  return JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
}
