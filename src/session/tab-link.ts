import type { Stop, TabChannel } from '../model/ports.ts';
import { parseTabEnvelope } from './tab-messages.ts';
import type { TabEnvelope, TabMessage } from './tab-messages.ts';

/** The other tabs of the same user. */
export interface TabLink {
  readonly tabId: string;
  post(message: TabMessage): void;
  /** False as long as no other tab was heard of. */
  hasOthers(): boolean;
  /** Several parts of a session listen, each to its own messages. */
  listen(handler: (message: TabMessage, from: string) => void): void;
  stop(): void;
}

export function createTabLink(channel: TabChannel, tabId: string, partition: string): TabLink {
  const handlers = new Set<(message: TabMessage, from: string) => void>();
  const others = new Set<string>();
  const stop: Stop = channel.listen((raw) => {
    const envelope = parseTabEnvelope(raw);
    if (envelope === null || envelope.partition !== partition || envelope.from === tabId) return;
    if (envelope.message.type === 'bye') others.delete(envelope.from);
    else others.add(envelope.from);
    for (const handler of handlers) handler(envelope.message, envelope.from);
  });
  return {
    tabId,
    post(message) {
      const envelope: TabEnvelope = { paceline: 1, partition, from: tabId, message };
      channel.post(envelope);
    },
    hasOthers: () => others.size > 0,
    listen: (handler) => void handlers.add(handler),
    stop() {
      handlers.clear();
      stop();
    },
  };
}
