import type { PublishedMessage } from '../dispatch/dispatch-context.ts';
import type { CtiEvent } from '../model/cti-event.ts';
import type { CallView } from '../model/call-view.ts';
import type { AgentObservation } from '../model/observation.ts';
import type { Stop } from '../model/ports.ts';
import type { CcpStatus, SoftphoneCommand, SoftphoneView } from '../model/softphone-view.ts';
import type { TraceEntry } from '../model/trace-entry.ts';
import type { SoftphoneSettings } from './softphone-settings.ts';

/** One softphone of one tab. Every method returns at once and none throws. */
export interface Softphone {
  /** The checked setting. Load the CCP only if `ccpUrl` is not null; otherwise `view().ccp.text` says why. */
  readonly settings: SoftphoneSettings;
  start(): void;
  /** Gives up leadership and forgets every listener; a stopped softphone cannot be started again. */
  stop(): void;
  /** What Streams showed, in every tab; only the leader acts on it. */
  observe(observation: AgentObservation): void;
  /** A dialler's message of any shape, from a source that was checked. */
  signalDialer(raw: unknown): void;
  ccpStatus(status: CcpStatus): void;
  /** Adds a line from a source (an observation that could not be read, a refused message) to the trace. */
  trace(entry: TraceEntry): void;
  /** The agent looks at this tab now. */
  focused(): void;
  /** The agent typed in this tab now. */
  typed(): void;
  command(command: SoftphoneCommand): void;
  /** The same object until something changes. */
  view(): SoftphoneView;
  subscribe(listener: (view: SoftphoneView) => void): Stop;
  /** Events, in the leader tab only, after they were stored. */
  subscribeEvents(listener: (event: CtiEvent, call: CallView) => void): Stop;
  /** Messages of `publish` actions, in the leader tab only. */
  subscribeMessages(listener: (message: PublishedMessage) => void): Stop;
  /** A recording for `paceline replay` as JSON text, with personal data masked; of one call, or of all. */
  exportTrace(callKey?: string): string;
  /** Why an action did or did not happen, in one sentence. */
  explain(actionKey: string): string;
}
