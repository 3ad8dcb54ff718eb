import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createContactTracker } from '../src/contact/contact-tracker.ts';
import type { AgentObservation } from '../src/model/observation.ts';
import { parseEventSettings } from '../src/model/settings.ts';
import { createHandWrittenReducer } from './hand-written-reducer.ts';
import { recordCall } from './recorded-call.ts';

const CALLS = 200;
const ROUNDS = 40;
const HEAP_CALLS = 10_000;

const settings = parseEventSettings({});
const calls = Array.from({ length: CALLS }, (_, index) => recordCall(`c-${index}`, index * 60_000));

type Observe = (observation: AgentObservation) => readonly unknown[];

/** CPU time of one round with a fresh consumer, in microseconds a call. */
function measureRound(create: () => Observe): number {
  const observe = create();
  const start = process.cpuUsage();
  for (const call of calls) for (const observation of call) observe(observation);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / CALLS;
}

/** The best of several rounds of each, in turns, so that a busy machine disturbs both alike. */
function measure(...consumers: readonly (() => Observe)[]): number[] {
  const best = consumers.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < ROUNDS; round += 1) {
    consumers.forEach((create, index) => {
      best[index] = Math.min(best[index] ?? Number.POSITIVE_INFINITY, measureRound(create));
    });
  }
  return best;
}

/** Heap growth in bytes after many calls and a collection. */
function measureHeap(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const tracker = createContactTracker({ settings });
  const play = (from: number, count: number): void => {
    for (let index = from; index < from + count; index += 1) {
      for (const observation of recordCall(`h-${index}`, index * 60_000)) tracker.observe(observation);
    }
  };
  play(0, 2000);
  collect();
  const before = process.memoryUsage().heapUsed;
  play(2000, HEAP_CALLS);
  collect();
  const grown = process.memoryUsage().heapUsed - before;
  if (tracker.calls().length !== 0) process.exitCode = 1;
  return grown;
}

const [machine = 0, reducer = 0] = measure(
  () => createContactTracker({ settings }).observe,
  () => createHandWrittenReducer(settings),
);
const lines = [
  `calls of 40 observations through diff, machine and catalogue: ${machine.toFixed(1)} us a call (aim: below 200)`,
  `the same through the hand-written reducer:                     ${reducer.toFixed(1)} us a call`,
  `ratio: ${(machine / reducer).toFixed(2)} (aim: at most 5)`,
  `heap growth after ${HEAP_CALLS} calls: ${(measureHeap() / 1024).toFixed(0)} KiB (aim: at most 2048)`,
];
process.stdout.write(`${lines.join('\n')}\n`);
