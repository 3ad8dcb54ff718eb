import type { CallView } from '../model/call-view.ts';
import type { AgentObservation, ContactObservation } from '../model/observation.ts';
import type { EventSettings } from '../model/settings.ts';
import { classifyContact } from './classify-contact.ts';
import { createContactCall, startContactCall } from './contact-call.ts';
import type { ContactCall, ContactMachine } from './contact-call.ts';
import { isLiveState } from './contact-state.ts';
import { diagnosticEntry } from './issue-event.ts';
import type { Circumstances } from './issue-event.ts';
import { repairContact } from './repair-contact.ts';
import type { TetherWatch } from './tether-watch.ts';
import type { ToldOnce } from './told-once.ts';
import type { ContactCallState } from './tracker-state.ts';
import type { TrackerOutput } from './tracker.ts';

/** The calls that Streams shows, one actor each. */
export interface ContactCalls {
  /** `gone`: the circumstances of the contacts that are missing from this observation. */
  observe(
    observation: AgentObservation,
    circumstances: Circumstances,
    gone: Circumstances,
  ): readonly TrackerOutput[];
  /** Forgets all calls without events; answers how many. */
  clear(): number;
  views(): readonly CallView[];
  states(): ContactCallState[];
}

export interface ContactCallsOptions {
  readonly settings: EventSettings;
  readonly states: readonly ContactCallState[];
  readonly nextCallKey: (callId: string) => string;
  readonly tethers: TetherWatch;
  readonly told: ToldOnce;
  readonly machine?: ContactMachine | undefined;
}

function isAfterCallWork(agentState: string | null): boolean {
  return agentState !== null && agentState.replace(/[^a-z]/gi, '').toLowerCase() === 'aftercallwork';
}

export function createContactCalls(options: ContactCallsOptions): ContactCalls {
  const { settings, tethers, told, machine } = options;
  const calls = new Map<string, ContactCall>(
    options.states.map((state) => [
      state.observation.contactId,
      createContactCall(settings, state, false, machine),
    ]),
  );

  function begin(contact: ContactObservation, circumstances: Circumstances): ContactCall {
    const start = startContactCall(options.nextCallKey(contact.contactId), contact, circumstances);
    const call = createContactCall(settings, start, true, machine);
    calls.set(contact.contactId, call);
    return call;
  }

  /** A contact that is no call so far: it becomes one, or the tether, or is ignored. */
  function seeFirst(
    contact: ContactObservation,
    circumstances: Circumstances,
    afterCallWork: boolean,
  ): readonly TrackerOutput[] {
    const { contactId } = contact;
    const { at } = circumstances;
    const found = classifyContact(contact, settings);
    if (found.kind === 'tether') return tethers.see(contact, circumstances);
    if (found.kind === 'ignored') {
      const { reason } = found;
      const text = `Contact ignored: ${reason}.`;
      return told.tell(contactId, reason, () => ({
        kind: 'trace',
        entry: { at, kind: 'ignored', callKey: null, text, data: { contactId, reason } },
      }));
    }
    const repaired = repairContact(contact, null);
    const call = begin(repaired.contact, circumstances);
    return [
      ...reportProblems(contactId, repaired.problems, call.callKey, at),
      ...call.observe(repaired.contact, circumstances, afterCallWork),
    ];
  }

  function reportProblems(contactId: string, problems: readonly string[], callKey: string, at: number) {
    return problems.flatMap((problem) =>
      told.tell(contactId, problem, () =>
        diagnosticEntry(at, callKey, `Observation repaired: ${problem}.`, { contactId }),
      ),
    );
  }

  function seeAgain(
    call: ContactCall,
    seen: ContactObservation,
    circumstances: Circumstances,
    afterCallWork: boolean,
  ): readonly TrackerOutput[] {
    const { contactId } = seen;
    const before = call.lastSeen();
    if (!call.hasEvents() && classifyContact(seen, settings).kind === 'tether') {
      calls.delete(contactId);
      return tethers.see(seen, circumstances);
    }
    const { contact, problems } = repairContact(seen, before);
    const reports = reportProblems(contactId, problems, call.callKey, circumstances.at);
    if (isLiveState(before.state) || !isLiveState(contact.state)) {
      const issued = call.observe(contact, circumstances, afterCallWork);
      return reports.length === 0 ? issued : [...reports, ...issued];
    }
    calls.delete(contactId);
    return [...call.remove(circumstances), ...seeFirst(seen, circumstances, afterCallWork)];
  }

  function unique(contacts: readonly ContactObservation[], at: number, outputs: TrackerOutput[]) {
    const present = new Map<string, ContactObservation>();
    for (const contact of contacts) {
      const { contactId } = contact;
      if (!present.has(contactId)) present.set(contactId, contact);
      else {
        const text = `The contact ${contactId} was seen twice in one snapshot; its first entry counts.`;
        outputs.push(
          ...told.tell(contactId, 'seen twice', () => diagnosticEntry(at, null, text, { contactId })),
        );
      }
    }
    return present;
  }

  return {
    observe(observation, circumstances, gone) {
      const { at, since } = circumstances;
      const outputs: TrackerOutput[] = [];
      const present = unique(observation.contacts, at, outputs);
      const inAfterCallWork = isAfterCallWork(observation.agent.state);
      const isOwnAfterCallWork = (contactId: string): boolean =>
        inAfterCallWork &&
        !observation.contacts.some((other) => other.contactId !== contactId && other.state === 'ended');
      const fresh = new Set<string>();
      for (const [contactId, contact] of present) {
        if (calls.has(contactId) || tethers.has(contactId)) continue;
        fresh.add(contactId);
        outputs.push(...seeFirst(contact, circumstances, isOwnAfterCallWork(contactId)));
      }
      for (const [contactId, call] of calls) {
        if (present.has(contactId)) continue;
        calls.delete(contactId);
        outputs.push(...call.remove(gone.lastSeenAt === undefined ? gone : { ...gone, lastSeenAt: since }));
      }
      for (const contactId of tethers.ids()) {
        if (!present.has(contactId)) outputs.push(...tethers.remove(contactId, gone));
      }
      for (const [contactId, contact] of present) {
        if (fresh.has(contactId)) continue;
        const call = calls.get(contactId);
        outputs.push(
          ...(call === undefined
            ? tethers.see(contact, circumstances)
            : seeAgain(call, contact, circumstances, isOwnAfterCallWork(contactId))),
        );
      }
      told.keepOnly((contactId) => present.has(contactId));
      return outputs;
    },
    clear() {
      const count = calls.size;
      calls.clear();
      return count;
    },
    views: () => [...calls.values()].map((call) => call.view()),
    states: () => [...calls.values()].map((call) => call.state()),
  };
}
