import fc from 'fast-check';
import { createContactTracker } from '../../src/contact/contact-tracker.ts';
import type { CallView } from '../../src/model/call-view.ts';
import type { ContactObservation } from '../../src/model/observation.ts';
import { parseEventSettings } from '../../src/model/settings.ts';
import { callTimes } from '../../src/rules/merge/call-times.ts';
import { AGENT_ID, START, contact, reloaded } from './scenario.ts';

const numRuns = Number(process.env['PACELINE_RUNS'] ?? 500);
const seed = Number(process.env['PACELINE_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const options = { settings: parseEventSettings({}) };

const LOOKS = {
  ringing: ['connecting', 'agent:connecting customer:connected'],
  talking: ['connected', 'agent:connected customer:connected'],
  held: ['connected', 'agent:connected customer:hold'],
  ended: ['ended', 'agent:disconnected customer:disconnected'],
  gone: ['', ''],
} as const;
type Stage = keyof typeof LOOKS;

interface Change {
  readonly at: number;
  readonly to: Stage;
}

/** What really happened, and what somebody could see of it. Milliseconds. */
interface Story {
  readonly changes: readonly Change[];
  readonly talk: number;
  readonly hold: number;
  /** No page is open in between. */
  readonly closed: number;
  readonly opened: number;
  /** The stage in which the page was closed, and those that began before one was opened. */
  readonly before: Stage;
  readonly hidden: readonly Stage[];
  /** How long an update takes. */
  readonly lag: number;
  readonly skew: number;
}

const span = fc.integer({ min: 1500, max: 600_000 });
const part = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000);
const LONGEST_LAG = 200;

/** Any call, with a time in which no page was open that hides so many of its changes. */
function stories(count: number): fc.Arbitrary<Story> {
  return fc
    .record({
      ring: span,
      spells: fc.oneof(
        ...[1, 3, 5].map((length) => fc.array(span, { minLength: length, maxLength: length })),
      ),
      wrapUp: span,
      after: fc.nat(9),
      left: part,
      back: part,
      lag: fc.nat(LONGEST_LAG),
      skew: fc.oneof(fc.constant(0), fc.integer({ min: -7_200_000, max: 7_200_000 })),
    })
    .map(({ ring, spells, wrapUp, after, left, back, lag, skew }) => {
      const changes: Change[] = [
        { at: -60_000, to: 'gone' },
        { at: 0, to: 'ringing' },
      ];
      let at = ring;
      for (const [index, spell] of spells.entries()) {
        changes.push({ at, to: index % 2 === 0 ? 'talking' : 'held' });
        at += spell;
      }
      changes.push({ at, to: 'ended' }, { at: at + wrapUp, to: 'gone' });
      const within = (from: number, to: number, share: number): number =>
        Math.floor(from + share * (to - from - 1));
      const index = after % (changes.length - count - 1);
      const startOf = (place: number): number =>
        (changes[place]?.at ?? at + wrapUp + 600_000) + LONGEST_LAG + 1;
      const endOf = (place: number): number => changes[place + 1]?.at ?? at + wrapUp + 900_000;
      const closed = within(startOf(index), endOf(index), left);
      const first = count === 0 ? closed : startOf(index + count);
      const opened = within(first, endOf(index + count), back);
      return {
        changes,
        talk: spells.reduce((sum, spell, place) => sum + (place % 2 === 0 ? spell : 0), 0),
        hold: spells.reduce((sum, spell, place) => sum + (place % 2 === 1 ? spell : 0), 0),
        closed,
        opened,
        before: changes[index]?.to ?? 'gone',
        hidden: changes.slice(index + 1, index + 1 + count).map(({ to }) => to),
        lag,
        skew,
      };
    });
}

/** The contact as Amazon Connect shows it at a moment, by its own clock. */
function lookAt({ changes, skew }: Story, moment: number, isStamped: boolean): ContactObservation[] {
  const past = changes.filter(({ at }) => at <= moment);
  const stage = past.at(-1)?.to ?? 'gone';
  if (stage === 'gone') return [];
  const [state, legs] = LOOKS[stage];
  const time = (at: number | undefined): number | null =>
    isStamped && at !== undefined ? START + at + skew : null;
  const plain = contact('c-1', state, legs);
  const entered = past.find(({ to }) => LOOKS[to][0] === state)?.at;
  const isRestamped = past.length > 3;
  const customerAt = isRestamped ? past.at(-1)?.at : -20_000;
  const connections = (plain.connections ?? []).map((leg) => ({
    ...leg,
    stateAt: leg.initial ? time(customerAt) : null,
  }));
  return [{ ...plain, stateAt: time(entered), connections }];
}

/** The call as it stands when its contact was cleared, or is not there any more. */
function watch(story: Story, isStamped: boolean): CallView | undefined {
  const { changes, closed, opened, lag, skew } = story;
  let tracker = createContactTracker(options);
  let last: CallView | undefined;
  const look = (at: number, moment: number): void => {
    const contacts = lookAt(story, moment, isStamped);
    const agent = { id: AGENT_ID, name: null, state: 'AfterCallWork' };
    for (const output of tracker.observe({ at: START + at, skew, agent, contacts })) {
      if (output.kind === 'event') last = output.call;
    }
  };
  for (const { at } of changes) if (at < closed) look(at + lag, at);
  tracker = reloaded(tracker, options);
  look(opened, opened - lag);
  for (const { at } of changes) if (at >= opened) look(at + lag, at);
  return last;
}

function holds(count: number, isMeant: (story: Story) => boolean, judge: (story: Story) => void): void {
  let judged = 0;
  fc.assert(
    fc.property(stories(count), (story) => {
      if (!isMeant(story)) return;
      judged += 1;
      judge(story);
    }),
    { numRuns, seed },
  );
  expect(judged).toBeGreaterThan(numRuns / 50);
}

/** Within a second, and the second that rounding can add. */
function expectRight(call: CallView | undefined, { talk, hold }: Story): void {
  if (call === undefined) throw new Error('no event');
  const times = callTimes(call);
  expect(Math.abs((times.talkSeconds ?? -99) - talk / 1000)).toBeLessThan(2);
  expect(Math.abs(times.holdSeconds - hold / 1000)).toBeLessThan(2);
  const spanMs = (call.endedAt ?? 0) - (call.connectedAt ?? 0);
  expect(Math.abs(spanMs - call.holdMs - talk)).toBeLessThanOrEqual(1000);
  expect(Math.abs(call.holdMs - hold)).toBeLessThanOrEqual(1000);
}

const isEnd = ({ hidden }: Story): boolean => hidden[0] === 'ended';

describe(`a page is closed for any time in any call (${numRuns} runs, PACELINE_SEED=${seed})`, () => {
  it('what was seen is right to the second, with and without the times of Amazon', () => {
    holds(
      0,
      () => true,
      (story) => {
        for (const isStamped of [true, false]) {
          const call = watch(story, isStamped);
          expectRight(call, story);
          expect(call?.estimatedEnd).toBe(false);
        }
      },
    );
  });

  it('an end that was not seen is right to the second when Amazon says when it was', () => {
    holds(1, isEnd, (story) => {
      const call = watch(story, true);
      expectRight(call, story);
      expect(call?.estimatedEnd).toBe(false);
    });
  });

  it('an end that was not seen is estimated when Amazon does not say when it was, and not late', () => {
    holds(1, isEnd, (story) => {
      const call = watch(story, false);
      expect(call?.estimatedEnd).toBe(true);
      expect(call?.endedAt).toBeLessThanOrEqual(START + story.closed);
    });
  });

  it('so are an answer, and the beginning and the end of a hold', () => {
    const isOther = ({ hidden: [only] }: Story): boolean => only === 'talking' || only === 'held';
    holds(1, isOther, (story) => {
      const call = watch(story, true);
      expectRight(call, story);
      expect(call?.estimatedEnd).toBe(false);
      expect(watch(story, false)?.estimatedEnd).toBe(true);
    });
  });

  it('a hold that came and went unseen, or was left for a while, makes the times an estimate', () => {
    const isPair = ({ hidden }: Story): boolean => !hidden.includes('ended') && !hidden.includes('gone');
    holds(2, isPair, (story) => {
      const call = watch(story, true);
      const isKnown = story.hidden[0] === 'ringing' || story.before === 'ringing';
      expect(call?.estimatedEnd).toBe(!isKnown);
      if (isKnown) expectRight(call, story);
    });
  });
});
