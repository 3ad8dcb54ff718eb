import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { sendJson } from './http-answer.ts';

/** Turns what a handler throws into status 500 and a line on the terminal. */
export function answerSafely(
  handle: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>,
  say: (text: string) => void,
): RequestListener {
  return (request, response) => {
    Promise.resolve()
      .then(() => handle(request, response))
      .catch((error: unknown) => {
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
        say(`${request.method ?? ''} ${request.url ?? ''}: ${text}`);
        if (!response.headersSent) sendJson(response, 500, { message: text });
      });
  };
}
