import type { TraceEntry } from '../model/trace-entry.ts';
import type { DialerReading } from './dialer-reading.ts';

/** The trace lines that explain a reading: why a message was ignored or refused, what was left out of it. */
export function traceDialerReading(reading: DialerReading, at: number): readonly TraceEntry[] {
  switch (reading.kind) {
    case 'ignored':
      return [
        { at, kind: 'ignored', callKey: null, text: `A dialler message was ignored: ${reading.reason}.` },
      ];
    case 'refused':
      return [
        {
          at,
          kind: 'diagnostic',
          callKey: null,
          text: `A dialler message cannot be read${reading.path === '' ? '' : ` at ${reading.path}`}: ${reading.reason}.`,
          data: { path: reading.path, reason: reading.reason },
        },
      ];
    case 'signal':
      return reading.notes.map((note) => ({
        at,
        kind: 'diagnostic',
        callKey: null,
        text: `Part of a dialler message cannot be used, at ${note.path}: ${note.message}.`,
        data: { path: note.path, reason: note.message },
      }));
  }
}
