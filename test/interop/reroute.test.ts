import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { routerServer } from '../support/router-server.ts';

const server = routerServer();
const REROUTE = fileURLToPath(new URL('reroute.cjs', import.meta.url));

const https = (url: string) =>
  `new Promise((resolve, reject) => require('node:https').get('${url}', ({ statusCode }) => resolve(statusCode)).on('error', reject))`;

test.each([
  ['fetch reaches the router', "fetch('https://router.huggingface.co/v1/models').then(({ status }) => status)", '200'],
  ['node:https reaches the Hub', https('https://huggingface.co/api/whoami-v2'), '401'],
  ['no other host is reached', https('https://registry.npmjs.org/'), 'ECONNREFUSED'],
  ['no address is reached', "fetch('http://192.0.2.1/')", 'ECONNREFUSED'],
  ['no name is looked up', "require('node:dns').promises.lookup('example.com')", 'ENOTFOUND'],
  ['no name server is asked', "require('node:dns').promises.resolve4('example.com')", 'ENOTFOUND'],
  [
    'no datagram is sent',
    "new Promise((_, reject) => { const socket = require('node:dgram').createSocket('udp4'); socket.send('x', 53, '192.0.2.1', (error) => { socket.close(); reject(error); }); })",
    'ENETUNREACH',
  ],
])('a rerouted process: %s', async (_name, expression, says) => {
  const script = `(${expression}).catch((error) => error.cause?.code ?? error.code).then((said) => console.log(said))`;
  expect(await run(script)).toBe(`${says}\n`);
});

/** What a process with the preload prints. Not in this one's time: the stand-in answers from here. */
async function run(script: string): Promise<string> {
  const env = { PATH: process.env.PATH, OPENCLAW_INTEROP_SERVICE: server().url };
  const args = ['--require', REROUTE, '--eval', script];
  return (await promisify(execFile)(process.execPath, args, { env })).stdout;
}
