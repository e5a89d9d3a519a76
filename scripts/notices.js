import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

const PACKAGE = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\/(.*)$/;
const LICENCE = /^(licen[cs]e|notice|copying)(\.(md|txt))?$/i;
const RULE = '-'.repeat(80);

/**
 * The licence texts of every package of which these builds (esbuild's metafiles) took code, and of the code that a
 * package itself took from elsewhere. The same text for the same code. Throws where a package has no licence text.
 */
export function formatNotices(metafiles) {
  const blocks = [...packagesOf(metafiles)].map(([directory, files]) => ({
    ...readPackage(directory),
    licences: licencesOf(directory, files),
  }));
  const without = blocks.filter(({ licences }) => licences.length === 0);
  if (without.length > 0) throw new Error(`No licence text in ${without.map(({ title }) => title).join(', ')}`);
  const texts = blocks.sort((a, b) => (a.title < b.title ? -1 : 1)).map(formatBlock);
  return `The files in dist/ contain code of these packages.\n\n${texts.join('\n')}`;
}

/** Directory of a package -> its bundled files, relative to it. What was shaken off does not count. */
function packagesOf(metafiles) {
  const packages = new Map();
  const inputs = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs)),
  );
  for (const [path, { bytesInOutput }] of inputs) {
    const [, directory, file] = PACKAGE.exec(path) ?? [];
    if (directory === undefined || bytesInOutput === 0) continue;
    packages.set(directory, (packages.get(directory) ?? new Set()).add(file));
  }
  return packages;
}

function readPackage(directory) {
  const { name, version, license } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
  return { title: `${name} ${version}`, spdx: license };
}

/** openai keeps the licences of what it took from others beside its sources in src/, not beside what it compiled. */
function licencesOf(directory, files) {
  const folders = new Set([...files].flatMap((file) => foldersAbove(file)).flatMap((path) => [path, `src/${path}`]));
  return [...folders].sort().flatMap((folder) => {
    const names = readdir(join(directory, folder)).filter((name) => LICENCE.test(name));
    return names.sort().map((name) => ({
      path: posix.join(folder, name),
      text: readFileSync(join(directory, folder, name), 'utf8')
        .replace(/\r/g, '')
        .trim(),
    }));
  });
}

/** `internal/qs/formats.js` -> `internal/qs`, `internal`, `.` */
function foldersAbove(file) {
  const folder = posix.dirname(file);
  return folder === '.' ? ['.'] : [folder, ...foldersAbove(folder)];
}

function readdir(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function formatBlock({ title, spdx, licences }) {
  const texts = licences.map(({ path, text }) => `${posix.dirname(path) === '.' ? '' : `${path}:\n\n`}${text}\n`);
  return `${RULE}\n${title} (${spdx})\n${RULE}\n\n${texts.join('\n')}`;
}
