import { createHandWrittenReducer } from '../../bench/hand-written-reducer.ts';
import type { ReducedEvent } from '../../bench/hand-written-reducer.ts';
import { parseEventSettings } from '../../src/model/settings.ts';
import { at, observationOf } from './scenario.ts';
import type { Scenario } from './scenario.ts';
import { HVOC_SCENARIOS } from './scenarios-hvoc.ts';
import { TETHERED_SCENARIOS } from './scenarios-tethered.ts';

function describeReduced(event: ReducedEvent, step: number): string {
  if (event.tuple === null) return `${step} unlisted ${event.lookedUp} ${event.leg}`;
  const words = [String(step), event.tuple, event.leg, event.cause];
  if (event.occurrence > 1) words.push(`#${event.occurrence}`);
  if (event.receiving) words.push('receiving');
  if (event.synthetic) words.push('synthetic');
  if (event.answered === false) words.push('unanswered');
  if (event.endedBy !== undefined) words.push(`by-${event.endedBy}`);
  return words.join(' ');
}

function reduce(scenario: Scenario): string[] {
  const observe = createHandWrittenReducer(parseEventSettings(scenario.settings));
  return scenario.steps.flatMap((step, index) =>
    step.kind === 'snapshot'
      ? observe(observationOf(step, at(index))).map((event) => describeReduced(event, index))
      : [],
  );
}

describe("the benchmark's yardstick follows the same contract", () => {
  const scenarios = [...HVOC_SCENARIOS, ...TETHERED_SCENARIOS].filter(({ steps }) =>
    steps.every((step) => step.kind === 'snapshot'),
  );

  it.each(
    scenarios
      .filter(({ name }) => !name.includes('attributes of the tether'))
      .map((scenario) => [scenario.name, scenario] as const),
  )('%s', (_name, scenario) => {
    expect(reduce(scenario)).toEqual(scenario.expected);
  });
});
