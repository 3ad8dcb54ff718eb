import type { Clock } from '../model/ports.ts';
import type { TabLink } from './tab-link.ts';

/** Where the agent looks, and whether they type here. */
export interface Focus {
  /** This tab was looked at. */
  focused(): void;
  typed(): void;
  isTyping(): boolean;
  /** The tab that was looked at last; this one when nothing is known. */
  lookedAt(): string;
  /** A tab that does not answer any more. */
  forget(tabId: string): void;
  /** Asks the other tabs when they were looked at. */
  ask(): void;
}

/** Typing counts for so long after the last key. */
export const TYPING_MS = 3_000;

/** Tabs of one computer share a clock: a time that is further ahead is no time at which anybody looked. */
const CLOCK_SKEW_MS = 1_000;

export function createFocus(clock: Clock, link: TabLink): Focus {
  const seen = new Map<string, number>();
  let typedAt: number | null = null;

  link.listen((message, from) => {
    const own = seen.get(link.tabId);
    if (message.type === 'focused') {
      if (message.at <= clock.now() + CLOCK_SKEW_MS) seen.set(from, message.at);
    } else if (message.type === 'bye') seen.delete(from);
    else if (message.type === 'who' && own !== undefined) link.post({ type: 'focused', at: own });
  });

  return {
    focused() {
      const at = clock.now();
      seen.set(link.tabId, at);
      link.post({ type: 'focused', at });
    },
    typed() {
      typedAt = clock.now();
    },
    isTyping: () => typedAt !== null && clock.now() - typedAt < TYPING_MS,
    lookedAt() {
      const [latest] = [...seen].sort(([, one], [, other]) => other - one);
      return latest === undefined ? link.tabId : latest[0];
    },
    forget: (tabId) => void seen.delete(tabId),
    ask: () => link.post({ type: 'who' }),
  };
}
