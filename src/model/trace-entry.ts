import * as z from 'zod/mini';

/**
 * One line of a call's history. `text` is one sentence for people; `data` holds the facts behind it.
 * An entry of kind `observation` carries the whole AgentObservation, so that an exported trace can be replayed.
 */
export interface TraceEntry {
  readonly at: number;
  readonly kind:
    'observation' | 'dialer' | 'ignored' | 'unlisted' | 'diagnostic' | 'event' | 'plan' | 'action' | 'status';
  readonly callKey: string | null;
  readonly text: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Of a line that was stored or came from another tab. */
export const traceEntrySchema: z.ZodMiniType<TraceEntry> = z.object({
  at: z.number(),
  kind: z.enum([
    'observation',
    'dialer',
    'ignored',
    'unlisted',
    'diagnostic',
    'event',
    'plan',
    'action',
    'status',
  ]),
  callKey: z.nullable(z.string()),
  text: z.string(),
  data: z.exactOptional(z.record(z.string(), z.unknown())),
});
