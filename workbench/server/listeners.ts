import type { Stop } from '../../src/model/ports.ts';

export interface Listeners<Value> {
  listen(listener: (value: Value) => void): Stop;
  notify(value: Value): void;
}

/** Who wants to hear of something; a listener may stop listening while it is told. */
export function createListeners<Value>(): Listeners<Value> {
  const listeners = new Set<(value: Value) => void>();
  return {
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    notify(value) {
      for (const listener of [...listeners]) listener(value);
    },
  };
}
