import { createValueAdapter } from './wire-adapter.ts';

type Listener = (message: unknown) => void;

/** `lightning/messageService`: messages reach every subscriber of the page as copies, the sender's own included. */
export function createMessageServiceModule(): Record<string, unknown> {
  const subscribers = new Map<unknown, Set<Listener>>();
  const context = Object.freeze({ kind: 'message-context' });
  const key = (channel: unknown): unknown => (channel as { readonly name?: string } | null)?.name ?? channel;
  return {
    APPLICATION_SCOPE: Symbol('APPLICATION_SCOPE'),
    MessageContext: createValueAdapter(
      () => context,
      () => () => undefined,
    ),
    createMessageContext: () => context,
    releaseMessageContext: () => undefined,
    publish(_context: unknown, channel: unknown, payload: unknown) {
      const text = payload === undefined ? undefined : JSON.stringify(payload);
      for (const listener of [...(subscribers.get(key(channel)) ?? [])]) {
        queueMicrotask(() => listener(text === undefined ? undefined : JSON.parse(text)));
      }
    },
    subscribe(_context: unknown, channel: unknown, listener: Listener) {
      const listeners = subscribers.get(key(channel)) ?? new Set<Listener>();
      subscribers.set(key(channel), listeners.add(listener));
      return { channel, listener };
    },
    unsubscribe(subscription: { readonly channel: unknown; readonly listener: Listener } | null) {
      if (subscription !== null) subscribers.get(key(subscription.channel))?.delete(subscription.listener);
    },
  };
}
