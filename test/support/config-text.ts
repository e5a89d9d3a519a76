import { readFileSync } from 'node:fs';

/** A config of `fixtures/configs/`, by file name. */
export function configText(name: string): string {
  return readFileSync(new URL(`../../fixtures/configs/${name}`, import.meta.url), 'utf8');
}
