import { createContactTracker } from '../../src/contact/contact-tracker.ts';
import type { TrackerOutput } from '../../src/contact/tracker.ts';
import { readDialerMessage } from '../../src/dialer/read-dialer-message.ts';
import type { CtiEvent } from '../../src/model/cti-event.ts';
import type { AgentObservation } from '../../src/model/observation.ts';
import { parseEventSettings } from '../../src/model/settings.ts';
import { createDialerSimulator, runScenario } from '../../src/simulator/index.ts';
import type { Scenario } from '../../src/simulator/index.ts';
import { observeAgent } from '../../src/streams/observe-agent.ts';
import { createCountingIds } from './ccp-clock.ts';
import { startCcp } from './ccp-picture.ts';
import type { StreamsRealm } from './ccp-streams.ts';

/** The events of a scenario in bare Node, through the real Streams library and the contact machine. */
export function playInNode(scenario: Scenario, realm: StreamsRealm): CtiEvent[] {
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
    behaviour: scenario.dialerBehaviour ?? {},
    post(message) {
      const reading = readDialerMessage(message, ccp.clock.now());
      if (reading.kind !== 'signal') throw new Error(`the dialler's message was ${reading.kind}`);
      outputs.push(...tracker.signal(reading.signal));
    },
  });
  runScenario({ ccp: ccp.engine, dialer }, scenario, () => ccp.clock.advance(1000));
  const complaint = ccp.errors.splice(0).join('; ');
  if (complaint !== '') throw new Error(`Streams complained: ${complaint}`);
  return outputs.flatMap((output) => (output.kind === 'event' ? [output.event] : []));
}
