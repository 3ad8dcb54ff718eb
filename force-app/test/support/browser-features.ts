import { URL as NodeURL } from 'node:url';
import { deserialize, serialize } from 'node:v8';

/** Gives jsdom what every supported browser has and it lacks; ids count up from 1. */
export function addBrowserFeatures(): void {
  let count = 0;
  const randomUUID = (): string => `page-${(count += 1)}`;
  Object.defineProperty(globalThis, 'crypto', { configurable: true, value: { randomUUID } });
  globalThis.structuredClone ??= ((value: unknown) =>
    deserialize(serialize(value))) as typeof structuredClone;
  Object.assign(URL, { canParse: (url: string, base?: string) => NodeURL.canParse(url, base) });
}
