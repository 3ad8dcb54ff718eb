import { CATALOG } from '../../src/catalog/catalog.ts';
import { describeStep, SCENARIOS } from '../../src/simulator/index.ts';
import { createManualClock } from '../support/ccp-clock.ts';
import { createStreamsRealm } from '../support/ccp-streams.ts';
import { describeScenarioEvent, readScenarioEvents } from '../support/scenario-events.ts';
import { playInNode } from '../support/scenario-in-node.ts';

const realm = createStreamsRealm(createManualClock());
const played = new Map(SCENARIOS.map((scenario) => [scenario.key, playInNode(scenario, realm)]));
const sorted = (values: Iterable<string>): string[] => [...new Set(values)].sort();

describe('the scenarios', () => {
  for (const scenario of SCENARIOS) {
    it(`${scenario.title}: reaches the rows that it declares, and no other`, () => {
      const events = played.get(scenario.key) ?? [];
      expect(sorted(events.map((event) => event.tuple))).toEqual(sorted(scenario.reaches));
    });
  }

  it('give in bare Node the events that every environment is held to', () => {
    const described = [...played].map(([key, events]) => [key, events.map(describeScenarioEvent)]);
    expect(Object.fromEntries(described)).toEqual(readScenarioEvents());
  });

  it('have keys and titles of their own', () => {
    expect(new Set(SCENARIOS.map((scenario) => scenario.key)).size).toBe(SCENARIOS.length);
    expect(new Set(SCENARIOS.map((scenario) => scenario.title)).size).toBe(SCENARIOS.length);
  });

  it('are plain data, each step with a line for people', () => {
    expect(JSON.parse(JSON.stringify(SCENARIOS[0]))).toEqual(SCENARIOS[0]);
    const [scenario] = SCENARIOS.filter(({ key }) => key === 'hvoc-manual-outbound');
    expect(scenario?.steps.map(describeStep)).toEqual([
      'Agent: dial',
      'Outside: customer answers',
      'Agent: hang up',
      'Agent: clear',
    ]);
  });

  it('reach every row of the catalogue, extensions included', () => {
    const reached = new Set(SCENARIOS.flatMap((scenario) => scenario.reaches));
    expect(CATALOG.map((row) => row.tuple).filter((tuple) => !reached.has(tuple))).toEqual([]);
  });

  it('reach every cause of every row', () => {
    const reached = new Set([...played.values()].flat().map((event) => `${event.tuple} ${event.cause}`));
    const missing = CATALOG.flatMap((row) =>
      row.causes.map((cause) => `${row.tuple} ${cause}`).filter((pair) => !reached.has(pair)),
    );
    expect(missing).toEqual([]);
  });
});
