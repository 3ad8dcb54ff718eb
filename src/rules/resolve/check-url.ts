export type UrlResult =
  { readonly ok: true; readonly url: string } | { readonly ok: false; readonly reason: string };

const refuse = (reason: string): UrlResult => ({ ok: false, reason });

function isAllowed(host: string, allowed: readonly string[]): boolean {
  return allowed.some((entry) =>
    entry.startsWith('*.') ? host.endsWith(entry.slice(1)) && host.length > entry.length - 1 : host === entry,
  );
}

/** Paths are resolved against it, so that what a browser would make of them shows. */
const ORG = 'https://org.invalid';
/** Pages that sign people in or out, or hand on a session: no rule has a reason to open one. */
const SESSION_PATH = /^\/(?:secur|servlet|services)(?:\/|$)/i;

function checkOrgPath(text: string, fromValue: boolean): UrlResult {
  const path = text.split(/[?#]/, 1)[0] ?? '';
  if (path.includes('//')) return refuse('The path holds an empty part, //');
  if (/%(?:2f|5c|00)/i.test(path)) return refuse('The path holds an encoded slash');
  if (path.split('/').some((part) => /^(?:\.|%2e){1,2}$/i.test(part)))
    return refuse('The path holds . or .. as a part');
  const url = URL.canParse(text, ORG) ? new URL(text, ORG) : null;
  if (url?.origin !== ORG) return refuse('The URL cannot be read');
  if (SESSION_PATH.test(decodeURIComponent(url.pathname.replace(/%(?![0-9a-f]{2})/gi, '%25'))))
    return refuse('The path leads to a page that signs people in or out');
  if (fromValue && !path.startsWith('/lightning/'))
    return refuse('A path that comes from a value of the call must begin with /lightning/');
  return { ok: true, url: `${url.pathname}${url.search}${url.hash}` };
}

/**
 * The URL policy: https on an allowed host, or a path within the org. Scripts, data, protocol-relative URLs, user
 * names in the URL, backslashes, control characters, dot segments and pages that sign people in or out are refused with
 * a reason. `fromValue`: a merge field begins the URL, so only Lightning pages of the org may open. Never throws.
 */
export function checkUrl(
  text: string,
  allowedHosts: readonly string[],
  { fromValue = false }: { readonly fromValue?: boolean } = {},
): UrlResult {
  if (text === '') return refuse('The URL is empty');
  // Browsers drop these characters, so they could hide another scheme.
  if (/[\u0000-\u0020\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\\]/.test(text))
    return refuse('The URL holds spaces, backslashes or invisible characters');
  if (text.startsWith('//')) return refuse('The URL names a host without https');
  if (text.startsWith('/')) return checkOrgPath(text, fromValue);
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined) return refuse('The URL begins neither with https:// nor with /');
  if (scheme !== 'https') return refuse(`The URL begins with ${scheme}: but only https is allowed`);
  if (!URL.canParse(text)) return refuse('The URL cannot be read');
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return refuse('The URL holds a user name or a password');
  if (!isAllowed(url.host, allowedHosts))
    return refuse(`The host ${url.host} is not among the allowed hosts of the setting`);
  return { ok: true, url: url.href };
}
