import type { Clock, Ids } from '../model/ports.ts';
import type { WireAgentState, WireConfiguration, WireEndpoint } from '../model/snapshot.ts';
import type { CcpBehaviour } from './ccp-behaviour.ts';
import type { SimContact } from './sim-contact.ts';

/** What one engine's verbs work on. `changed` settles the agent's state and sends an update. */
export interface EngineContext {
  readonly behaviour: CcpBehaviour;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly configuration: WireConfiguration;
  readonly quickConnects: readonly WireEndpoint[];
  readonly agent: {
    state: WireAgentState;
    /** The state to be in when no contact asks for another. */
    chosen: string;
    nextState: string | null;
  };
  contacts: SimContact[];
  skewMs: number;
  /** Amazon Connect's time. */
  time(): Date;
  changed(): void;
  /** Participant hold and resume, on the SDK channel. */
  legHeld(contact: SimContact, legId: string, held: boolean): void;
}
