import { SCENARIOS } from '../../src/simulator/index.ts';
import { createManualClock } from '../../test/support/ccp-clock.ts';
import { createStreamsRealm } from '../../test/support/ccp-streams.ts';
import { SCENARIO_EVENTS_FILE, describeScenarioEvent } from '../../test/support/scenario-events.ts';
import { playInNode } from '../../test/support/scenario-in-node.ts';
import { formatJson } from '../lib/format.ts';

/** The events of every scenario of the simulator, as bare Node gives them. */
export async function generate(): Promise<Map<string, string>> {
  const realm = createStreamsRealm(createManualClock());
  const events = Object.fromEntries(
    SCENARIOS.map((scenario) => [scenario.key, playInNode(scenario, realm).map(describeScenarioEvent)]),
  );
  return new Map([[SCENARIO_EVENTS_FILE, await formatJson(JSON.stringify(events))]]);
}
