import * as z from 'zod/mini';

/** Text that may be missing in the source; never undefined, so that observations compare by value. */
const optionalText = z.nullable(z.string());
/** Epoch milliseconds, or null where Streams gave none. */
const optionalTime = z.nullable(z.number());

/** One leg of a contact. `type`: agent, inbound, outbound or monitoring; `state`: a Streams connection state. */
export const connectionObservationSchema = z.object({
  legId: z.string(),
  type: z.string(),
  state: z.string(),
  stateAt: optionalTime,
  initial: z.boolean(),
  phoneNumber: optionalText,
  quickConnectName: optionalText,
});

/**
 * One contact as it was at one moment. `connections` is null for contacts that are not voice or queue_callback:
 * Streams throws when their connections are touched, so they never are.
 */
export const contactObservationSchema = z.object({
  contactId: z.string(),
  initialContactId: optionalText,
  type: z.string(),
  state: z.string(),
  stateAt: optionalTime,
  queue: z.nullable(z.object({ arn: optionalText, id: optionalText, name: optionalText })),
  initiationMethod: optionalText,
  attributes: z.record(z.string(), z.string()),
  connections: z.nullable(z.array(connectionObservationSchema)),
});

/**
 * Everything that one Streams update showed. `at` is epoch milliseconds; `agent.id` is the agent's ARN (it contains
 * the instance), or an empty string while no configuration was seen; `contacts` in the order Streams holds them.
 * `skew`: by how many milliseconds Amazon's clock, which the times of states are from, is ahead of the one of `at`;
 * missing where it is not known or they agree.
 */
export const agentObservationSchema = z.object({
  at: z.number(),
  skew: z.optional(z.number()),
  agent: z.object({ id: z.string(), name: optionalText, state: optionalText }),
  contacts: z.array(contactObservationSchema),
});

export type ConnectionObservation = z.output<typeof connectionObservationSchema>;
export type ContactObservation = z.output<typeof contactObservationSchema>;
export type AgentObservation = z.output<typeof agentObservationSchema>;
