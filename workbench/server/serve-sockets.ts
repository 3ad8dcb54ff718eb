import type { IncomingMessage } from 'node:http';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import type { Stop } from '../../src/model/ports.ts';
import { refuseForeign } from './guard-requests.ts';
import type { Listening } from './listen.ts';
import { refuseSessionName } from './sessions.ts';
import type { Session, Sessions } from './sessions.ts';

const LONGEST_MESSAGE = 4 * 1024 * 1024;

/** Hands every socket opened at `/socket?session=<name>` to `attach`. */
export function serveSockets(
  listening: Listening,
  sessions: Sessions,
  attach: (socket: WebSocket, session: Session) => void,
): Stop {
  const sockets = new WebSocketServer({
    server: listening.server,
    path: '/socket',
    maxPayload: LONGEST_MESSAGE,
    verifyClient: ({ req }: { readonly req: IncomingMessage }) =>
      req.headers.origin !== undefined && refuseForeign(req, listening.port) === null,
  });
  sockets.on('connection', (socket, request) => {
    const { searchParams } = new URL(request.url ?? '/', listening.origin);
    const name = searchParams.get('session') ?? 'default';
    const refusal = refuseSessionName(name);
    if (refusal === null) attach(socket, sessions.get(name));
    else socket.close(1008, refusal);
  });
  return () => {
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
  };
}
