import type { LiveMessage } from '../shared/live-message.ts';

/** Listens to the server; the browser reconnects by itself. */
export function listenToServer(query: string, onMessage: (message: LiveMessage) => void): void {
  const source = new EventSource(`/api/live?${query}`);
  source.addEventListener('message', (event: MessageEvent<string>) =>
    onMessage(JSON.parse(event.data) as LiveMessage),
  );
}
