import type { TextWriter } from './text-writer.ts';

/** Where a command writes: results to `out`, the summary and refusals to `err`. */
export interface CommandIo {
  readonly out: TextWriter;
  readonly err: TextWriter;
}
