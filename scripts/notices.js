import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

const LICENCE = /^(licen[cs]e|notice|copying)(\.(md|txt))?$/i;
const RULE = '-'.repeat(80);

/**
 * The licence texts of these packages, and of the code that a package itself took from elsewhere. The same text for the
 * same code. Throws where a package has no licence text.
 */
export function formatNotices(packages) {
  const blocks = packages.map(({ directory, files, manifest: { name, version, license } }) => ({
    title: `${name} ${version}`,
    spdx: license,
    licences: licencesOf(directory, files),
  }));
  const without = blocks.filter(({ licences }) => licences.length === 0);
  if (without.length > 0) throw new Error(`No licence text in ${without.map(({ title }) => title).join(', ')}`);
  return `The files in dist/ contain code of these packages.\n\n${blocks.map(formatBlock).join('\n')}`;
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
