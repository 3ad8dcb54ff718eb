import * as z from 'zod/mini';
import { CHANNEL_TYPES, PACING_MODES, SETUPS } from '../catalog/vocabulary.ts';
import type { ChannelType, PacingMode, Setup } from '../catalog/vocabulary.ts';
import { parseWrittenOrThrow } from './parse-written.ts';

/** The keys of a vocabulary, for `z.enum`. */
export const ids = <Id extends string>(labels: Record<Id, string>): [Id, ...Id[]] =>
  Object.keys(labels) as [Id, ...Id[]];

export const setupSchema = z.enum(ids<Setup>(SETUPS));
export const pacingModeSchema = z.enum(ids<PacingMode>(PACING_MODES));
export const channelTypeSchema = z.enum(ids<ChannelType>(CHANNEL_TYPES));

const nameSchema = z.string().check(z.minLength(1, 'must not be empty'));

/** How a standing or per-call tether is recognised and where its events come from. */
export const tetherSettingsSchema = z.strictObject({
  style: z._default(z.enum(['standing', 'per-call']), 'standing'),
  attribute: z._default(nameSchema, 'cti_tether'),
  source: z._default(z.enum(['messages', 'attributes']), 'messages'),
  defaultPacing: z._default(z.nullable(pacingModeSchema), null),
  pacingVariable: z._default(nameSchema, 'PacingMode'),
});

/** The settings that decide which events come out; the format of `paceline replay --settings`. */
export const eventSettingsSchema = z.strictObject({
  setup: z._default(setupSchema, 'hvoc'),
  /** Contact attribute that carries the pacing mode. */
  pacingAttribute: z._default(nameSchema, 'cti_pacing'),
  /** Queue ARN, id or name to pacing mode, or to `tether`. */
  queuePacing: z._default(z.record(z.string(), z.enum([...ids<PacingMode>(PACING_MODES), 'tether'])), {}),
  tether: z.prefault(tetherSettingsSchema, {}),
  answerSignal: z._default(z.enum(['contact', 'leg']), 'contact'),
  queueCallbackPacing: z._default(pacingModeSchema, 'manual-outbound'),
});

export type TetherSettings = z.output<typeof tetherSettingsSchema>;
export type EventSettings = z.output<typeof eventSettingsSchema>;

/** Fills in the defaults; throws `invalid-settings` with the path of the first unknown key or wrong value. */
export function parseEventSettings(value: unknown): EventSettings {
  return parseWrittenOrThrow(eventSettingsSchema, value, 'invalid-settings', 'The settings cannot be used');
}
