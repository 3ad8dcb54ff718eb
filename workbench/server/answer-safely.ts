import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { BadRequest, sendJson } from './http-answer.ts';

/** Turns what a handler throws into a status; what nobody expected goes to the terminal, and no stack to the page. */
export function answerSafely(
  handle: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>,
  say: (text: string) => void,
): RequestListener {
  return (request, response) => {
    Promise.resolve()
      .then(() => handle(request, response))
      .catch((error: unknown) => {
        if (error instanceof BadRequest) {
          if (!response.headersSent) sendJson(response, error.status, { message: error.message });
          return;
        }
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
        say(`${request.method ?? ''} ${request.url ?? ''}: ${text}`);
        if (!response.headersSent)
          sendJson(response, 500, { message: 'The workbench failed: its terminal says why.' });
      });
  };
}
