import type { IncomingMessage, RequestListener } from 'node:http';
import { sendJson } from './http-answer.ts';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Why a request is refused; null when it may pass. Any web page that a developer has open can send requests to loopback
 * ports, and a name that such a page owns can be made to lead here: so the host must be the loopback address, and a page
 * that says where it comes from must come from this very origin.
 */
export function refuseForeign({ headers }: Pick<IncomingMessage, 'headers'>, port: number): string | null {
  const own = LOOPBACK.map((host) => `${host}:${port}`);
  const { host, origin } = headers;
  if (host === undefined || !own.includes(host.toLowerCase()))
    return `The workbench answers under ${own[0] ?? ''} only, not under ${host ?? 'no host'}.`;
  if (origin !== undefined && !own.some((one) => origin.toLowerCase() === `http://${one}`))
    return `The workbench takes no requests of pages of ${origin}.`;
  return null;
}

/** Why a request that changes something is refused: a form of another page can post text, but no JSON. */
export function refuseChange({
  method,
  headers,
}: Pick<IncomingMessage, 'method' | 'headers'>): string | null {
  if (method !== 'POST') return `${method ?? 'This method'} changes nothing here: use POST.`;
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  return type.trim().toLowerCase() === 'application/json'
    ? null
    : 'The content type must be application/json.';
}

/** `portOf` is asked with each request: a server knows its port once it listens. */
export function guardRequests(handle: RequestListener, portOf: () => number): RequestListener {
  return (request, response) => {
    const refusal = refuseForeign(request, portOf());
    if (refusal === null) handle(request, response);
    else sendJson(response, 403, { message: refusal });
  };
}
