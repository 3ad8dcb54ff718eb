import type { Stop } from '../model/ports.ts';

/** Listeners of one kind. One that throws does not keep the others, or the call, from going on. */
export interface Listeners<Args extends readonly unknown[]> {
  add(listener: (...args: Args) => void): Stop;
  notify(...args: Args): void;
  clear(): void;
}

export function createListeners<Args extends readonly unknown[]>(
  failed: (error: unknown) => void,
): Listeners<Args> {
  const listeners = new Set<(...args: Args) => void>();
  return {
    add(listener) {
      const own = (...args: Args): void => listener(...args);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    notify(...args) {
      for (const listener of [...listeners]) {
        try {
          listener(...args);
        } catch (error) {
          failed(error);
        }
      }
    },
    clear: () => listeners.clear(),
  };
}
