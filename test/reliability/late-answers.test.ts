import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { fixtureText } from '../../scripts/stand-in/answers.js';
import { forFile } from './support/for-file.ts';
import { onboardArgs, placesIn, serviceEnv, TOKEN, useProgram } from './support/program.ts';
import { tried } from './support/soak.ts';

const program = useProgram();
const { home: newHome, service, atEnd } = forFile();

/** The longest that one of these may take: the list's deadline, and a start of Node on a busy machine. */
const WORST_MS = 10_000 + 8000;
const LIST = ['models', 'list', '--provider', 'huggingface', '--refresh', '--json'];
const CHECK = onboardArgs(['--huggingface-api-key', '-', '--verify', 'required', '--json']);

type Piece = string | Buffer | { waitMs: number };

/** A service whose every answer is these pieces; the connection stays open after the last one. */
async function answering(pieces: readonly Piece[]): Promise<Record<string, string>> {
  const sockets = new Set<Socket>();
  const answer = async (socket: Socket) => {
    for (const piece of pieces) {
      if (socket.destroyed) return;
      if (typeof piece === 'object' && 'waitMs' in piece) await new Promise((go) => setTimeout(go, piece.waitMs));
      else socket.write(piece);
    }
  };
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => {}).setNoDelay(true));
    socket.on('data', () => void answer(socket));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  atEnd(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return serviceEnv({ url, baseUrl: `${url}/v1` });
}

const LIST_TEXT = fixtureText('router-models.json');
const OK = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';

/** Compressed bytes whose last eight are wrong and come when all seems well. */
function badEnd(encoding: string, bytes: Buffer, waitMs: number): Piece[] {
  const head = `${OK}content-encoding: ${encoding}\r\ncontent-length: ${bytes.length}\r\n\r\n`;
  return [head, bytes.subarray(0, -8), { waitMs }, Buffer.alloc(8, 0xa5)];
}

const slowly = (text: string): Piece[] => [...text].flatMap((piece) => [piece, { waitMs: 500 }]);

describe.concurrent('an answer', () => {
  test.each<[string, Piece[]]>([
    ['by gzip with a bad end, at once', badEnd('gzip', gzipSync(LIST_TEXT), 0)],
    ['by gzip with a bad end, 20 ms late', badEnd('gzip', gzipSync(LIST_TEXT), 20)],
    ['by gzip with a bad end, 30 ms late', badEnd('gzip', gzipSync(LIST_TEXT), 30)],
    ['by deflate with a bad end, 20 ms late', badEnd('deflate', deflateSync(LIST_TEXT), 20)],
    ['by deflate with a bad end, 30 ms late', badEnd('deflate', deflateSync(LIST_TEXT), 30)],
    ['whose headers never end', [OK, ...slowly('x-header: '.repeat(10))]],
    ['that only announces others', ['HTTP/1.1 102 Processing\r\n\r\n', ...slowly('HTTP/1.1 103 Early Hints\r\n\r\n')]],
    ['that drips', [`${OK}transfer-encoding: chunked\r\n\r\n`, ...slowly('1\r\n \r\n'.repeat(5))]],
  ])('%s ends the run with a reason, and nothing is written', async (_, pieces) => {
    const env = await answering(pieces);
    const home = newHome();
    const at = placesIn(home);
    const [checked, listed] = await Promise.all([
      program().run(CHECK, { home, env, input: TOKEN }),
      program().run(LIST, { home: newHome(), env: { ...env, HF_TOKEN: TOKEN } }),
    ]);
    expect([checked.code, JSON.parse(checked.stdout).error.code]).toEqual([5, 'token_unverified']);
    expect([at.text(), at.envText(), at.leftovers()]).toEqual([null, null, []]);
    expect([listed.code, JSON.parse(listed.stdout)]).toEqual([
      5,
      expect.objectContaining({ source: 'builtin', reason: expect.any(String) }),
    ]);
    for (const { elapsedMs } of [checked, listed]) expect(elapsedMs).toBeLessThan(WORST_MS);
    tried('network faults', 2);
  });
});

/** Written when the process ends: what of Node's own modules it loaded. */
const PRINT_LOADED = 'process.on("exit", () => process.stderr.write(`\\nloaded ${process.moduleLoadList.join(" ")}`));';

test.each([
  ['onboarding', onboardArgs(['--probe'])],
  ['the list', LIST],
  ['a probe', ['models', 'status', '--probe']],
])('%s loads nothing of Node’s own fetch', async (_, args) => {
  const here = await service();
  const home = newHome();
  const script = join(newHome(), 'print-loaded.cjs');
  writeFileSync(script, PRINT_LOADED);
  const env = { ...serviceEnv(here), HF_TOKEN: TOKEN, NODE_OPTIONS: `--require=${script}` };
  await program().run(onboardArgs([]), { home, env });
  const { code, stderr } = await program().run(args, { home, env });
  expect([code, stderr]).toEqual([0, expect.stringContaining('NativeModule http')]);
  expect(stderr).not.toMatch(/undici|internal\/webstreams\/readablestream|NativeModule (?:tls|https|zlib)\b/);
});
