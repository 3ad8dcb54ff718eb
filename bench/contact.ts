import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createContactTracker } from '../src/contact/contact-tracker.ts';
import type { AgentObservation } from '../src/model/observation.ts';
import { parseEventSettings } from '../src/model/settings.ts';
import { createHandWrittenReducer } from './hand-written-reducer.ts';
import { recordCall } from './recorded-call.ts';

const CALLS = 2000;
const ROUNDS = 7;
const HEAP_CALLS = 10_000;

const settings = parseEventSettings({});
const calls = Array.from({ length: CALLS }, (_, index) => recordCall(`c-${index}`, index * 60_000));

type Observe = (observation: AgentObservation) => readonly unknown[];

/** Microseconds a call, the best of several rounds, each with a fresh consumer. */
function measure(create: () => Observe): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round += 1) {
    const observe = create();
    const start = performance.now();
    for (const call of calls) for (const observation of call) observe(observation);
    best = Math.min(best, performance.now() - start);
  }
  return (best * 1000) / CALLS;
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

const machine = measure(() => createContactTracker({ settings }).observe);
const reducer = measure(() => createHandWrittenReducer(settings));
const lines = [
  `calls of 40 observations through diff, machine and catalogue: ${machine.toFixed(1)} us a call (aim: below 200)`,
  `the same through the hand-written reducer:                     ${reducer.toFixed(1)} us a call`,
  `ratio: ${(machine / reducer).toFixed(2)} (aim: at most 5)`,
  `heap growth after ${HEAP_CALLS} calls: ${(measureHeap() / 1024).toFixed(0)} KiB (aim: at most 2048)`,
];
process.stdout.write(`${lines.join('\n')}\n`);
