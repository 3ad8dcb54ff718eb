import type { FromDialer } from '../shared/socket-message.ts';

const RECONNECT_MS = 500;

const session = new URLSearchParams(location.search).get('session') ?? 'default';
const line = document.querySelector('#status');
let socket: WebSocket | null = null;

function show(text: string): void {
  if (line !== null) line.textContent = text;
}

function postToPage(message: unknown): void {
  if (window.parent !== window) window.parent.postMessage(message, '*');
}

function receive(message: FromDialer): void {
  if (message.kind === 'message') {
    postToPage(message.message);
    return;
  }
  if (message.kind === 'mark') {
    postToPage({ event: 'workbench::mark', data: message.mark });
    return;
  }
  const { tether, call } = message.view;
  const text = call === null ? 'no call' : `${call.pacing} call to ${call.number}, ${call.stage}`;
  show(`Simulated dialler: tether ${tether.toLowerCase()}, ${text}.`);
}

function connect(): void {
  const address = new URL(`/socket?session=${encodeURIComponent(session)}`, location.href);
  address.protocol = 'ws:';
  const next = new WebSocket(address);
  next.addEventListener('message', (event: MessageEvent<string>) =>
    receive(JSON.parse(event.data) as FromDialer),
  );
  next.addEventListener('close', () => setTimeout(connect, RECONNECT_MS));
  socket = next;
}

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (event.source !== window.parent || window.parent === window) return;
  if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(event.data));
});
connect();
