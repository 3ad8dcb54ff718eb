import * as z from 'zod/mini';
import { openRequestSchema, runnerFailureSchema } from '../model/action-runner.ts';
import { callViewSchema } from '../model/call-view.ts';
import { ctiEventSchema } from '../model/cti-event.ts';
import { parseWith } from '../model/parse.ts';
import type { Issue } from '../model/parse.ts';
import { recordMatchSchema } from '../model/record-match.ts';
import type { CallLinks, OutboxAction, OutboxState } from './outbox.ts';

/** Changes whenever the meaning of what is stored does. Version 1 held the actions themselves. */
export const OUTBOX_VERSION = 2;

/** What the key of an action that relates records ends with. */
export const RELATED = '|related';

const time = z.number();
const optionalText = z.nullable(z.string());

/** An action by reference: what it does is taken from the loaded rules, never from storage. */
const storedActionSchema = z.object({
  key: z.string(),
  sharedBy: z.array(z.string()),
  ruleKey: z.string(),
  status: z.enum(['pending', 'running', 'waiting', 'done', 'offered', 'failed', 'skipped']),
  step: z.enum(['request', 'open']),
  attempts: z.number(),
  notBefore: time,
  waitUntil: z.nullable(time),
  alone: z.boolean(),
  unrelated: z.boolean(),
  open: z.nullable(openRequestSchema),
  openUntil: time,
  openInTab: optionalText,
  text: z.string(),
  recordId: optionalText,
  objectApiName: optionalText,
  matches: z.array(recordMatchSchema),
  failure: z.nullable(runnerFailureSchema),
});

const storedPlanSchema = z
  .object({
    callKey: z.string(),
    event: ctiEventSchema,
    call: callViewSchema,
    agentName: optionalText,
    acceptedAt: time,
    actions: z.array(storedActionSchema),
  })
  .check(
    z.refine(
      ({ callKey, event, call }) => event.callKey === callKey && call.callKey === callKey,
      'belongs to several calls',
    ),
  );

const linksSchema: z.ZodMiniType<CallLinks> = z.object({
  match: z.nullable(recordMatchSchema),
  created: z.record(z.string(), z.string()),
  interactionId: optionalText,
  taskId: optionalText,
  answered: z._default(z.boolean(), false),
  over: z.boolean(),
});

const outboxSchema = z.object({
  version: z.union([z.literal(1), z.literal(OUTBOX_VERSION)]),
  plans: z.array(z.unknown()),
  links: z.record(z.string(), z.unknown()),
});

export type StoredAction = z.output<typeof storedActionSchema>;
export type StoredPlan = z.output<typeof storedPlanSchema>;

/** An outbox as it stands in storage. */
export interface StoredOutbox {
  readonly version: typeof OUTBOX_VERSION;
  readonly plans: readonly StoredPlan[];
  readonly links: Readonly<Record<string, CallLinks>>;
}

/** What could be read of a stored outbox, and what is wrong with the rest. */
export interface OutboxReading {
  /** Null when nothing could be read: another version, or no outbox at all. */
  readonly outbox: StoredOutbox | null;
  readonly issues: readonly Issue[];
}

function storeAction({ planned, relates: _relates, matches, ...rest }: OutboxAction): StoredAction {
  const { key, sharedBy, ruleKey } = planned;
  return { key, sharedBy: [...sharedBy], ruleKey, ...rest, matches: [...matches] };
}

/** The form for storage: actions by rule and key. */
export function storeOutbox({ plans, links }: OutboxState): StoredOutbox {
  return {
    version: OUTBOX_VERSION,
    plans: plans.map(({ actions, ...plan }) => ({ ...plan, actions: actions.map(storeAction) })),
    links,
  };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Version 1 held `planned`, the whole action; only its names are taken over. */
function fromVersion1(plan: unknown): unknown {
  if (!isObject(plan) || !Array.isArray(plan['actions'])) return plan;
  const actions = (plan['actions'] as readonly unknown[]).map((action) => {
    if (!isObject(action) || !isObject(action['planned'])) return action;
    const { key, sharedBy = [], ruleKey } = action['planned'];
    return { ...action, key, sharedBy, ruleKey };
  });
  return { ...plan, actions };
}

const below = (place: string, issues: readonly Issue[]): readonly Issue[] =>
  issues.map(({ path, message }) => ({ path: path === '' ? place : `${place}.${path}`, message }));

/** Reads an outbox that was stored. A plan that cannot be read does not take the others with it. */
export function parseOutbox(value: unknown): OutboxReading {
  const parsed = parseWith(outboxSchema, value);
  if (!parsed.ok) return { outbox: null, issues: parsed.issues };
  const isFirst = parsed.value.version === 1;
  const plans = parsed.value.plans.map((plan) =>
    parseWith(storedPlanSchema, isFirst ? fromVersion1(plan) : plan),
  );
  const links = Object.entries(parsed.value.links).map(
    ([key, one]) => [key, parseWith(linksSchema, one)] as const,
  );
  return {
    outbox: {
      version: OUTBOX_VERSION,
      plans: plans.flatMap((plan) => (plan.ok ? [plan.value] : [])),
      links: Object.fromEntries(links.flatMap(([key, one]) => (one.ok ? [[key, one.value]] : []))),
    },
    issues: [
      ...plans.flatMap((plan, index) => (plan.ok ? [] : below(`plans[${index}]`, plan.issues))),
      ...links.flatMap(([key, one]) => (one.ok ? [] : below(`links.${key}`, one.issues))),
    ],
  };
}
