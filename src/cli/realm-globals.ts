/** The global object of a realm; scripts add to it. */
export type RealmGlobals = Record<string, unknown>;

interface StoredItems {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

function createStorage(): StoredItems {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, String(value)),
    removeItem: (key) => void items.delete(key),
  };
}

const silence = (): void => undefined;

/**
 * The browser's globals that Streams touches while it loads and while it reads snapshots. Timers never fire: nothing
 * here depends on time, and nothing may keep the process alive.
 */
export function createRealmGlobals(): RealmGlobals {
  const globals: RealmGlobals = {
    navigator: { userAgent: 'paceline', onLine: true },
    location: { href: 'https://replay.invalid/', host: 'replay.invalid', protocol: 'https:' },
    document: { referrer: '', addEventListener: silence, getElementById: () => null },
    localStorage: createStorage(),
    sessionStorage: createStorage(),
    console: { log: silence, debug: silence, info: silence, warn: silence, error: silence },
    performance: { now: () => 0 },
    addEventListener: silence,
    removeEventListener: silence,
    postMessage: silence,
    setTimeout: () => 0,
    setInterval: () => 0,
    clearTimeout: silence,
    clearInterval: silence,
    URL,
    structuredClone,
  };
  globals['window'] = globals;
  globals['self'] = globals;
  globals['top'] = globals;
  globals['parent'] = globals;
  return globals;
}
