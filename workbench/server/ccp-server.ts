import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WebSocket } from 'ws';
import type { CcpPort } from '../../src/simulator/ccp-engine-types.ts';
import type { Stop } from '../../src/model/ports.ts';
import type { FromEngine, ToEngine } from '../shared/socket-message.ts';
import { decodeWire, encodeWire } from '../shared/wire-json.ts';
import { sendText } from './http-answer.ts';
import type { Session } from './sessions.ts';
import type { WorkbenchBuild } from './workbench-build.ts';
import { systemClock } from './system-ports.ts';

/** Connects one frame's socket to the session's engine, and again whenever the engine is replaced. */
export function attachCcpSocket(socket: WebSocket, session: Session): void {
  const send = (message: FromEngine): void => {
    if (socket.readyState === socket.OPEN) socket.send(encodeWire(message));
  };
  const sendView = (): void => send({ kind: 'view', view: session.engine.view(), now: systemClock.now() });
  const connect = (): { port: CcpPort; stopSdk: Stop } => {
    const port = session.engine.connect((message) => send({ kind: 'wire', message }));
    return { port, stopSdk: port.onSdkPublish((message) => send({ kind: 'sdk', message })) };
  };
  const disconnect = (): void => {
    link.stopSdk();
    link.port.disconnect();
  };
  let link = connect();
  const stops = [
    session.onChange(sendView),
    session.onMark((mark) => send({ kind: 'wire', message: { event: 'workbench::mark', data: mark } })),
    session.onReplaced(() => {
      disconnect();
      link = connect();
    }),
  ];
  sendView();

  const runVerb = (verb: string, args: readonly unknown[]): void => {
    const verbs = session.engine.agent as unknown as Record<string, (...args: readonly unknown[]) => unknown>;
    if (!Object.hasOwn(verbs, verb)) throw new Error(`The simulated agent has no verb ${verb}.`);
    verbs[verb]?.(...args);
  };
  const take = (message: ToEngine): void => {
    if (message.kind === 'wire') link.port.receive(message.message);
    else if (message.kind === 'agent') runVerb(message.verb, message.args);
    else {
      const answer = link.port.sdk(message.message);
      if (answer !== null) send({ kind: 'sdk', message: answer });
    }
  };
  socket.on('message', (data) => {
    try {
      take(decodeWire(String(data)) as ToEngine);
    } catch (error) {
      send({ kind: 'refused', text: error instanceof Error ? error.message : String(error) });
    }
  });
  socket.on('close', () => {
    for (const stop of stops) stop();
    disconnect();
  });
}

/**
 * The pages of the CCP's origin. `/ccp-v2` is the simulated CCP; `?late=<ms>` answers late, `/dead` is a page that never
 * answers, `/refused` closes the connection.
 */
export function answerCcpRequest(
  request: IncomingMessage,
  response: ServerResponse,
  build: WorkbenchBuild,
): void {
  const { pathname } = new URL(request.url ?? '/', 'http://ccp.invalid');
  if (pathname === '/ccp.js') sendText(response, 200, build.scripts.ccp, '.js');
  else if (pathname === '/refused') request.socket.destroy();
  else if (pathname === '/dead')
    sendText(response, 200, '<!doctype html><title>Nothing answers here</title>');
  else if (pathname === '/ccp-v2' || pathname === '/ccp-v2/') sendText(response, 200, build.pages.ccp);
  else sendText(response, 404, 'Not found', '.txt');
}
