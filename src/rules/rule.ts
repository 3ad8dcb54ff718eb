import * as z from 'zod/mini';
import { CAUSES, EVENTS, LEGS } from '../catalog/vocabulary.ts';
import type { Cause, EventName, Leg } from '../catalog/vocabulary.ts';
import { actionSchema } from '../model/action.ts';
import { channelTypeSchema, ids, pacingModeSchema, setupSchema } from '../model/settings.ts';
import { conditionSchema } from './condition.ts';

/** A list that is left out means any; an empty one could never match and is refused. */
const anyOf = <S extends z.core.$ZodType>(item: S) =>
  z.optional(z.array(item).check(z.minLength(1, 'must name at least one, or be left out for any')));

/** When a rule applies: everything that is given must hold. */
export const triggerSchema = z.strictObject({
  setup: z.optional(setupSchema),
  pacingModes: anyOf(pacingModeSchema),
  channelTypes: anyOf(channelTypeSchema),
  events: anyOf(z.enum(ids<EventName>(EVENTS))),
  causes: anyOf(z.enum(ids<Cause>(CAUSES))),
  legs: anyOf(z.enum(ids<Leg>(LEGS))),
  /** Did the call reach this desktop by consult or transfer? */
  receiving: z.optional(z.boolean()),
  conditions: z._default(z.array(conditionSchema), []),
});

/**
 * How often each action of a rule runs for one leg of a call: once in all, once for each tuple (default), or each time
 * the event happens.
 */
export const onceSchema = z.enum(['call', 'event', 'occurrence']);

export const ruleSchema = z.strictObject({
  /** Unique in its ruleset; part of the idempotency key of its actions. */
  key: z
    .string()
    .check(
      z.regex(
        /^[A-Za-z][A-Za-z0-9_-]{0,39}$/,
        'must begin with a letter and have at most 40 letters, digits, "-" or "_"',
      ),
    ),
  label: z.string().check(z.minLength(1, 'must not be empty')),
  active: z._default(z.boolean(), true),
  /** Rules run by ascending order, equal ones by key. */
  order: z._default(z.number(), 0),
  trigger: z.prefault(triggerSchema, {}),
  once: z._default(onceSchema, 'event'),
  onFailure: z._default(z.enum(['continue', 'stop']), 'continue'),
  actions: z.array(actionSchema).check(z.minLength(1, 'must hold at least one action')),
});

export type Trigger = z.output<typeof triggerSchema>;
export type Rule = z.output<typeof ruleSchema>;
/** A rule as written: what has a default may be left out. */
export type RuleInput = z.input<typeof ruleSchema>;
