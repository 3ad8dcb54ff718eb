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
    hold(name, acquired, { steal = false, lost } = {}) {
      if (locks === undefined) return takeAtOnce(acquired);
      let stopped = false;
      let release: (() => void) | undefined;
      let instead: (() => void) | undefined;
      locks
        .request(name, { steal }, () => {
          if (stopped) return undefined;
          const held = new Promise<void>((resolve) => {
            release = resolve;
          });
          acquired();
          return held;
        })
        .catch((error: unknown) => {
          if (stopped) return;
          if (release !== undefined) {
            if (!(error instanceof DOMException) || error.name !== 'AbortError') throw error;
            lost?.();
            return;
          }
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
