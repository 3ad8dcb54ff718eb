import type { CallView } from '../model/call-view.ts';
import type { CtiEvent } from '../model/cti-event.ts';
import type { DialerSignal } from '../model/dialer-signal.ts';
import type { AgentObservation } from '../model/observation.ts';
import type { TraceEntry } from '../model/trace-entry.ts';
import type { TrackerState } from './tracker-state.ts';

/** What an observation or signal led to: events in their order, and the reasons for what gave no event. */
export type TrackerOutput =
  | { readonly kind: 'event'; readonly event: CtiEvent; readonly call: CallView }
  | { readonly kind: 'trace'; readonly entry: TraceEntry };

/** All calls of one agent. Synchronous and deterministic; no method throws on odd input. */
export interface ContactTracker {
  observe(observation: AgentObservation): readonly TrackerOutput[];
  signal(signal: DialerSignal): readonly TrackerOutput[];
  /** The next observation is the first after a page load. */
  pageLoaded(): void;
  /** All that must survive a page load: plain JSON, never changed afterwards. */
  state(): TrackerState;
  /** Live calls, after-call work included, newest first. */
  calls(): readonly CallView[];
}
