import type { DialerCallSignal } from '../model/dialer-signal.ts';
import type { EventSettings } from '../model/settings.ts';
import { createDialerCall, messageId, startDialerCall } from './dialer-call.ts';
import type { DialerCall, DialerMachine } from './dialer-call.ts';
import { readDialerWord } from './dialer-words.ts';
import { diagnosticEntry } from './issue-event.ts';
import type { Circumstances } from './issue-event.ts';
import type { DialerCallState } from './tracker-state.ts';
import type { TrackerOutput } from './tracker.ts';

/** How many dropped calls are remembered, so that late messages do not open them anew. */
const REMEMBERED = 100;

/** The calls that a dialler tells of; at most one is open. */
export interface DialerCalls {
  hear(signal: DialerCallSignal, circumstances: Circumstances): readonly TrackerOutput[];
  /** The tether ended, or what carried the call is gone. */
  close(circumstances: Circumstances): readonly TrackerOutput[];
  /** Forgets the open call without events; true if there was one. */
  discard(): boolean;
  open(): DialerCall | null;
  droppedCallIds(): string[];
}

export interface DialerCallsOptions {
  readonly settings: EventSettings;
  readonly state: DialerCallState | null;
  /** When the state was saved. */
  readonly savedAt: number | null;
  readonly droppedCallIds: readonly string[];
  readonly nextCallKey: (callId: string) => string;
  readonly machine?: DialerMachine | undefined;
}

function heard(signal: DialerCallSignal, callKey: string | null, why: string): TrackerOutput {
  const { at, callId, callType, word } = signal;
  return {
    kind: 'trace',
    entry: {
      at,
      kind: 'dialer',
      callKey,
      text: `The dialler said ${word.slice(0, 40)} (${callType}): ${why}.`,
      data: { callId, callType, word: word.slice(0, 40) },
    },
  };
}

/** Follows the dialler's messages; in the HVOC setup only its previews count, Streams sees the rest. */
export function createDialerCalls(options: DialerCallsOptions): DialerCalls {
  const { settings } = options;
  let open = options.state === null ? null : createDialerCall(settings, options.state, options.machine);
  let dropped = [...options.droppedCallIds];
  /** The open call is from before a page load, and was not heard of since: its end may have been missed. */
  let isUnheard = open !== null;

  function begin(signal: DialerCallSignal, reachedByConsult: boolean): DialerCall {
    const start = startDialerCall(options.nextCallKey(signal.callId), signal, reachedByConsult);
    const state: DialerCallState =
      settings.setup === 'hvoc'
        ? {
            ...start,
            pacing: { mode: 'direct-preview', source: "the dialler's preview", locked: true, reported: [] },
          }
        : start;
    open = createDialerCall(settings, state, options.machine);
    isUnheard = false;
    return open;
  }

  function end(call: DialerCall): void {
    dropped = [...dropped, call.state().callId].slice(-REMEMBERED);
    open = null;
  }

  function close(circumstances: Circumstances): readonly TrackerOutput[] {
    if (open === null) return [];
    const call = open;
    const { pacing, regular, callKey } = call.state();
    end(call);
    if (settings.setup === 'hvoc') return [];
    if (pacing.mode === null || (!regular && !pacing.locked)) {
      return [diagnosticEntry(circumstances.at, callKey, 'The open call was closed; it had given no event.')];
    }
    return call.change('call.closed', circumstances);
  }

  /** The open call that a message belongs to, opening or closing calls as the message says. */
  function callOf(signal: DialerCallSignal, circumstances: Circumstances, outputs: TrackerOutput[]) {
    const current = open?.state();
    const isOwn = current?.callId === signal.callId;
    if (open !== null && (isOwn || (signal.callType === 'consult' && current?.regular === true))) return open;
    if (dropped.includes(signal.callId)) {
      outputs.push(heard(signal, null, 'this call was dropped before'));
      return null;
    }
    if (signal.callType === 'consult' && readDialerWord(signal) === 'consult.over') {
      outputs.push(heard(signal, null, 'no call is open'));
      return null;
    }
    const arrivesFromConsult = current?.regular === false && open?.isConsultOpen() === true;
    outputs.push(...close(isUnheard ? { ...circumstances, lastSeenAt: options.savedAt } : circumstances));
    return begin(signal, signal.callType === 'consult' || arrivesFromConsult);
  }

  function hearTethered(signal: DialerCallSignal, circumstances: Circumstances): readonly TrackerOutput[] {
    const change = readDialerWord(signal);
    if (change === null) return [heard(signal, null, 'the word is unknown')];
    const outputs: TrackerOutput[] = [];
    const call = callOf(signal, circumstances, outputs);
    if (call === null) return outputs;
    isUnheard = false;
    const before = call.state();
    outputs.push(...call.learn(signal));
    const { callKey, pacing } = call.state();
    const pacingIsNews = before.pacing.mode === null && pacing.mode !== null;
    if (before.lastMessage === messageId(signal) && !pacingIsNews) {
      return [...outputs, heard(signal, callKey, 'a repeat')];
    }
    if (change === 'silent') return [...outputs, heard(signal, callKey, 'no event')];
    const issued = call.change(change, circumstances);
    outputs.push(...issued);
    if (issued.length === 0) outputs.push(heard(signal, callKey, 'no event'));
    if (call.isOver()) end(call);
    return outputs;
  }

  function hearHvoc(signal: DialerCallSignal, circumstances: Circumstances): readonly TrackerOutput[] {
    const change = readDialerWord(signal);
    const isOwn = open?.state().callId === signal.callId;
    if (change !== 'regular.preview') {
      if (open !== null && isOwn && (change === 'regular.acw' || change === 'regular.dropped')) end(open);
      return [heard(signal, null, 'ignored, in the HVOC setup Streams shows the same call')];
    }
    if (isOwn || dropped.includes(signal.callId)) return [heard(signal, null, 'a repeat')];
    if (open !== null) end(open);
    const call = begin(signal, false);
    return [...call.learn(signal), ...call.change(change, circumstances)];
  }

  return {
    hear(signal, circumstances) {
      if (signal.callId === '') return [heard(signal, null, 'the message has no call id')];
      return settings.setup === 'hvoc'
        ? hearHvoc(signal, circumstances)
        : hearTethered(signal, circumstances);
    },
    close,
    discard() {
      if (open === null) return false;
      end(open);
      return true;
    },
    open: () => open,
    droppedCallIds: () => dropped,
  };
}
