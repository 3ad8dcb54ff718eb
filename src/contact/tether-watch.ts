import type { ContactObservation } from '../model/observation.ts';
import type { EventSettings } from '../model/settings.ts';
import { isContactState, isLiveState } from './contact-state.ts';
import type { DialerCalls } from './dialer-calls.ts';
import { diagnosticEntry } from './issue-event.ts';
import type { Circumstances } from './issue-event.ts';
import { readTetherAttributes } from './read-tether-attributes.ts';
import type { ToldOnce } from './told-once.ts';
import type { TetherState } from './tracker-state.ts';
import type { TrackerOutput } from './tracker.ts';

/** The agent's standing tethers: contacts that give no events of their own, but can carry and end a dialler's call. */
export interface TetherWatch {
  has(contactId: string): boolean;
  ids(): readonly string[];
  see(contact: ContactObservation, circumstances: Circumstances): readonly TrackerOutput[];
  remove(contactId: string, circumstances: Circumstances): readonly TrackerOutput[];
  clear(): void;
  states(): TetherState[];
}

export function createTetherWatch(
  settings: EventSettings,
  states: readonly TetherState[],
  dialer: DialerCalls,
  told: ToldOnce,
): TetherWatch {
  const tethers = new Map(states.map((state) => [state.contactId, state]));

  function closeIfLast(circumstances: Circumstances): readonly TrackerOutput[] {
    const isTethered = [...tethers.values()].some((tether) => tether.alive);
    return isTethered ? [] : dialer.close(circumstances);
  }

  function readAttributes(
    contact: ContactObservation,
    tether: TetherState,
    circumstances: Circumstances,
    outputs: TrackerOutput[],
  ): TetherState {
    const { at } = circumstances;
    const read = readTetherAttributes(contact, settings, tether.sequence, at);
    if (read.kind === 'nothing') return tether;
    if (read.kind === 'signal') outputs.push(...dialer.hear(read.signal, circumstances));
    else {
      outputs.push(
        ...told.tell(contact.contactId, read.problem, () =>
          diagnosticEntry(at, null, `Attributes of the tether cannot be used: ${read.problem}.`, {
            contactId: contact.contactId,
          }),
        ),
      );
    }
    return { ...tether, sequence: read.sequence ?? tether.sequence };
  }

  return {
    has: (contactId) => tethers.has(contactId),
    ids: () => [...tethers.keys()],
    see(contact, circumstances) {
      const { contactId, state } = contact;
      const outputs: TrackerOutput[] = [];
      const known = tethers.get(contactId);
      if (known === undefined) {
        outputs.push({
          kind: 'trace',
          entry: {
            at: circumstances.at,
            kind: 'ignored',
            callKey: null,
            text: "Contact ignored: it is the agent's tether, and carries calls without being one.",
            data: { contactId },
          },
        });
      }
      let tether = known ?? { contactId, alive: false, sequence: null };
      if (settings.tether.source === 'attributes') {
        tether = readAttributes(contact, tether, circumstances, outputs);
      }
      const wasAlive = tether.alive;
      const alive = isContactState(state) ? isLiveState(state) : wasAlive;
      tethers.set(contactId, { ...tether, alive });
      if (wasAlive && !alive) outputs.push(...closeIfLast(circumstances));
      return outputs;
    },
    remove(contactId, circumstances) {
      const wasAlive = tethers.get(contactId)?.alive === true;
      tethers.delete(contactId);
      return wasAlive ? closeIfLast(circumstances) : [];
    },
    clear: () => tethers.clear(),
    states: () => [...tethers.values()],
  };
}
