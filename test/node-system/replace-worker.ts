import { statSync } from 'node:fs';
import { createFiles } from '../../src/node-system/disk/files.ts';

/** Replaces a file by `new` with its own mode, as whoever runs this. */
const path = process.argv[2] ?? '';
const files = createFiles(new AbortController().signal, new Set());
await files.replace(path, new TextEncoder().encode('new'), statSync(path).mode & 0o777);
