import type { Carrier } from '../model/ports.ts';

/** A Lightning message channel, bound by the caller to one message context. */
export interface MessageChannelPort {
  /** Returns what `unsubscribe` takes. */
  subscribe(listener: (message: unknown) => void): unknown;
  unsubscribe(subscription: unknown): void;
}

/** The dialler's messages as another component publishes them, in the field `message` or as they are. */
export function createMessageChannelCarrier(channel: MessageChannelPort): Carrier {
  return {
    start(onMessage) {
      const subscription = channel.subscribe((published) => onMessage(unwrap(published)));
      return () => channel.unsubscribe(subscription);
    },
  };
}

function unwrap(published: unknown): unknown {
  if (typeof published !== 'object' || published === null || Object.hasOwn(published, 'topic')) {
    return published;
  }
  return Object.hasOwn(published, 'message') ? (published as { message: unknown }).message : published;
}
