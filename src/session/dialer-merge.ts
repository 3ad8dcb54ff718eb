import * as z from 'zod/mini';
import type { DialerSignal } from '../model/dialer-signal.ts';
import { fingerprint } from './fingerprint.ts';
import type { DialerInput } from './input.ts';

/** Frames of several tabs tell the same thing at moments that differ by less than this. */
const SAME_WITHIN_MS = 3_000;
const REMEMBERED_MS = 10_000;
const REMEMBERED = 50;
const TABS_REMEMBERED = 20;

export const dialerMergeSchema = z.object({
  /** Tab to the number of its last message, least recently heard first. */
  heard: z.array(z.tuple([z.string(), z.number()])),
  /** The latest messages, each with the tabs that brought it. */
  recent: z.array(z.object({ at: z.number(), content: z.string(), tabs: z.array(z.string()) })),
});
export type DialerMergeState = z.output<typeof dialerMergeSchema>;

/** Merges what the dialler says in several tabs: each tab may bring all of it, or a part, in the dialler's order. */
export interface DialerMerge {
  /** False for a message that was taken before, from this tab or another. */
  take(input: DialerInput): boolean;
  state(): DialerMergeState;
}

function contentOf({ at: _at, ...rest }: DialerSignal): string {
  return fingerprint(JSON.stringify(rest));
}

export function createDialerMerge(saved: DialerMergeState | null): DialerMerge {
  const heard = new Map(saved?.heard ?? []);
  let recent: DialerMergeState['recent'] = saved?.recent ?? [];

  function note(from: string, number: number): void {
    heard.delete(from);
    heard.set(from, number);
    const [oldest] = heard.keys();
    if (heard.size > TABS_REMEMBERED && oldest !== undefined) heard.delete(oldest);
  }

  return {
    take({ from, number, at, signal }) {
      if (number <= (heard.get(from) ?? 0)) return false;
      note(from, number);
      const content = contentOf(signal);
      // A tab brings the messages in order, so what it repeats stands after what it brought last.
      const start = recent.findLastIndex(({ tabs }) => tabs.includes(from)) + 1;
      const known = recent.findIndex(
        (one, index) => index >= start && one.content === content && Math.abs(one.at - at) <= SAME_WITHIN_MS,
      );
      if (known >= 0) {
        recent = recent.map((one, index) => (index === known ? { ...one, tabs: [...one.tabs, from] } : one));
        return false;
      }
      recent = [...recent, { at, content, tabs: [from] }]
        .filter((one) => one.at >= at - REMEMBERED_MS)
        .slice(-REMEMBERED);
      return true;
    },
    state: () => ({ heard: [...heard], recent }),
  };
}
