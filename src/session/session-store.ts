import { describeError } from '../errors.ts';
import type { Clock, Store } from '../model/ports.ts';
import { parseSavedHead, parseSavedSession } from './saved-session.ts';
import type { SavedSession } from './saved-session.ts';

const PREFIX = 'paceline/session/';
/** Who took the lead from a tab that did not answer. */
const TAKEN_PREFIX = 'paceline/taken/';
/** Where earlier versions kept copies of what they could not read. */
const COPIES_PREFIX = 'paceline/unreadable/';
/** What belongs to another user of this browser is kept so long, and never sent. */
export const FOREIGN_LIFETIME_MS = 24 * 60 * 60 * 1000;

/** The part of the browser's storage that belongs to one user of one org. */
export interface Partition {
  readonly orgId: string;
  readonly userId: string;
}

/** Storage of one softphone. No method throws: what storage refuses becomes a warning, and memory goes on. */
export interface SessionStore {
  load(): SavedSession | null;
  /** One synchronous write; nothing is written when nothing changed. False when another tab took the lead since `load`. */
  save(session: SavedSession): boolean;
  /** Lets a tab that lost the lead without noticing find that out before it writes. */
  takeOver(): void;
  warnings(): readonly string[];
}

export const partitionName = ({ orgId, userId }: Partition): string =>
  `${orgId.slice(0, 15)}/${userId.slice(0, 15)}`;

const describeFailure = (failure: string): string =>
  `This browser's storage fails: ${failure}. Calls go on, but a page reload would forget them; free some storage or allow it for this site.`;

const describeUnreadable = (reason: string): string =>
  `What an earlier page had stored could not be read and is left out (${reason}). Check the last call's log.`;

function describeForeign(unfinished: number): string {
  const [what, are] =
    unfinished === 1 ? ['1 unfinished action', 'It is'] : [`${unfinished} unfinished actions`, 'They are'];
  return `Another user of this browser left ${what}. ${are} sent when that user signs in here again within 24 hours.`;
}

export function createSessionStore(
  store: Store,
  clock: Clock,
  partition: Partition,
  tabId: string,
): SessionStore {
  const key = PREFIX + partitionName(partition);
  const takenKey = TAKEN_PREFIX + partitionName(partition);
  let takenBefore: string | null = null;
  let written: string | null = null;
  let failure: string | null = null;
  let unreadable: string | null = null;
  let foreign = 0;

  function attempt<T>(what: string, run: () => T): T | null {
    try {
      const result = run();
      failure = null;
      return result;
    } catch (error) {
      failure = `${what} (${describeError(error)})`;
      return null;
    }
  }

  function sweep(): void {
    foreign = 0;
    for (const other of store.keys()) {
      if (other.startsWith(COPIES_PREFIX)) store.remove(other);
      if (other === key || !other.startsWith(PREFIX)) continue;
      const head = parseSavedHead(store.read(other) ?? '');
      const isOld = !head.ok || head.value.savedAt + FOREIGN_LIFETIME_MS < clock.now();
      if (isOld) store.remove(other);
      else foreign += head.value.unfinished;
    }
  }

  /** What cannot be read is not kept: it holds personal data, and nothing would ever use it. */
  function read(): SavedSession | null {
    const text = store.read(key);
    if (text === null) return null;
    const { session, issues } = parseSavedSession(text);
    const [issue] = issues;
    if (issue !== undefined) unreadable = `${issue.path} ${issue.message}`.trim();
    return session;
  }

  return {
    load() {
      written = null;
      takenBefore = attempt('It cannot be read', () => store.read(takenKey));
      attempt('It cannot be tidied', sweep);
      return attempt('It cannot be read', read);
    },
    save(session) {
      const taken = attempt('It cannot be read', () => store.read(takenKey));
      if (taken !== null && taken !== takenBefore) return false;
      const { savedAt, ...rest } = session;
      const content = JSON.stringify(rest);
      if (content === written && failure === null) return true;
      const done = attempt('It cannot be written', () => {
        store.write(key, `{"savedAt":${savedAt},${content.slice(1)}`);
        return true;
      });
      written = done === null ? null : content;
      return true;
    },
    takeOver: () =>
      void attempt('It cannot be written', () => store.write(takenKey, `${tabId} ${clock.now()}`)),
    warnings: () => [
      ...(failure === null ? [] : [describeFailure(failure)]),
      ...(unreadable === null ? [] : [describeUnreadable(unreadable)]),
      ...(foreign === 0 ? [] : [describeForeign(foreign)]),
    ],
  };
}
