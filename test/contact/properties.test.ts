import fc from 'fast-check';
import { findRow } from '../../src/catalog/catalog.ts';
import { createContactTracker, parseTrackerState } from '../../src/contact/contact-tracker.ts';
import type { CtiEvent } from '../../src/model/cti-event.ts';
import { parseEventSettings } from '../../src/model/settings.ts';
import { IGNORED_IDS, contactArbitrary, settingsArbitrary, steps } from './arbitraries.ts';
import { describeOutputs, play, reload, snap } from './scenario.ts';
import type { Step } from './scenario.ts';

const numRuns = Number(process.env['PACELINE_RUNS'] ?? 2000);
const seed = Number(process.env['PACELINE_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

function holds(property: (settings: unknown, sequence: Step[], place: number) => void): void {
  fc.assert(
    fc.property(settingsArbitrary, steps, fc.nat(14), (settings, sequence, place) =>
      property(settings, sequence, place % (sequence.length + 1)),
    ),
    { numRuns, seed },
  );
}

function eventsOf(settings: unknown, sequence: readonly Step[]): CtiEvent[] {
  const { outputs } = play(sequence, { settings: parseEventSettings(settings) });
  return outputs.flat().flatMap((output) => (output.kind === 'event' ? [output.event] : []));
}

function byCall(events: readonly CtiEvent[]): CtiEvent[][] {
  const keys = [...new Set(events.map(({ callKey }) => callKey))];
  return keys.map((key) => events.filter(({ callKey }) => callKey === key));
}

/** Lines without step numbers and what a page load adds. */
function essence(settings: unknown, sequence: readonly Step[]): string[] {
  const { outputs } = play(sequence, { settings: parseEventSettings(settings) });
  return describeOutputs(outputs).map((line) =>
    line.replace(/^\d+ /, '').replace(/ (replayed|estimated)/g, ''),
  );
}

describe(`any sequence of snapshots and messages (${numRuns} runs, PACELINE_SEED=${seed})`, () => {
  it('gives no event twice for the same call, leg, tuple and occurrence', () => {
    holds((settings, sequence) => {
      const marks = eventsOf(settings, sequence).map(({ callKey, legId, tuple, occurrence }) =>
        [callKey, legId, tuple, occurrence].join(' '),
      );
      expect(new Set(marks).size).toBe(marks.length);
    });
  });

  it('gives nothing after dropped or missed', () => {
    holds((settings, sequence) => {
      for (const events of byCall(eventsOf(settings, sequence))) {
        const end = events.findIndex(({ event }) => event === 'dropped' || event === 'missed');
        expect(end === -1 ? [] : events.slice(end + 1)).toEqual([]);
      }
    });
  });

  it('gives acw before dropped for every contact, and at most one for any call', () => {
    holds((settings, sequence) => {
      for (const events of byCall(eventsOf(settings, sequence))) {
        const names = events.map(({ event }) => event);
        const acw = names.filter((name) => name === 'acw').length;
        expect(acw).toBeLessThanOrEqual(1);
        if (events[0]?.contactId !== null && names.includes('dropped')) {
          expect(names.indexOf('acw')).toBeGreaterThanOrEqual(0);
          expect(names.indexOf('acw')).toBeLessThan(names.indexOf('dropped'));
        }
      }
    });
  });

  it('gives no event for chats, supervised calls and contacts without an initial leg', () => {
    holds((settings, sequence) => {
      const ids = eventsOf(settings, sequence).map(({ contactId }) => contactId);
      expect(ids.filter((id) => IGNORED_IDS.some((ignored) => ignored === id))).toEqual([]);
    });
  });

  it('gives only what a row of the catalogue lists, with its leg and cause', () => {
    holds((settings, sequence) => {
      for (const { tuple, leg, cause } of eventsOf(settings, sequence)) {
        const row = findRow(tuple);
        expect([row?.legs.includes(leg), row?.causes.includes(cause), `${tuple} ${cause}`]).toEqual([
          true,
          true,
          `${tuple} ${cause}`,
        ]);
      }
    });
  });

  it('changes nothing when a snapshot is seen twice', () => {
    holds((settings, sequence, place) => {
      const step = sequence[place];
      if (step?.kind !== 'snapshot') return;
      const doubled = [...sequence.slice(0, place), step, ...sequence.slice(place)];
      expect(essence(settings, doubled)).toEqual(essence(settings, sequence));
    });
  });

  it('gives the same remaining events when the page is loaded after any prefix', () => {
    holds((settings, sequence, place) => {
      const loaded = [...sequence.slice(0, place), reload, ...sequence.slice(place)];
      expect(essence(settings, loaded)).toEqual(essence(settings, sequence));
    });
  });

  it('follows two calls as if each were alone', () => {
    const pair = fc.record({
      one: fc.option(contactArbitrary('c-1'), { freq: 6 }),
      other: fc.option(contactArbitrary('c-10'), { freq: 6 }),
      swapped: fc.boolean(),
    });
    fc.assert(
      fc.property(settingsArbitrary, fc.array(pair, { maxLength: 10 }), (settings, pairs) => {
        const together = pairs.map(({ one, other, swapped }) => {
          const both = [one, other].filter((item) => item !== null);
          return snap('Busy', ...(swapped ? both.reverse() : both));
        });
        const alone = (pick: 'one' | 'other'): CtiEvent[] =>
          eventsOf(
            settings,
            pairs.map((found) => snap('Busy', ...(found[pick] === null ? [] : [found[pick]]))),
          );
        const events = eventsOf(settings, together);
        const of = (id: string): CtiEvent[] => events.filter(({ contactId }) => contactId === id);
        expect([of('c-1'), of('c-10')]).toEqual([alone('one'), alone('other')]);
      }),
      { numRuns, seed },
    );
  });

  it('keeps a state that can be read back, however odd the input', () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom('__proto__', 'constructor', 'connected', 'voice', 'agent'),
    );
    const textOrNull = fc.option(text);
    const time = fc.double({ noNaN: true, noDefaultInfinity: true });
    const leg = fc.record({
      legId: text,
      type: text,
      state: text,
      stateAt: fc.option(time),
      initial: fc.boolean(),
      phoneNumber: textOrNull,
      quickConnectName: textOrNull,
    });
    const odd = fc.record({
      contactId: text,
      initialContactId: textOrNull,
      type: text,
      state: text,
      stateAt: fc.option(time),
      queue: fc.option(fc.record({ arn: textOrNull, id: textOrNull, name: textOrNull })),
      initiationMethod: textOrNull,
      attributes: fc.dictionary(text, text),
      connections: fc.option(fc.array(leg, { maxLength: 4 })),
    });
    fc.assert(
      fc.property(
        settingsArbitrary,
        fc.array(fc.array(odd, { maxLength: 3 }), { maxLength: 5 }),
        (settings, all) => {
          const tracker = createContactTracker({ settings: parseEventSettings(settings) });
          for (const contacts of all)
            tracker.observe({ at: 1, agent: { id: 'a', name: null, state: null }, contacts });
          tracker.signal({
            kind: 'call',
            at: 2,
            callId: all[0]?.[0]?.contactId ?? '',
            callType: 'regular-call',
            word: all[0]?.[0]?.state ?? '',
            variables: all[0]?.[0]?.attributes ?? {},
            phoneNumber: null,
          });
          expect(parseTrackerState(tracker.state()).ok).toBe(true);
        },
      ),
      { numRuns, seed },
    );
  });
});
