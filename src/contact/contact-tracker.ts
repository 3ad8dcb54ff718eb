import type { CallView } from '../model/call-view.ts';
import type { DialerSignal } from '../model/dialer-signal.ts';
import type { AgentObservation } from '../model/observation.ts';
import type { EventSettings } from '../model/settings.ts';
import type { ContactMachine } from './contact-call.ts';
import { createContactCalls } from './contact-calls.ts';
import type { DialerMachine } from './dialer-call.ts';
import { createDialerCalls } from './dialer-calls.ts';
import { diagnosticEntry } from './issue-event.ts';
import { createOfferCounters } from './offer-counters.ts';
import { createTetherWatch } from './tether-watch.ts';
import { createToldOnce } from './told-once.ts';
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
  /** Other machines, to test what a guard decides. */
  readonly contactMachine?: ContactMachine;
  readonly dialerMachine?: DialerMachine;
}

function isDirectPreview(output: TrackerOutput): boolean {
  return output.kind === 'event' && output.event.pacingMode === 'direct-preview';
}

function startOf({ offeredAt, connectedAt }: CallView): number {
  return offeredAt ?? connectedAt ?? 0;
}

/** Follows all calls of one agent: observations and dialler signals in, events and their reasons out. */
export function createContactTracker(options: ContactTrackerOptions): ContactTracker {
  const { settings, state: restored } = options;
  const { setup, tether } = settings;
  let agentId = restored?.agentId ?? '';
  let lastAt = restored?.at ?? null;
  /** The last moment at which contacts were watched: a message before the first observation of a page shows none. */
  let watchedAt = lastAt;
  let loaded = restored !== undefined;
  const offers = createOfferCounters(restored?.offers ?? []);
  const nextCallKey = (callId: string): string => `${agentId}|${callId}|${offers.next(callId)}`;
  const told = createToldOnce(restored?.told ?? []);
  const dialer = createDialerCalls({
    settings,
    state: restored?.dialerCall ?? null,
    savedAt: lastAt,
    droppedCallIds: restored?.droppedCallIds ?? [],
    nextCallKey,
    machine: options.dialerMachine,
  });
  const tethers = createTetherWatch(settings, restored?.tethers ?? [], dialer, told);
  const contacts = createContactCalls({
    settings,
    states: restored?.calls ?? [],
    nextCallKey,
    tethers,
    told,
    machine: options.contactMachine,
  });

  function forget(at: number, why: string): readonly TrackerOutput[] {
    const count = contacts.clear() + (dialer.discard() ? 1 : 0);
    tethers.clear();
    told.clear();
    watchedAt = null;
    return count === 0
      ? []
      : [diagnosticEntry(at, null, `Earlier calls were closed without events: ${why}.`, { count })];
  }

  function forgetIfStale(at: number): readonly TrackerOutput[] {
    if (!loaded || lastAt === null || at - lastAt <= MAXIMUM_AGE_MS) return [];
    return forget(at, 'their state is older than 24 hours');
  }

  function forgetIfForeign({ at, agent }: AgentObservation): readonly TrackerOutput[] {
    if (agent.id === '' || agent.id === agentId) return [];
    const isForeign = agentId !== '';
    agentId = agent.id;
    return isForeign ? forget(at, 'they belong to another agent or instance') : [];
  }

  function hear(signal: DialerSignal): readonly TrackerOutput[] {
    const { at } = signal;
    if (signal.kind === 'tether') {
      const text = `The dialler says that the tether is ${signal.status.slice(0, 40)}.`;
      return [{ kind: 'trace', entry: { at, kind: 'status', callKey: null, text } }];
    }
    if (setup === 'tethered' && (tether.style !== 'standing' || tether.source !== 'messages')) {
      const why =
        tether.style === 'standing'
          ? 'the setting tether.source names attributes'
          : 'every call is a contact of its own (setting tether.style)';
      const text = `A message of the dialler was ignored: ${why}.`;
      const data = { callId: signal.callId, word: signal.word.slice(0, 40) };
      return [{ kind: 'trace', entry: { at, kind: 'ignored', callKey: null, text, data } }];
    }
    return dialer.hear(signal, { at, replayed: false, since: lastAt, skew: 0 });
  }

  return {
    observe(observation) {
      const { at } = observation;
      const forgotten = [...forgetIfForeign(observation), ...forgetIfStale(at)];
      const skew = observation.skew ?? 0;
      const circumstances = { at, replayed: loaded, since: watchedAt, skew };
      const gone = loaded ? { ...circumstances, lastSeenAt: lastAt } : circumstances;
      const outputs = contacts.observe(observation, circumstances, gone);
      if (setup === 'hvoc' && outputs.some(isDirectPreview)) dialer.discard();
      loaded = false;
      lastAt = at;
      watchedAt = at;
      return forgotten.length === 0 ? outputs : [...forgotten, ...outputs];
    },
    signal(signal) {
      const outputs = [...forgetIfStale(signal.at), ...hear(signal)];
      lastAt = Math.max(lastAt ?? signal.at, signal.at);
      if (!loaded) watchedAt = lastAt;
      return outputs;
    },
    pageLoaded() {
      loaded = true;
    },
    state: () => ({
      version: TRACKER_STATE_VERSION,
      agentId,
      at: lastAt,
      calls: contacts.states(),
      dialerCall: dialer.open()?.state() ?? null,
      droppedCallIds: dialer.droppedCallIds(),
      tethers: tethers.states(),
      told: told.entries(),
      offers: offers.entries(),
    }),
    calls() {
      const call = dialer.open();
      const views = call === null ? contacts.views() : [...contacts.views(), call.view()];
      return [...views].sort((a, b) => startOf(b) - startOf(a));
    },
  };
}
