import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WebSocket } from 'ws';
import type { FromDialer } from '../shared/socket-message.ts';
import { sendText } from './http-answer.ts';
import type { Session } from './sessions.ts';
import type { WorkbenchBuild } from './workbench-build.ts';

/** Connects one dialler frame to the session's dialler: messages of its bus out, commands of the page in. */
export function attachDialerSocket(socket: WebSocket, session: Session): void {
  const send = (message: FromDialer): void => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
  };
  const sendView = (): void => send({ kind: 'view', view: session.dialer.view() });
  const stops = [
    session.onDialerMessage((message) => send({ kind: 'message', message })),
    session.onMark((mark) => send({ kind: 'mark', mark })),
    session.onChange(sendView),
  ];
  sendView();
  socket.on('message', (data) => {
    try {
      session.dialer.receive(JSON.parse(String(data)));
    } catch (error) {
      socket.close(1007, error instanceof SyntaxError ? 'not JSON' : 'not a command of the page');
    }
  });
  socket.on('close', () => stops.forEach((stop) => stop()));
}

/** The page of the dialler's origin. */
export function answerDialerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  build: WorkbenchBuild,
): void {
  const { pathname } = new URL(request.url ?? '/', 'http://dialer.invalid');
  if (pathname === '/dialer.js') sendText(response, 200, build.scripts.dialer, '.js');
  else if (pathname === '/') sendText(response, 200, build.pages.dialer);
  else sendText(response, 404, 'Not found', '.txt');
}
