import { describeError } from '../errors.ts';
import type { AgentObservation } from '../model/observation.ts';
import type { TraceEntry } from '../model/trace-entry.ts';
import type { SnapshotDriver } from '../replay/snapshot-driver.ts';
import { observeAgent } from '../streams/observe-agent.ts';
import type { UnreadContact } from '../streams/observe-agent.ts';
import type { StreamsAgent } from '../streams/streams-port.ts';
import { createStreamsRealmFactory } from './streams-realm.ts';
import type { StreamsRealm } from './streams-realm.ts';

/** The Node driver: the installed Streams library, unmodified, in a realm of its own for every page load. */
export function createStreamsDriver(): SnapshotDriver {
  const createRealm = createStreamsRealmFactory();
  let realm: StreamsRealm | null = null;
  let now = 0;
  let previous: AgentObservation | null = null;
  let observations: AgentObservation[] = [];
  let trace: TraceEntry[] = [];

  const noteUnread = ({ contactId, error }: UnreadContact): void => {
    const text = `Contact ${contactId ?? 'without id'} cannot be read from Streams: ${describeError(error)}.`;
    trace.push({ at: now, kind: 'diagnostic', callKey: null, text });
  };

  const loadPage = (): StreamsRealm => {
    const loaded = createRealm();
    previous = null;
    loaded.onRefresh((agent) => {
      try {
        previous = observeAgent(agent as StreamsAgent, now, previous, noteUnread);
        observations.push(previous);
      } catch (error) {
        const text = `The agent cannot be read from Streams: ${describeError(error)}.`;
        trace.push({ at: now, kind: 'diagnostic', callKey: null, text });
      }
    });
    return loaded;
  };

  return {
    update(update, at) {
      realm ??= loadPage();
      now = at;
      observations = [];
      trace = [];
      realm.update(update);
      return { observations, trace };
    },
    reload() {
      realm = null;
    },
  };
}
