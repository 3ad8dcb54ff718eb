import type { Lock } from 'c/pacelineCore';

function takeAtOnce(acquired: () => void): () => void {
  let stopped = false;
  queueMicrotask(() => {
    if (!stopped) acquired();
  });
  return () => {
    stopped = true;
  };
}

/**
 * Web Locks. A browser without them (or a page that may not use them) lets every tab hold every lock; `onUnavailable`
 * is called then, so that the agent can be told to work in one tab.
 */
export function createLock(onUnavailable: () => void): Lock {
  const locks = globalThis.navigator?.locks;
  if (locks === undefined) onUnavailable();
  return {
    hold(name, acquired) {
      if (locks === undefined) return takeAtOnce(acquired);
      let stopped = false;
      let release: (() => void) | undefined;
      let instead: (() => void) | undefined;
      locks
        .request(name, () => {
          if (stopped) return undefined;
          const held = new Promise<void>((resolve) => {
            release = resolve;
          });
          acquired();
          return held;
        })
        .catch((error: unknown) => {
          if (release !== undefined) throw error;
          if (stopped) return;
          onUnavailable();
          instead = takeAtOnce(acquired);
        });
      return () => {
        stopped = true;
        release?.();
        instead?.();
      };
    },
  };
}
