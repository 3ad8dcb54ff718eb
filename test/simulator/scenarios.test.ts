import { CATALOG } from '../../src/catalog/catalog.ts';
import { createContactTracker } from '../../src/contact/contact-tracker.ts';
import type { TrackerOutput } from '../../src/contact/tracker.ts';
import { readDialerMessage } from '../../src/dialer/read-dialer-message.ts';
import type { CtiEvent } from '../../src/model/cti-event.ts';
import type { AgentObservation } from '../../src/model/observation.ts';
import { parseEventSettings } from '../../src/model/settings.ts';
import { createDialerSimulator, describeStep, runScenario, SCENARIOS } from '../../src/simulator/index.ts';
import type { Scenario } from '../../src/simulator/index.ts';
import { observeAgent } from '../../src/streams/observe-agent.ts';
import { createCountingIds, createManualClock } from '../support/ccp-clock.ts';
import { startCcp } from '../support/ccp-picture.ts';
import { createStreamsRealm } from '../support/ccp-streams.ts';

const realm = createStreamsRealm(createManualClock());

/** The events of a scenario, through the real Streams library and the contact machine. */
function play(scenario: Scenario): CtiEvent[] {
  const ccp = startCcp(scenario.behaviour, {}, realm);
  const settings = parseEventSettings({ setup: scenario.setup, ...scenario.settings });
  const tracker = createContactTracker({ settings });
  const outputs: TrackerOutput[] = [];
  let last: AgentObservation | null = null;
  const observe = (): void => {
    last = observeAgent(ccp.agent(), ccp.clock.now(), last, () => {
      throw new Error('every contact should have been read');
    });
    outputs.push(...tracker.observe(last));
  };
  observe();
  ccp.connect.core.getEventBus().subscribe('agent::refresh', observe);
  const dialer = createDialerSimulator({
    clock: ccp.clock,
    ids: createCountingIds('call'),
    ...(scenario.dialerBehaviour === undefined ? {} : { behaviour: scenario.dialerBehaviour }),
    post(message) {
      const reading = readDialerMessage(message, ccp.clock.now());
      if (reading.kind !== 'signal') throw new Error(`the dialler's message was ${reading.kind}`);
      outputs.push(...tracker.signal(reading.signal));
    },
  });
  runScenario({ ccp: ccp.engine, dialer }, scenario, () => ccp.clock.advance(1000));
  expect(ccp.errors).toEqual([]);
  return outputs.flatMap((output) => (output.kind === 'event' ? [output.event] : []));
}

const played = new Map(SCENARIOS.map((scenario) => [scenario.key, play(scenario)]));
const sorted = (values: Iterable<string>): string[] => [...new Set(values)].sort();

describe('the scenarios', () => {
  for (const scenario of SCENARIOS) {
    it(`${scenario.title}: reaches the rows that it declares, and no other`, () => {
      const events = played.get(scenario.key) ?? [];
      expect(sorted(events.map((event) => event.tuple))).toEqual(sorted(scenario.reaches));
    });
  }

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
