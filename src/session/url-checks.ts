const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
const HOST = /^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*$/i;

function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

/** Null when the text is an https URL (http on a loopback host) without credentials, else the reason. */
export function checkUrl(text: string): string | null {
  const url = parseUrl(text);
  if (url === null) return 'must be a complete URL such as https://example.my.connect.aws/ccp-v2/';
  if (url.username !== '' || url.password !== '') return 'must not carry a user name or password';
  if (url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname))) return null;
  return 'must begin with https://';
}

/** Null when the text is exactly an origin (scheme, host, port) that `checkUrl` accepts, else the reason. */
export function checkOrigin(text: string): string | null {
  const reason = checkUrl(text);
  if (reason !== null) return reason;
  return parseUrl(text)?.origin === text.toLowerCase()
    ? null
    : 'must be an origin without a path, such as https://dialer.example.com';
}

/** Null when the text is a host name, also with a leading `*.`, else the reason. */
export function checkHost(text: string): string | null {
  return HOST.test(text) ? null : 'must be a host name such as www.example.com or *.example.com';
}
