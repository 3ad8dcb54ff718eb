import type { Cause } from '../../catalog/vocabulary.ts';
import type { Rule } from '../rule.ts';
import type { Situation } from './situations.ts';
import { coveredSituations } from './situations.ts';

/** Parts of a call in the order in which they come; the events in the middle of a call come in any order and repeat. */
const STAGE = { offer: 0, dialling: 1, answer: 2, middle: 3, end: 4, over: 5 } as const;
type Stage = (typeof STAGE)[keyof typeof STAGE];

/** Nothing of the call follows a missed offer, and only what comes before the answer precedes it. */
const AFTER_ALL = 9;

const ANSWERS: readonly Cause[] = [
  'agent-accepted',
  'customer-answered',
  'consultant-answered',
  'consult-transferred',
  'blind-transferred',
];

interface Span {
  /** The first part of the call in which it can come. */
  readonly from: Stage | typeof AFTER_ALL;
  /** The last one. */
  readonly to: Stage;
}

function spanOf({ row, cause, leg, receiving }: Situation): Span {
  const at = (stage: Stage): Span => ({ from: stage, to: stage });
  switch (row.event) {
    case 'preview':
      return at(STAGE.offer);
    case 'initiate':
    case 'connecting':
      return at(leg === 'consult' ? STAGE.middle : STAGE.dialling);
    case 'connected':
    case 'cust-answered':
      return at(leg === 'primary' && ANSWERS.includes(cause) ? STAGE.answer : STAGE.middle);
    case 'consult':
      return receiving ? { from: STAGE.offer, to: STAGE.middle } : at(STAGE.middle);
    case 'hold':
    case 'resume':
    case 'conference':
      return at(STAGE.middle);
    case 'acw':
      return at(STAGE.end);
    case 'dropped':
      return at(STAGE.over);
    case 'missed':
      return { from: AFTER_ALL, to: STAGE.answer };
  }
}

/** When a rule applies within one kind of call, and on which single events. */
interface Presence {
  earliest: number;
  latest: number;
  isInMiddle: boolean;
  readonly moments: Set<string>;
  readonly events: Set<string>;
}

/** Calls that one desktop sees as one: offers and calls of a campaign are, the two ends of a manual call are not. */
function kindOfCall({ row, receiving }: Situation): string {
  const channel = row.pacingMode === 'manual-outbound' ? row.channelType : '';
  return [row.setup, row.pacingMode, channel, receiving].join(' ');
}

/** A rule's presence in each kind of call. */
export function presenceOf(rule: Rule): ReadonlyMap<string, Presence> {
  const calls = new Map<string, Presence>();
  for (const situation of coveredSituations(rule.trigger)) {
    const kind = kindOfCall(situation);
    const { from, to } = spanOf(situation);
    const known = calls.get(kind) ?? {
      earliest: Infinity,
      latest: -Infinity,
      isInMiddle: false,
      moments: new Set<string>(),
      events: new Set<string>(),
    };
    known.earliest = Math.min(known.earliest, from);
    known.latest = Math.max(known.latest, to);
    known.isInMiddle ||= from === STAGE.middle;
    known.moments.add([situation.row.tuple, situation.cause, situation.leg].join(' '));
    known.events.add(situation.row.event);
    calls.set(kind, known);
  }
  return calls;
}

type Calls = ReadonlyMap<string, Presence>;

/** Do two rules apply within the same call? */
export const meet = (one: Calls, other: Calls): boolean => [...one.keys()].some((kind) => other.has(kind));

/** Can an event of `one` come before an event of `other` in the same call? */
export function canPrecede(one: Calls, other: Calls): boolean {
  return [...one].some(([kind, first]) => {
    const second = other.get(kind);
    if (second === undefined) return false;
    return first.earliest < second.latest || (first.isInMiddle && second.isInMiddle);
  });
}

/** Does a rule apply on several events of one call? */
export const isOnSeveralEvents = (calls: Calls): boolean =>
  [...calls.values()].some(({ events }) => events.size > 1);

/** Can one and the same event set both off? */
export function canCoincide(one: Calls, other: Calls): boolean {
  return [...one].some(([kind, { moments }]) => {
    const others = other.get(kind)?.moments;
    return others !== undefined && [...moments].some((moment) => others.has(moment));
  });
}
