import { createServer, type RequestListener, request } from 'node:http';
import { connect } from 'node:net';
import { onTestFinished } from 'vitest';

/** A proxy that leads every connection, wherever it is meant to go, to the service at `url`. Returns its own URL. */
export async function proxyTo(url: string): Promise<string> {
  const forward: RequestListener = (incoming, outgoing) => {
    const { method, headers } = incoming;
    const { pathname, search } = new URL(incoming.url ?? '');
    const upstream = request(`${url}${pathname}${search}`, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(upstream.on('error', () => outgoing.destroy()));
  };
  const server = createServer(forward).on('connect', (_request, client) => {
    const upstream = connect(Number(new URL(url).port), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      client.pipe(upstream).pipe(client);
    });
    for (const socket of [client, upstream]) socket.on('error', () => upstream.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}
