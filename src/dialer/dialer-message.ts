import * as z from 'zod/mini';

/** Longest call id that is accepted; a longer one is a mistake, and it would travel in every key. */
export const MAX_CALL_ID_LENGTH = 200;

/** The part that every message on the dialler's browser bus has. */
export const dialerEnvelopeSchema = z.object({
  channel: z.optional(z.nullable(z.string())),
  topic: z.string(),
  subtopic: z.string(),
});

const BAD_CALL_ID = `must be a number or text of 1 to ${MAX_CALL_ID_LENGTH} characters`;

const callId = z.union(
  [
    z.string().check(z.trim(), z.minLength(1, BAD_CALL_ID), z.maxLength(MAX_CALL_ID_LENGTH, BAD_CALL_ID)),
    z.number(),
  ],
  BAD_CALL_ID,
);

/** `message` of OutboundCallStateChange. Call variables are read separately, entry by entry. */
export const callMessageSchema = z.object({
  call: z.object({ id: callId, CallType: z.string(), event: z.string() }),
});

/** `message` of SetNailupDetails. */
export const nailupMessageSchema = z.object({
  callStatus: z.string().check(z.trim(), z.minLength(1, 'must not be empty')),
});
