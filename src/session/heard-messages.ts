import type { TraceEntry } from '../model/trace-entry.ts';
import { traceDialerMessage } from '../trace/trace-lines.ts';
import { createDialerMerge } from './dialer-merge.ts';
import type { DialerInput } from './input.ts';

const KEPT = 200;

/** What the dialler said in all tabs, each message once: only the leader acts on it, but any tab may export a trace. */
export interface HeardMessages {
  take(input: DialerInput): void;
  /** Oldest first. */
  lines(): readonly TraceEntry[];
}

export function createHeardMessages(): HeardMessages {
  const merge = createDialerMerge(null);
  let lines: readonly TraceEntry[] = [];
  return {
    take(input) {
      if (merge.take(input)) lines = [...lines.slice(1 - KEPT), traceDialerMessage(input.message, input.at)];
    },
    lines: () => lines,
  };
}
