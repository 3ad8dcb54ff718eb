import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { guardRequests } from './guard-requests.ts';

const HOST = '127.0.0.1';
const ATTEMPTS = 50;
/** Longer than any page pauses: a connection that closes just as it is used again looks like a lost request. */
const KEEP_ALIVE_MS = 600_000;

function portOf(server: Server, otherwise: number): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : otherwise;
}

export interface Listening {
  readonly server: Server;
  readonly port: number;
  readonly origin: string;
  close(): Promise<void>;
}

function tryPort(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    };
    server.once('error', failed);
    server.listen(port, HOST, () => {
      server.off('error', failed);
      resolve(true);
    });
  });
}

/** Listens on the loopback address, on `port` or the next free one; 0 lets the system choose. */
export async function listen(port: number, handler: RequestListener): Promise<Listening> {
  const server: Server = createServer(guardRequests(handler, () => portOf(server, port)));
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (!(await tryPort(server, port === 0 ? 0 : port + attempt))) continue;
    const actual = portOf(server, port);
    return {
      server,
      port: actual,
      origin: `http://${HOST}:${actual}`,
      close: () =>
        new Promise((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        }),
    };
  }
  throw new Error(
    `The ports ${port} to ${port + ATTEMPTS - 1} of ${HOST} are all in use. Choose another with --port.`,
  );
}
