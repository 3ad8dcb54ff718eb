import type { EventSettings } from '../model/settings.ts';
import type { AgentObservation, ContactObservation } from '../model/observation.ts';
import { classifyContact } from './classify-contact.ts';
import { createContactCall, startContactCall } from './contact-call.ts';
import type { ContactCall, ContactMachine } from './contact-call.ts';
import { isLiveState } from './contact-state.ts';
import { diagnosticEntry } from './issue-event.ts';
import type { Circumstances } from './issue-event.ts';
import { createOfferCounters } from './offer-counters.ts';
import { repairContact } from './repair-contact.ts';
import { TRACKER_STATE_VERSION } from './tracker-state.ts';
import type { TrackerState } from './tracker-state.ts';
import type { ContactTracker, TrackerOutput } from './tracker.ts';

export { parseTrackerState } from './tracker-state.ts';
export type { TrackerState } from './tracker-state.ts';
export type { ContactTracker, TrackerOutput } from './tracker.ts';

/** State older than this is not trusted: its calls are closed without events. */
const MAXIMUM_AGE_MS = 24 * 60 * 60 * 1000;

export interface ContactTrackerOptions {
  readonly settings: EventSettings;
  /** State that survived a page load; the next observation is then the first after it. */
  readonly state?: TrackerState;
  /** Another machine for contacts, to test its guards. */
  readonly contactMachine?: ContactMachine;
}

function isAfterCallWork(agentState: string | null): boolean {
  return agentState !== null && agentState.replace(/[^a-z]/gi, '').toLowerCase() === 'aftercallwork';
}

/** Follows all calls of one agent: observations and dialler signals in, events and their reasons out. */
export function createContactTracker(options: ContactTrackerOptions): ContactTracker {
  const { settings } = options;
  const restored = options.state;
  let agentId = restored?.agentId ?? '';
  let lastAt = restored?.at ?? null;
  let loaded = restored !== undefined;
  let told = new Set<string>(restored?.told ?? []);
  const offers = createOfferCounters(restored?.offers ?? []);
  const calls = new Map<string, ContactCall>();
  for (const state of restored?.calls ?? []) {
    calls.set(state.observation.contactId, createContactCall(settings, state, false, options.contactMachine));
  }

  function tell(contactId: string, reason: string, entry: () => TrackerOutput): TrackerOutput[] {
    const key = `${contactId}|${reason}`;
    if (told.has(key)) return [];
    told.add(key);
    return [entry()];
  }

  function forget(at: number, why: string): TrackerOutput[] {
    const count = calls.size;
    calls.clear();
    told = new Set();
    return count === 0
      ? []
      : [diagnosticEntry(at, null, `${count} earlier calls were closed without events: ${why}.`)];
  }

  function checkOwner(observation: AgentObservation): TrackerOutput[] {
    const { at, agent } = observation;
    const outputs: TrackerOutput[] = [];
    if (agent.id !== '' && agentId !== '' && agent.id !== agentId) {
      outputs.push(...forget(at, 'they belong to another agent or instance'));
    }
    if (loaded && lastAt !== null && at - lastAt > MAXIMUM_AGE_MS) {
      outputs.push(...forget(at, 'their state is older than 24 hours'));
    }
    if (agent.id !== '') agentId = agent.id;
    return outputs;
  }

  function openCall(contact: ContactObservation, at: number): ContactCall {
    const callKey = `${agentId}|${contact.contactId}|${offers.next(contact.contactId)}`;
    const call = createContactCall(
      settings,
      startContactCall(callKey, contact, at),
      true,
      options.contactMachine,
    );
    calls.set(contact.contactId, call);
    return call;
  }

  function observe(observation: AgentObservation): readonly TrackerOutput[] {
    const outputs = checkOwner(observation);
    const { at } = observation;
    const circumstances: Circumstances = { at, replayed: loaded };
    const present = new Map<string, ContactObservation>();
    for (const contact of observation.contacts) {
      if (present.has(contact.contactId)) {
        outputs.push(
          ...tell(contact.contactId, 'seen twice', () =>
            diagnosticEntry(
              at,
              null,
              `The contact ${contact.contactId} was seen twice in one snapshot; the first counts.`,
            ),
          ),
        );
      } else {
        present.set(contact.contactId, contact);
      }
    }
    const inAfterCallWork = isAfterCallWork(observation.agent.state);
    const isAfterWorkOf = (contactId: string): boolean =>
      inAfterCallWork &&
      ![...present.values()].some((other) => other.contactId !== contactId && other.state === 'ended');

    const see = (seen: ContactObservation, call: ContactCall | undefined): void => {
      const { contactId } = seen;
      if (call === undefined) {
        const found = classifyContact(seen, settings);
        if (found.kind === 'ignored') {
          outputs.push(
            ...tell(contactId, found.reason, () => ({
              kind: 'trace',
              entry: {
                at,
                kind: 'ignored',
                callKey: null,
                text: `Contact ignored: ${found.reason}.`,
                data: { contactId, reason: found.reason },
              },
            })),
          );
          return;
        }
      }
      const before = call?.state().observation ?? null;
      const { contact, problems } = repairContact(seen, before);
      for (const problem of problems) {
        outputs.push(
          ...tell(contactId, problem, () =>
            diagnosticEntry(at, call?.state().callKey ?? null, `Observation repaired: ${problem}.`, {
              contactId,
            }),
          ),
        );
      }
      let current = call;
      if (
        current !== undefined &&
        before !== null &&
        !isLiveState(before.state) &&
        isLiveState(contact.state)
      ) {
        outputs.push(...current.remove(circumstances));
        current = undefined;
      }
      current ??= openCall(contact, at);
      outputs.push(...current.observe(contact, circumstances, isAfterWorkOf(contactId)));
    };

    const known = new Map(calls);
    for (const contact of present.values()) {
      if (!known.has(contact.contactId)) see(contact, undefined);
    }
    for (const [contactId, call] of known) {
      if (present.has(contactId)) continue;
      calls.delete(contactId);
      outputs.push(...call.remove(loaded ? { ...circumstances, lastSeenAt: lastAt } : circumstances));
    }
    for (const contact of present.values()) {
      const call = known.get(contact.contactId);
      if (call !== undefined) see(contact, call);
    }
    for (const key of told) {
      if (!present.has(key.slice(0, key.lastIndexOf('|')))) told.delete(key);
    }
    loaded = false;
    lastAt = at;
    return outputs;
  }

  return {
    observe,
    signal: () => [],
    pageLoaded() {
      loaded = true;
    },
    state: () => ({
      version: TRACKER_STATE_VERSION,
      agentId,
      at: lastAt,
      calls: [...calls.values()].map((call) => call.state()),
      dialerCall: null,
      droppedCallIds: [],
      tethers: [],
      told: [...told],
      offers: offers.entries(),
    }),
    calls: () => [...calls.values()].map((call) => call.view()).reverse(),
  };
}
