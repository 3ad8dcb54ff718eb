import * as z from 'zod/mini';
import { isTupleId } from '../catalog/catalog.ts';
import type { TupleId } from '../catalog/catalog.ts';
import { CAUSES, EVENTS, LEGS } from '../catalog/vocabulary.ts';
import type { Cause, ChannelType, EventName, Leg, PacingMode, Setup } from '../catalog/vocabulary.ts';
import { channelTypeSchema, ids, pacingModeSchema, setupSchema } from './settings.ts';

/** What happened to a call, named. Plain data; docs/events.md says when each event fires. */
export interface CtiEvent {
  readonly tuple: TupleId;
  readonly setup: Setup;
  readonly pacingMode: PacingMode;
  readonly channelType: ChannelType;
  readonly event: EventName;
  readonly cause: Cause;
  readonly leg: Leg;
  /** Connection id of the leg; for dialler events the call id. */
  readonly legId: string;
  /** How often this tuple happened on this leg of this call, from 1. */
  readonly occurrence: number;
  /** Null for a call that only the dialler knows. */
  readonly contactId: string | null;
  readonly initialContactId: string | null;
  /** The dialler's call id in a standing tether, else the contact id. */
  readonly callId: string;
  /** `<agent id>|<call id>|<offer number>`: the same contact offered anew is another call. */
  readonly callKey: string;
  /** True on a desktop that the call reached by consult or transfer. */
  readonly receiving: boolean;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly endedBy?: 'agent' | 'customer' | 'unknown';
  /** On acw and dropped: was the call ever connected? */
  readonly answered?: boolean;
  readonly estimatedEnd?: boolean;
  readonly synthetic: boolean;
  readonly replayed: boolean;
  /** The observation that produced it, in words. */
  readonly evidence: string;
}

/** Of an event that was stored or came from another tab. */
export const ctiEventSchema: z.ZodMiniType<CtiEvent> = z.object({
  tuple: z.custom<TupleId>(isTupleId, 'is no tuple of the catalogue'),
  setup: setupSchema,
  pacingMode: pacingModeSchema,
  channelType: channelTypeSchema,
  event: z.enum(ids<EventName>(EVENTS)),
  cause: z.enum(ids<Cause>(CAUSES)),
  leg: z.enum(ids<Leg>(LEGS)),
  legId: z.string(),
  occurrence: z.number().check(z.int(), z.minimum(1)),
  contactId: z.nullable(z.string()),
  initialContactId: z.nullable(z.string()),
  callId: z.string(),
  callKey: z.string(),
  receiving: z.boolean(),
  at: z.number(),
  endedBy: z.exactOptional(z.enum(['agent', 'customer', 'unknown'])),
  answered: z.exactOptional(z.boolean()),
  estimatedEnd: z.exactOptional(z.boolean()),
  synthetic: z.boolean(),
  replayed: z.boolean(),
  evidence: z.string(),
});
