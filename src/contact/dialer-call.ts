import { createActor } from 'xstate';
import type { CallView } from '../model/call-view.ts';
import type { DialerCallSignal } from '../model/dialer-signal.ts';
import type { EventSettings } from '../model/settings.ts';
import { noteCleared, noteConnected, noteEnded, noteHold, startTimes } from './call-times.ts';
import type { DialerChange } from './dialer-change.ts';
import { dialerMachine } from './dialer-machine.ts';
import type { DialerMoment } from './dialer-machine.ts';
import { diagnosticEntry, issueEvents } from './issue-event.ts';
import type { Circumstances, EventSource } from './issue-event.ts';
import { findEvent } from './name-event.ts';
import type { DialerCallState, DialerMachineState } from './tracker-state.ts';
import type { TrackerOutput } from './tracker.ts';
import { pacingCarrier, updateDialerPacing } from './update-pacing.ts';
import { viewDialerCall } from './view-dialer-call.ts';
import { whenBegan } from './when-began.ts';

export type DialerMachine = typeof dialerMachine;

/** One customer call of a standing tether: an actor, and what must not be forgotten. */
export interface DialerCall {
  /** Learns what a message says besides its word: pacing, variables, number. */
  learn(signal: DialerCallSignal): readonly TrackerOutput[];
  change(change: DialerChange, circumstances: Circumstances): readonly TrackerOutput[];
  isOver(): boolean;
  isConsultOpen(): boolean;
  view(): CallView;
  state(): DialerCallState;
}

/** The state of a call before its first message. A consult message that opens a call reached a consultant. */
export function startDialerCall(
  callKey: string,
  signal: DialerCallSignal,
  reachedByConsult: boolean,
): DialerCallState {
  return {
    callKey,
    callId: signal.callId,
    receiving: reachedByConsult,
    regular: false,
    pacing: { mode: null, source: null, locked: false, reported: [] },
    variables: {},
    phoneNumber: null,
    marks: {},
    times: startTimes(signal.at),
    estimatedEnd: false,
    lastMessage: null,
    machine: {
      value: 'init',
      context: { reachedByConsult, wasPreviewed: false, wasAnswered: false, consultOpen: false },
    },
  };
}

function stateValue(value: DialerMachineState) {
  return value === 'acw' || value === 'dropped' ? value : { live: value };
}

/** Runs a dialler's call from a state, new or persisted; the machine can be replaced to test its guards. */
export function createDialerCall(
  settings: EventSettings,
  start: DialerCallState,
  machine: DialerMachine = dialerMachine,
): DialerCall {
  let call = start;
  let moments: DialerMoment[] = [];
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

  function issue(circumstances: Circumstances): readonly TrackerOutput[] {
    const { mode } = call.pacing;
    if (mode === null) {
      return moments.map(({ event, evidence }) =>
        diagnosticEntry(
          circumstances.at,
          call.callKey,
          `No event for ${event}: neither the ${pacingCarrier(settings)} nor the setting tether.defaultPacing names the pacing.`,
          { event, evidence },
        ),
      );
    }
    const source: EventSource = {
      callKey: call.callKey,
      callId: call.callId,
      contactId: null,
      initialContactId: null,
      receiving: call.receiving,
      setup: settings.setup,
      pacingMode: mode,
      estimatedEnd: call.estimatedEnd,
    };
    const where = { setup: settings.setup, pacingMode: mode, channelType: 'regular-call' } as const;
    const named = moments.map((moment) => ({
      named: findEvent(where, moment.event, moment.leg),
      details: { ...moment, legId: call.callId },
    }));
    const { state, outputs } = issueEvents(call, source, named, circumstances);
    call = { ...call, ...state };
    return outputs(viewDialerCall(call, settings));
  }

  /** What the tether's attributes tell after a page load happened at some moment before. */
  function noteTimes(circumstances: Circumstances): void {
    const { at, since, lastSeenAt } = circumstances;
    const { value, context } = call.machine;
    const { exact } = whenBegan(null, circumstances);
    let { times, estimatedEnd, estimatedTimes } = call;
    if (context.wasAnswered) times = noteConnected(times, at);
    if (value !== 'acw' && value !== 'dropped') times = noteHold(times, value === 'hold', at);
    if (times !== call.times && !exact) estimatedTimes = true;
    if (times.endedAt === null && (value === 'acw' || value === 'dropped')) {
      const isEstimated = lastSeenAt !== undefined || !exact;
      const lastKnown = Math.max(lastSeenAt ?? since ?? at, times.connectedAt ?? -Infinity);
      estimatedEnd = isEstimated;
      times = noteEnded(times, isEstimated ? lastKnown : at);
    }
    if (value === 'dropped') times = noteCleared(times, at, at);
    call = { ...call, times, estimatedEnd, ...(estimatedTimes === undefined ? {} : { estimatedTimes }) };
  }

  return {
    learn(signal) {
      const { pacing, notes } = updateDialerPacing(call.pacing, signal, settings);
      call = {
        ...call,
        pacing,
        regular: call.regular || signal.callType === 'regular-call',
        variables: { ...call.variables, ...signal.variables },
        phoneNumber: signal.phoneNumber ?? call.phoneNumber,
        lastMessage: messageId(signal),
      };
      return notes.map(({ text, data }) => diagnosticEntry(signal.at, call.callKey, text, data));
    },
    change(change, circumstances) {
      moments = [];
      actor.send({ type: change, pacingMode: call.pacing.mode });
      const snapshot = actor.getSnapshot();
      const value = typeof snapshot.value === 'string' ? snapshot.value : snapshot.value.live;
      const transferred = moments.some(
        (moment) => moment.cause === 'blind-transferred' && value === 'answered',
      );
      call = {
        ...call,
        receiving: call.receiving || transferred,
        machine: { value, context: snapshot.context },
      };
      noteTimes(circumstances);
      return issue(circumstances);
    },
    isOver: () => call.machine.value === 'dropped',
    isConsultOpen: () => call.machine.context.consultOpen,
    view: () => viewDialerCall(call, settings),
    state: () => call,
  };
}

/** Tells whether two messages are the same: id, call type and word. */
export function messageId(signal: DialerCallSignal): string {
  return `${signal.callId}|${signal.callType}|${signal.word}`;
}
