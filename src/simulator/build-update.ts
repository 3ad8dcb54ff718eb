import type { WireAgentUpdate } from '../model/snapshot.ts';
import { chosenState } from './agent-state.ts';
import { cloneData } from './clone-data.ts';
import type { EngineContext } from './engine-context.ts';

/** The data of one `agent::update`: a fresh copy each time, contacts sorted by the time of their state. */
export function buildUpdate(context: EngineContext): WireAgentUpdate {
  const { agent } = context;
  const contacts = context.contacts
    .map((contact) => contact.wire)
    .sort((a, b) => a.state.timestamp.getTime() - b.state.timestamp.getTime());
  const now = context.time();
  return cloneData<WireAgentUpdate>({
    snapshot: {
      state: agent.state,
      nextState: agent.nextState === null ? null : (chosenState(context, agent.nextState) ?? null),
      agentAvailabilityState: { state: agent.state.name, timeStamp: agent.state.startTimestamp },
      contacts,
      snapshotTimestamp: now,
      localTimestamp: now.getTime() - context.skewMs,
      skew: context.skewMs,
    },
    configuration: context.configuration,
  });
}
