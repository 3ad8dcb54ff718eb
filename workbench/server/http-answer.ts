import { readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

export function sendText(response: ServerResponse, status: number, text: string, extension = '.html'): void {
  response.writeHead(status, {
    'content-type': TYPES[extension] ?? 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(text);
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  sendText(response, status, JSON.stringify(value ?? null), '.json');
}

/** Answers a file's bytes as they are, or 404. `maxAge` in seconds. */
export function sendFile(response: ServerResponse, path: string, maxAge = 0): void {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) {
    sendText(response, 404, 'Not found', '.txt');
    return;
  }
  response.writeHead(200, {
    'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
    'cache-control': maxAge === 0 ? 'no-store' : `max-age=${maxAge}`,
  });
  response.end(readFileSync(path));
}

const LONGEST_BODY = 4 * 1024 * 1024;

/** A request that is answered with this status and message. */
export class BadRequest extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** The request's JSON body; an empty body is `{}`. Throws `BadRequest` for a body that is too long or no JSON. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    // What is too long is read to its end all the same: the answer can only be received then.
    if (length <= LONGEST_BODY) chunks.push(chunk);
  }
  if (length > LONGEST_BODY) throw new BadRequest(413, `The body is longer than ${LONGEST_BODY} bytes.`);
  const text = Buffer.concat(chunks).toString('utf8');
  if (text === '') return {};
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new BadRequest(400, 'The body is no JSON.');
  }
}
