import * as z from 'zod/mini';
import { actionSchema } from '../model/action.ts';
import { parseWith } from '../model/parse.ts';
import type { Issue } from '../model/parse.ts';
import type { OutboxState } from './outbox.ts';

const plannedSchema = z.object({
  key: z.string(),
  sharedBy: z._default(z.array(z.string()), []),
  ruleKey: z.string(),
  ruleLabel: z.string(),
  action: actionSchema,
  needs: z._default(z.object({ match: z.boolean(), created: z.array(z.string()), log: z.boolean() }), {
    match: true,
    created: [],
    log: false,
  }),
  onFailure: z.enum(['continue', 'stop']),
});
const matchSchema = z.object({
  recordId: z.string(),
  objectApiName: z.string(),
  name: z.string(),
  detail: z.nullable(z.string()),
  rank: z.number(),
});
const openSchema = z.object({
  target: z.looseObject({ kind: z.string() }),
  where: z.enum(['tab', 'subtab', 'background', 'reuse']),
  parentRecordId: z.nullable(z.string()),
  label: z.nullable(z.string()),
});
const outboxActionSchema = z.object({
  planned: plannedSchema,
  relates: z.nullable(plannedSchema),
  status: z.enum(['pending', 'running', 'waiting', 'done', 'offered', 'failed', 'skipped']),
  step: z.enum(['request', 'open']),
  attempts: z.number(),
  notBefore: z.number(),
  waitUntil: z.nullable(z.number()),
  alone: z.boolean(),
  unrelated: z.boolean(),
  open: z.nullable(openSchema),
  openUntil: z.number(),
  openInTab: z.nullable(z.string()),
  text: z.string(),
  recordId: z.nullable(z.string()),
  objectApiName: z.nullable(z.string()),
  matches: z.array(matchSchema),
  failure: z.nullable(z.object({ code: z.string(), message: z.string(), heals: z.boolean() })),
});

/** Calls and events are our own plain data: their version is the outbox's, so only their identity is checked. */
const planSchema = z.object({
  callKey: z.string(),
  event: z.looseObject({ tuple: z.string(), callKey: z.string() }),
  call: z.looseObject({ callKey: z.string() }),
  agentName: z.nullable(z.string()),
  acceptedAt: z.number(),
  actions: z.array(outboxActionSchema),
});
const linksSchema = z.object({
  match: z.nullable(matchSchema),
  created: z.record(z.string(), z.string()),
  interactionId: z.nullable(z.string()),
  taskId: z.nullable(z.string()),
  answered: z._default(z.boolean(), false),
  over: z.boolean(),
});
const outboxSchema = z.object({
  version: z.literal(1),
  plans: z.array(z.unknown()),
  links: z.record(z.string(), z.unknown()),
});

/** What could be read of a stored outbox, and what is wrong with the rest. */
export interface OutboxReading {
  /** Null when nothing could be read: another version, or no outbox at all. */
  readonly outbox: OutboxState | null;
  readonly issues: readonly Issue[];
}

const below = (place: string, issues: readonly Issue[]): readonly Issue[] =>
  issues.map(({ path, message }) => ({ path: path === '' ? place : `${place}.${path}`, message }));

/** Reads an outbox that was stored. A plan that cannot be read does not take the others with it. */
export function parseOutbox(value: unknown): OutboxReading {
  const parsed = parseWith(outboxSchema, value);
  if (!parsed.ok) return { outbox: null, issues: parsed.issues };
  const plans = parsed.value.plans.map((plan) => parseWith(planSchema, plan));
  const links = Object.entries(parsed.value.links).map(
    ([key, one]) => [key, parseWith(linksSchema, one)] as const,
  );
  const outbox = {
    version: 1,
    plans: plans.flatMap((plan) => (plan.ok ? [plan.value] : [])),
    links: Object.fromEntries(links.flatMap(([key, one]) => (one.ok ? [[key, one.value]] : []))),
  };
  return {
    outbox: outbox as unknown as OutboxState,
    issues: [
      ...plans.flatMap((plan, index) => (plan.ok ? [] : below(`plans[${index}]`, plan.issues))),
      ...links.flatMap(([key, one]) => (one.ok ? [] : below(`links.${key}`, one.issues))),
    ],
  };
}
