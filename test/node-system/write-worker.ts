import { createFiles } from '../../src/node-system/disk/files.ts';

/** Replaces a file as fast as it can, until it is killed. */
const files = createFiles(new AbortController().signal, new Set());
const contents = ['b'.repeat(300_000), 'c'.repeat(100_000)].map((text) => new TextEncoder().encode(text));
console.log('ready');
for (;;) for (const content of contents) await files.replace(process.argv[2] ?? '', content, 0o600);
