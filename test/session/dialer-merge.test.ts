import fc from 'fast-check';
import { createDialerMerge } from '../../src/session/dialer-merge.ts';
import type { DialerInput } from '../../src/session/input.ts';

const SEED = Number(process.env['PACELINE_SEED'] ?? 20_260_302);

const said = (from: string, number: number, word: string, at: number): DialerInput => ({
  kind: 'dialer',
  at,
  from,
  number,
  message: null,
  signal: {
    kind: 'call',
    at,
    callId: '4711',
    callType: 'regular-call',
    word,
    variables: {},
    phoneNumber: null,
  },
});

test('the same message from two tabs counts once, whichever tab is first', () => {
  const merge = createDialerMerge(null);
  const inputs = [
    said('one', 1, 'hold', 0),
    said('two', 1, 'hold', 40),
    said('two', 2, 'custanswered', 900),
    said('one', 2, 'custanswered', 950),
  ];
  expect(inputs.map(merge.take)).toEqual([true, false, true, false]);
});

test('a tab that is late repeats nothing', () => {
  const merge = createDialerMerge(null);
  const words = ['hold', 'custanswered', 'hold', 'custanswered'];
  const of = (tab: string): boolean[] =>
    words.map((word, index) => merge.take(said(tab, index + 1, word, index * 100)));
  expect([of('one'), of('two')]).toEqual([
    [true, true, true, true],
    [false, false, false, false],
  ]);
});

test('the same word again from the same tab, or much later from another one, is said again', () => {
  const merge = createDialerMerge(null);
  expect(
    [said('one', 1, 'hold', 0), said('one', 2, 'hold', 100), said('two', 1, 'hold', 3_101)].map(merge.take),
  ).toEqual([true, true, true]);
});

test('a message that a leader took before is not taken again by its successor', () => {
  const before = createDialerMerge(null);
  before.take(said('one', 1, 'hold', 0));
  const after = createDialerMerge(before.state());
  expect(
    [said('one', 1, 'hold', 0), said('two', 1, 'hold', 50), said('one', 2, 'hold', 60_000)].map(after.take),
  ).toEqual([false, false, true]);
});

test('what is remembered is bounded', () => {
  const merge = createDialerMerge(null);
  for (let number = 1; number <= 200; number += 1) {
    merge.take(said(`tab-${number}`, 1, `word-${number}`, number * 10));
  }
  const { heard, recent } = merge.state();
  expect([heard.length, heard[0]?.[0], recent.length, recent[0]?.at]).toEqual([20, 'tab-181', 50, 1_510]);
  merge.take(said('tab-1', 2, 'late', 100_000));
  expect(merge.state().recent.length).toBe(1);
});

test(`however the messages of three tabs interleave, the dialler is heard once, in its order (seed ${SEED})`, () => {
  const tabs = ['one', 'two', 'three'];
  const words = fc.array(fc.constantFrom('hold', 'custanswered', 'conference'), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(words, fc.array(fc.nat(2), { maxLength: 40 }), (story, turns) => {
      const merge = createDialerMerge(null);
      const next = new Map(tabs.map((tab) => [tab, 0]));
      const heard: string[] = [];
      const bring = (tab: string): void => {
        const index = next.get(tab) ?? 0;
        const word = story[index];
        if (word === undefined) return;
        next.set(tab, index + 1);
        if (merge.take(said(tab, index + 1, word, index * 200))) heard.push(word);
      };
      for (const turn of turns) bring(tabs[turn] ?? 'one');
      for (const tab of tabs) story.forEach(() => bring(tab));
      expect(heard).toEqual(story);
    }),
    { seed: SEED, numRuns: 300 },
  );
});
