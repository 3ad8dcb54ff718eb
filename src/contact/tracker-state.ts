import * as z from 'zod/mini';
import { contactObservationSchema } from '../model/observation.ts';
import { parseWith } from '../model/parse.ts';
import type { ParseResult } from '../model/parse.ts';
import { pacingModeSchema } from '../model/settings.ts';

/** Changes whenever the meaning of the persisted state does. */
export const TRACKER_STATE_VERSION = 1;

const optionalTime = z.nullable(z.number());
const optionalText = z.nullable(z.string());
const ids = z.array(z.string());
const endedBySchema = z.nullable(z.enum(['agent', 'customer', 'unknown']));

const pacingSchema = z.object({
  mode: z.nullable(pacingModeSchema),
  /** Where the pacing mode came from, as in `attribute cti_pacing`. */
  source: optionalText,
  /** True from the first emitted event on. */
  locked: z.boolean(),
  /** Values that name no pacing mode and were reported. */
  reported: ids,
});

/** True when the answer or a hold was not seen, and is not known to the second. */
const estimatedTimesSchema = z.optional(z.boolean());

const timesSchema = z.object({
  offeredAt: optionalTime,
  connectedAt: optionalTime,
  endedAt: optionalTime,
  clearedAt: optionalTime,
  holdMs: z.number(),
  holdSince: optionalTime,
});

export const contactMachineStateSchema = z.enum([
  'init',
  'incoming',
  'pending',
  'connecting',
  'connected',
  'paused',
  'ended',
  'ended-unanswered',
  'missed',
  'destroyed',
]);

export const contactMachineContextSchema = z.object({
  wasIncoming: z.boolean(),
  wasConnecting: z.boolean(),
  wasConnected: z.boolean(),
  customerConnected: z.boolean(),
  conferenced: z.boolean(),
  endedBy: endedBySchema,
  /** Third legs: seen alive, seen connecting, ever connected, alive at an earlier hold. */
  thirdsSeen: ids,
  thirdsConnecting: ids,
  thirdsConnected: ids,
  thirdsHeldFor: ids,
  leaving: z.enum(['contact-cleared', 'consult-transferred', 'blind-transferred']),
});

/** `<tuple>|<leg id>` to the number of events emitted: the marks that keep an event from being emitted twice. */
const marksSchema = z.record(z.string(), z.number());

export const contactCallStateSchema = z.object({
  callKey: z.string(),
  receiving: z.boolean(),
  initialLegId: z.string(),
  initialLegType: z.string(),
  pacing: pacingSchema,
  marks: marksSchema,
  times: timesSchema,
  /** True when the offer was not seen, and is not known to the second. */
  offerEstimated: z.exactOptional(z.boolean()),
  estimatedEnd: z.boolean(),
  estimatedTimes: estimatedTimesSchema,
  machine: z.object({ value: contactMachineStateSchema, context: contactMachineContextSchema }),
  observation: contactObservationSchema,
});

export const dialerMachineStateSchema = z.enum([
  'init',
  'preview',
  'initiate',
  'answered',
  'hold',
  'conference',
  'acw',
  'dropped',
]);

export const dialerMachineContextSchema = z.object({
  reachedByConsult: z.boolean(),
  wasPreviewed: z.boolean(),
  wasAnswered: z.boolean(),
  consultOpen: z.boolean(),
});

export const dialerCallStateSchema = z.object({
  callKey: z.string(),
  callId: z.string(),
  receiving: z.boolean(),
  regular: z.boolean(),
  pacing: pacingSchema,
  variables: z.record(z.string(), z.string()),
  phoneNumber: optionalText,
  marks: marksSchema,
  times: timesSchema,
  estimatedEnd: z.boolean(),
  estimatedTimes: estimatedTimesSchema,
  /** The last message, to tell a repeat. */
  lastMessage: optionalText,
  machine: z.object({ value: dialerMachineStateSchema, context: dialerMachineContextSchema }),
});

const tetherSchema = z.object({
  contactId: z.string(),
  alive: z.boolean(),
  /** Number of the last `cti_seq` acted on. */
  sequence: z.nullable(z.number()),
});

export const trackerStateSchema = z.object({
  version: z.literal(TRACKER_STATE_VERSION),
  agentId: z.string(),
  /** Epoch milliseconds of the last observation or signal; null before the first. */
  at: optionalTime,
  calls: z.array(contactCallStateSchema),
  dialerCall: z.nullable(dialerCallStateSchema),
  /** Dialler calls that were dropped, newest last: what still comes for them is not a call. */
  droppedCallIds: ids,
  tethers: z.array(tetherSchema),
  /** `<contact id>|<reason>` of what the trace said already. */
  told: ids,
  /** How often a call id was offered, least recently offered first. */
  offers: z.array(z.tuple([z.string(), z.number()])),
});

export type CallPacing = z.output<typeof pacingSchema>;
export type CallTimes = z.output<typeof timesSchema>;
export type ContactMachineContext = z.output<typeof contactMachineContextSchema>;
export type ContactMachineState = z.output<typeof contactMachineStateSchema>;
export type ContactCallState = z.output<typeof contactCallStateSchema>;
export type DialerMachineContext = z.output<typeof dialerMachineContextSchema>;
export type DialerMachineState = z.output<typeof dialerMachineStateSchema>;
export type DialerCallState = z.output<typeof dialerCallStateSchema>;
export type TetherState = z.output<typeof tetherSchema>;
export type TrackerState = z.output<typeof trackerStateSchema>;

/** Reads a persisted state; one of another version, or anything else, is refused with the reason. */
export function parseTrackerState(value: unknown): ParseResult<TrackerState> {
  return parseWith(trackerStateSchema, value);
}
