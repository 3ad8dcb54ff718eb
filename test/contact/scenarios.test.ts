import { CATALOG } from '../../src/catalog/catalog.ts';
import { run } from './scenario.ts';
import { HVOC_SCENARIOS } from './scenarios-hvoc.ts';
import { TETHERED_SCENARIOS } from './scenarios-tethered.ts';

const SCENARIOS = [...HVOC_SCENARIOS, ...TETHERED_SCENARIOS];

describe('scenarios give the events that are written down for them, in order', () => {
  it.each(SCENARIOS.map((scenario) => [scenario.name, scenario] as const))('%s', (_name, scenario) => {
    expect(run(scenario)).toEqual(scenario.expected);
  });
});

describe('the catalogue is reached', () => {
  const reached = new Set(SCENARIOS.flatMap((scenario) => run(scenario)).map((line) => line.split(' ')[1]));

  it.each(CATALOG.map((row) => [row.tuple]))('%s', (tuple) => {
    expect(reached.has(tuple)).toBe(true);
  });

  it('has 56 supported rows, the recommended-only one and 19 extensions', () => {
    expect(CATALOG.filter((row) => reached.has(row.tuple)).length).toBe(76);
  });

  it('gives an event only on the legs and with the causes of its row', () => {
    const strays = SCENARIOS.flatMap((scenario) => run(scenario)).filter((line) => {
      const [, tuple, leg, cause] = line.split(' ');
      const row = CATALOG.find((candidate) => candidate.tuple === tuple);
      if (row === undefined) return tuple !== 'unlisted';
      return !row.legs.some((one) => one === leg) || !row.causes.some((one) => one === cause);
    });
    expect(strays).toEqual([]);
  });
});
