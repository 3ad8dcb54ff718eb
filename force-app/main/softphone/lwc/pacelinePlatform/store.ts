import { PacelineError } from 'c/pacelineCore';
import type { Store } from 'c/pacelineCore';

function findStorage(): Storage | undefined {
  try {
    return globalThis.localStorage ?? undefined;
  } catch {
    // A browser that blocks site data throws at the mere mention of localStorage.
    return undefined;
  }
}

/** Local storage. Where the browser has switched it off, reading finds nothing and writing throws `storage-unavailable`. */
export function createStore(): Store {
  const storage = findStorage();
  if (storage === undefined) {
    return {
      read: () => null,
      write(key) {
        throw new PacelineError('storage-unavailable', `The browser's storage is switched off`, {
          path: key,
          hint: 'Allow site data for this page, then reload it',
        });
      },
      remove: () => undefined,
      keys: () => [],
    };
  }
  return {
    read: (key) => storage.getItem(key),
    write: (key, value) => storage.setItem(key, value),
    remove: (key) => storage.removeItem(key),
    keys() {
      const keys: string[] = [];
      for (let index = 0; index < storage.length; index += 1) {
        const key = storage.key(index);
        if (key !== null) keys.push(key);
      }
      return keys;
    },
  };
}
