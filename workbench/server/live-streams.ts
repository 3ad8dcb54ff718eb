import type { ServerResponse } from 'node:http';
import type { LiveMessage } from '../shared/live-message.ts';

export interface LiveStreams {
  /** Keeps `response` open as an event stream until the page goes. */
  open(response: ServerResponse, session: string): void;
  /** To the pages of one session, or of all. */
  send(message: LiveMessage, session?: string): void;
  closeAll(): void;
}

export function createLiveStreams(): LiveStreams {
  const pages = new Map<ServerResponse, string>();
  return {
    open(response, session) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      pages.set(response, session);
      response.on('close', () => pages.delete(response));
    },
    send(message, session) {
      const text = `data: ${JSON.stringify(message)}\n\n`;
      for (const [response, name] of pages) {
        if (session === undefined || name === session) response.write(text);
      }
    },
    closeAll() {
      for (const response of pages.keys()) response.end();
      pages.clear();
    },
  };
}
