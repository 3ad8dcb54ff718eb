const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

function parse(url: string): URL | null {
  try {
    return new URL(url);
  } catch {
    return null;
  }
}

/** Why Streams must not be given this URL, in one or two sentences for the agent; null if it may. */
export function checkCcpUrl(ccpUrl: string): string | null {
  if (ccpUrl.trim() === '') {
    return 'No Contact Control Panel is set up. Ask your administrator to enter its URL in the Paceline setting.';
  }
  const url = parse(ccpUrl);
  const usable =
    url !== null &&
    (url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.includes(url.hostname)));
  if (usable) return null;
  return `"${ccpUrl}" cannot be the URL of a Contact Control Panel. Ask your administrator to correct it; it looks like https://<instance>.my.connect.aws/ccp-v2.`;
}
