import { PacelineError } from 'c/pacelineCore';
import type { Store } from 'c/pacelineCore';

type StorageName = 'localStorage' | 'sessionStorage';

function findStorage(name: StorageName): Storage | undefined {
  try {
    return globalThis[name] ?? undefined;
  } catch {
    // A browser that blocks site data throws at the mere mention of its storage.
    return undefined;
  }
}

/** Where the browser has switched its storage off, reading finds nothing and writing throws `storage-unavailable`. */
function storeOver(name: StorageName): Store {
  const storage = findStorage(name);
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

/** Local storage: shared by the browser's tabs, kept until it is removed. */
export const createStore = (): Store => storeOver('localStorage');

/** Session storage: of this tab alone; outlives a reload and ends with the tab. */
export const createTabStore = (): Store => storeOver('sessionStorage');
