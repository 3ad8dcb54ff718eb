import type { TabChannel } from 'c/pacelineCore';

const CHANNEL_NAME = 'paceline';

/** BroadcastChannel between the tabs of this browser; `close` gives it back. Without it, every tab is alone and `onUnavailable` is called. */
export function createTabChannel(onUnavailable: () => void): TabChannel & { close(): void } {
  if (typeof BroadcastChannel === 'undefined') {
    onUnavailable();
    return { post: () => undefined, listen: () => () => undefined, close: () => undefined };
  }
  const channel = new BroadcastChannel(CHANNEL_NAME);
  const handlers = new Set<(message: unknown) => void>();
  let closed = false;
  channel.onmessage = (event) => {
    for (const handler of handlers) handler(event.data);
  };
  return {
    post(message) {
      if (!closed) channel.postMessage(message);
    },
    listen(handler) {
      handlers.add(handler);
      return () => {
        handlers.delete(handler);
      };
    },
    close() {
      closed = true;
      handlers.clear();
      channel.close();
    },
  };
}
