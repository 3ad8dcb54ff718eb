export type UrlResult =
  { readonly ok: true; readonly url: string } | { readonly ok: false; readonly reason: string };

const refuse = (reason: string): UrlResult => ({ ok: false, reason });

function isAllowed(host: string, allowed: readonly string[]): boolean {
  return allowed.some((entry) =>
    entry.startsWith('*.') ? host.endsWith(entry.slice(1)) && host.length > entry.length - 1 : host === entry,
  );
}

/**
 * The URL policy: https on an allowed host, or a path within the org. Scripts, data, protocol-relative URLs, user
 * names in the URL, backslashes and control characters are refused with a reason. Never throws.
 */
export function checkUrl(text: string, allowedHosts: readonly string[]): UrlResult {
  if (text === '') return refuse('The URL is empty');
  // Browsers drop these characters, so they could hide another scheme.
  if (/[\u0000-\u0020\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\\]/.test(text))
    return refuse('The URL holds spaces, backslashes or invisible characters');
  if (text.startsWith('//')) return refuse('The URL names a host without https');
  if (text.startsWith('/')) return { ok: true, url: text };
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
