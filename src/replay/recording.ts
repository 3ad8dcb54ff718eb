import type { AgentObservation } from '../model/observation.ts';

/**
 * The data of one `agent::update` message as recorded: timestamps are Dates, aliases filled in. The rest is as it was
 * found, so a field that Streams would miss is missing here too.
 */
export interface RecordedUpdate {
  readonly snapshot: Readonly<Record<string, unknown>>;
  readonly configuration: Readonly<Record<string, unknown>>;
}

/** One step of a recording. `index` counts the entries of the file from 0, `at` is epoch milliseconds. */
export type RecordingEntry =
  | { readonly kind: 'update'; readonly index: number; readonly at: number; readonly update: RecordedUpdate }
  | { readonly kind: 'dialer'; readonly index: number; readonly at: number; readonly message: unknown }
  | { readonly kind: 'reload'; readonly index: number; readonly at: number }
  | {
      readonly kind: 'observation';
      readonly index: number;
      readonly at: number;
      readonly observation: AgentObservation;
    };

export interface Recording {
  /** What the file turned out to be: our format, a log downloaded from the CCP, or a trace of the softphone. */
  readonly format: 'recording' | 'ccp-log' | 'trace';
  readonly entries: readonly RecordingEntry[];
  /** What the reader should know, one sentence each. */
  readonly warnings: readonly string[];
}
