import type { WireMessage } from '../../src/model/snapshot.ts';
import type { SdkMessage } from '../../src/simulator/sdk-channel.ts';
import type { FromEngine, ToEngine } from '../shared/socket-message.ts';
import { decodeWire, encodeWire } from '../shared/wire-json.ts';
import { createCcpScreen } from './ccp-screen.ts';

const RECONNECT_MS = 500;

const query = new URLSearchParams(location.search);
const screen = createCcpScreen(document.body, (verb, args) => send({ kind: 'agent', verb, args }));
let socket: WebSocket | null = null;
let sdkPort: MessagePort | null = null;

function send(message: ToEngine): void {
  if (socket?.readyState === WebSocket.OPEN) socket.send(encodeWire(message));
}

/** The SDK channel: one end of a port goes to the page, the other is relayed. */
function offerSdkPort(): void {
  if (window.parent === window) return;
  const channel = new MessageChannel();
  sdkPort = channel.port1;
  sdkPort.addEventListener('message', (event: MessageEvent<SdkMessage>) =>
    send({ kind: 'sdk', message: event.data }),
  );
  sdkPort.start();
  window.parent.postMessage({ type: 'cross-domain-adapter-init' }, '*', [channel.port2]);
}

function receive(message: FromEngine): void {
  if (message.kind === 'wire' && window.parent !== window) window.parent.postMessage(message.message, '*');
  else if (message.kind === 'sdk') sdkPort?.postMessage(message.message);
  else if (message.kind === 'view') screen.show(message.view, message.now - Date.now());
  else if (message.kind === 'refused') screen.refuse(message.text);
}

function connect(): void {
  const address = new URL(
    `/socket?session=${encodeURIComponent(query.get('session') ?? 'default')}`,
    location.href,
  );
  address.protocol = 'ws:';
  const next = new WebSocket(address);
  next.addEventListener('open', offerSdkPort);
  next.addEventListener('message', (event: MessageEvent<string>) =>
    receive(decodeWire(event.data) as FromEngine),
  );
  next.addEventListener('close', () => setTimeout(connect, RECONNECT_MS));
  socket = next;
}

window.addEventListener('message', (event: MessageEvent<WireMessage>) => {
  const isWire =
    typeof event.data === 'object' && event.data !== null && typeof event.data.event === 'string';
  if (event.source === window.parent && window.parent !== window && isWire) {
    send({ kind: 'wire', message: event.data });
  }
});
setTimeout(connect, Number(query.get('late') ?? 0));
