import type { CcpBehaviour, CcpEngineOptions } from '../../src/simulator/index.ts';
import { createCcpEngine } from '../../src/simulator/index.ts';
import { createCountingIds, createManualClock } from './ccp-clock.ts';
import type { ManualClock } from './ccp-clock.ts';
import { connectInNode } from './ccp-streams.ts';
import type { NodeCcp, StreamsRealm } from './ccp-streams.ts';

export interface CcpTest extends NodeCcp {
  readonly clock: ManualClock;
  /** What Streams shows now, in one line a contact: `connected: agent connected, customer hold | Busy`. */
  picture(): string;
  /** What a test wrote down on the way. */
  readonly notes: string[];
}

/** A simulated CCP with the real library connected to it, in bare Node. */
export function startCcp(
  behaviour: Partial<CcpBehaviour> = {},
  options: Partial<CcpEngineOptions> = {},
  realm?: StreamsRealm,
): CcpTest {
  const clock = createManualClock();
  const engine = createCcpEngine({ clock, ids: createCountingIds(), behaviour, ...options });
  const ccp = connectInNode(engine, clock, realm);
  const kindOf = (type: string, initial: boolean): string =>
    initial ? 'customer' : type === 'agent' ? 'agent' : type === 'monitoring' ? 'monitoring' : 'third';
  return {
    ...ccp,
    clock,
    notes: [],
    picture() {
      const agent = ccp.agent();
      const contacts = agent.getContacts().map((contact) => {
        const legs = ['voice', 'queue_callback'].includes(contact.getType())
          ? contact
              .getConnections()
              .map((leg) => `${kindOf(leg.getType(), leg.isInitialConnection())} ${leg.getState().type}`)
          : [contact.getType()];
        return `${contact.getState().type}: ${legs.join(', ')}`;
      });
      return `${contacts.length === 0 ? 'none' : contacts.join('; ')} | ${agent.getState()?.name ?? ''}`;
    },
  };
}
