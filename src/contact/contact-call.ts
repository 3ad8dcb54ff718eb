import { createActor } from 'xstate';
import type { CallView } from '../model/call-view.ts';
import type { ContactObservation } from '../model/observation.ts';
import type { EventSettings } from '../model/settings.ts';
import type { CallFacts } from './call-facts.ts';
import type { CallMoment } from './call-moment.ts';
import { noteCleared, startTimes } from './call-times.ts';
import { isReceiving } from './classify-contact.ts';
import type { ContactChange } from './contact-change.ts';
import { INITIAL_CONTACT_CONTEXT, contactMachine } from './contact-machine.ts';
import { isLiveState } from './contact-state.ts';
import { diffContact } from './diff-contact.ts';
import { diagnosticEntry, issueEvents } from './issue-event.ts';
import type { Circumstances, EventSource } from './issue-event.ts';
import { initialLeg, legsOf } from './legs.ts';
import { nameEvent } from './name-event.ts';
import { isOfferEstimated, noteTimes, whenOffered } from './note-times.ts';
import type { ContactCallState, ContactMachineState } from './tracker-state.ts';
import type { TrackerOutput } from './tracker.ts';
import { describeLatePacing, updateContactPacing } from './update-pacing.ts';
import { viewContact } from './view-contact.ts';

export type ContactMachine = typeof contactMachine;

const NOTHING: readonly TrackerOutput[] = [];

/** One call that Streams shows: an actor, the last observation, and what must not be forgotten. */
export interface ContactCall {
  readonly contactId: string;
  readonly callKey: string;
  lastSeen(): ContactObservation;
  /** True once an event was emitted: from then on the call stays what it is. */
  hasEvents(): boolean;
  observe(
    after: ContactObservation,
    circumstances: Circumstances,
    afterCallWork: boolean,
  ): readonly TrackerOutput[];
  /** The contact is gone. The call is of no use afterwards. */
  remove(circumstances: Circumstances): readonly TrackerOutput[];
  view(): CallView;
  state(): ContactCallState;
}

/** The state of a call that is seen for the first time; its first observation is still to be given to `observe`. */
export function startContactCall(
  callKey: string,
  first: ContactObservation,
  circumstances: Circumstances,
): ContactCallState {
  const leg = initialLeg(legsOf(first));
  return {
    callKey,
    receiving: isReceiving(first),
    initialLegId: leg?.legId ?? '',
    initialLegType: leg?.type ?? '',
    pacing: { mode: null, source: null, locked: false, reported: [] },
    marks: {},
    times: startTimes(whenOffered(first, circumstances)),
    ...(isOfferEstimated(first, circumstances) ? { offerEstimated: true } : {}),
    estimatedEnd: false,
    machine: { value: 'init', context: INITIAL_CONTACT_CONTEXT },
    observation: first,
  };
}

function stateValue(value: ContactMachineState) {
  return value === 'ended' || value === 'ended-unanswered' || value === 'missed' || value === 'destroyed'
    ? value
    : { live: value };
}

/** Runs a call from a state, new (`isNew`) or persisted; the machine can be replaced to test its guards. */
export function createContactCall(
  settings: EventSettings,
  start: ContactCallState,
  isNew: boolean,
  machine: ContactMachine = contactMachine,
): ContactCall {
  let call = start;
  let last = start.observation;
  let seen = !isNew;
  let moments: CallMoment[] = [];
  const actor = createActor(machine, {
    input: start.machine.context,
    snapshot: machine.resolveState({
      value: stateValue(start.machine.value),
      context: start.machine.context,
    }),
  });
  actor.on('moment', (moment) => {
    moments.push(moment);
  });
  actor.start();

  /** The last observation is written back only when someone asks: most observations change nothing else. */
  function current(): ContactCallState {
    if (call.observation !== last) call = { ...call, observation: last };
    return call;
  }

  function facts(afterCallWork: boolean): CallFacts {
    return {
      setup: settings.setup,
      pacingMode: call.pacing.mode ?? 'inbound',
      receiving: call.receiving,
      queueCallback: last.type === 'queue_callback',
      answerSignal: settings.answerSignal,
      afterCallWork,
    };
  }

  function run(changes: readonly ContactChange[], afterCallWork: boolean): void {
    const known = facts(afterCallWork);
    moments = [];
    for (const change of changes) actor.send({ ...change, facts: known });
    const snapshot = actor.getSnapshot();
    const value = typeof snapshot.value === 'string' ? snapshot.value : snapshot.value.live;
    call = { ...call, machine: { value, context: snapshot.context } };
  }

  function resolve(after: ContactObservation, at: number): readonly TrackerOutput[] {
    const { pacing } = call;
    if (pacing.locked) {
      const late = describeLatePacing(pacing, last, after, settings);
      return late === null ? NOTHING : [diagnosticEntry(at, call.callKey, late)];
    }
    if (pacing.mode !== null && !isLiveState(last.state)) return NOTHING;
    const update = updateContactPacing(pacing, after, settings);
    if (update.pacing !== pacing) call = { ...call, pacing: update.pacing };
    return update.notes.map(({ text, data }) => diagnosticEntry(at, call.callKey, text, data));
  }

  function issue(circumstances: Circumstances): readonly TrackerOutput[] {
    if (moments.length === 0) return NOTHING;
    const pacingMode = call.pacing.mode ?? 'inbound';
    const source: EventSource = {
      callKey: call.callKey,
      callId: last.contactId,
      contactId: last.contactId,
      initialContactId: last.initialContactId,
      receiving: call.receiving,
      setup: settings.setup,
      pacingMode,
      estimatedEnd: call.estimatedEnd,
    };
    const naming = {
      setup: settings.setup,
      pacingMode,
      queueCallback: last.type === 'queue_callback',
      initialLegType: call.initialLegType,
    };
    const named = moments.flatMap((moment) => {
      const name = nameEvent(naming, moment);
      return name === null
        ? []
        : [{ named: name, details: { ...moment, legId: moment.legId ?? call.initialLegId } }];
    });
    const { state, outputs } = issueEvents(call, source, named, circumstances);
    call = { ...call, ...state };
    return outputs(viewContact(current(), settings));
  }

  function updateTimes(before: ContactObservation | null, circumstances: Circumstances): void {
    const answered = call.machine.context.customerConnected;
    call = { ...call, ...noteTimes(call, before, last, answered, circumstances) };
  }

  return {
    contactId: start.observation.contactId,
    callKey: start.callKey,
    lastSeen: () => last,
    hasEvents: () => call.pacing.locked,
    observe(after, circumstances, afterCallWork) {
      const before = seen ? last : null;
      const changes = diffContact(before, after);
      const said = resolve(after, circumstances.at);
      last = after;
      seen = true;
      if (changes.length === 0 && !circumstances.replayed) return said;
      run(changes, afterCallWork);
      updateTimes(before, circumstances);
      const issued = issue(circumstances);
      return said.length === 0 ? issued : [...said, ...issued];
    },
    remove(circumstances) {
      const { at, lastSeenAt } = circumstances;
      const estimated = lastSeenAt !== undefined && call.times.endedAt === null;
      run(diffContact(last, null), false);
      call = {
        ...call,
        estimatedEnd: call.estimatedEnd || estimated,
        times: noteCleared(call.times, at, estimated ? (lastSeenAt ?? at) : at),
      };
      const issued = issue(circumstances);
      actor.stop();
      return issued;
    },
    view: () => viewContact(current(), settings),
    state: current,
  };
}
