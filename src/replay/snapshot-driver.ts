import type { AgentObservation } from '../model/observation.ts';
import type { TraceEntry } from '../model/trace-entry.ts';
import type { RecordedUpdate } from './recording.ts';

/** What one update led to, in order. */
export interface DrivenUpdate {
  readonly observations: readonly AgentObservation[];
  readonly trace: readonly TraceEntry[];
}

/** Runs recorded updates through Streams. */
export interface SnapshotDriver {
  /** Delivers an update as received at `at` (epoch milliseconds). */
  update(update: RecordedUpdate, at: number): DrivenUpdate;
  /** A page load: the next update meets a Streams that has seen nothing. */
  reload(): void;
}
