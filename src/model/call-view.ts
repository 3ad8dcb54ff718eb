import * as z from 'zod/mini';
import type { ChannelType, PacingMode, Setup } from '../catalog/vocabulary.ts';
import { channelTypeSchema, pacingModeSchema, setupSchema } from './settings.ts';

/** One other party of a call, for the card. */
export interface LegView {
  readonly legId: string;
  readonly kind: 'agent' | 'customer' | 'third' | 'other';
  readonly state: string;
  readonly phoneNumber: string | null;
  readonly name: string | null;
}

/**
 * What is known of a call now: the source for the agent's card, merge fields, conditions of rules and the call log.
 * Times are epoch milliseconds or null, durations milliseconds.
 */
export interface CallView {
  readonly callKey: string;
  readonly callId: string;
  readonly contactId: string | null;
  readonly initialContactId: string | null;
  readonly setup: Setup;
  /** Null while it could not be resolved. */
  readonly pacingMode: PacingMode | null;
  readonly pacingSource: string | null;
  readonly channelType: ChannelType | null;
  readonly direction: 'inbound' | 'outbound';
  readonly receiving: boolean;
  readonly phoneNumber: string | null;
  readonly queue: {
    readonly arn: string | null;
    readonly id: string | null;
    readonly name: string | null;
  } | null;
  readonly attributes: Readonly<Record<string, string>>;
  /** The dialler's call variables; empty without a dialler. */
  readonly variables: Readonly<Record<string, string>>;
  /** The machine's state, in Amazon's words. */
  readonly state: string;
  readonly legs: readonly LegView[];
  readonly offeredAt: number | null;
  /** The offer was not seen, nor its moment told: it began at `offeredAt` or before. */
  readonly offerEstimated?: boolean;
  readonly connectedAt: number | null;
  readonly endedAt: number | null;
  readonly clearedAt: number | null;
  readonly holdMs: number;
  readonly holdSince: number | null;
  readonly answered: boolean;
  readonly endedBy: 'agent' | 'customer' | 'unknown' | null;
  /** The call is over, and its end, or another moment that its durations are counted from, was not seen. */
  readonly estimatedEnd: boolean;
}

const optionalText = z.nullable(z.string());
const optionalTime = z.nullable(z.number());
const texts = z.record(z.string(), z.string());

/** Of a call that was stored or came from another tab. */
export const callViewSchema: z.ZodMiniType<CallView> = z.object({
  callKey: z.string(),
  callId: z.string(),
  contactId: optionalText,
  initialContactId: optionalText,
  setup: setupSchema,
  pacingMode: z.nullable(pacingModeSchema),
  pacingSource: optionalText,
  channelType: z.nullable(channelTypeSchema),
  direction: z.enum(['inbound', 'outbound']),
  receiving: z.boolean(),
  phoneNumber: optionalText,
  queue: z.nullable(z.object({ arn: optionalText, id: optionalText, name: optionalText })),
  attributes: texts,
  variables: texts,
  state: z.string(),
  legs: z.array(
    z.object({
      legId: z.string(),
      kind: z.enum(['agent', 'customer', 'third', 'other']),
      state: z.string(),
      phoneNumber: optionalText,
      name: optionalText,
    }),
  ),
  offeredAt: optionalTime,
  connectedAt: optionalTime,
  endedAt: optionalTime,
  clearedAt: optionalTime,
  holdMs: z.number(),
  holdSince: optionalTime,
  answered: z.boolean(),
  endedBy: z.nullable(z.enum(['agent', 'customer', 'unknown'])),
  offerEstimated: z.exactOptional(z.boolean()),
  estimatedEnd: z.boolean(),
});
