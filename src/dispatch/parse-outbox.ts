import * as z from 'zod/mini';
import { actionSchema } from '../model/action.ts';
import { parseWith } from '../model/parse.ts';
import type { ParseResult } from '../model/parse.ts';
import type { OutboxState } from './outbox.ts';

const plannedSchema = z.object({
  key: z.string(),
  ruleKey: z.string(),
  ruleLabel: z.string(),
  action: actionSchema,
  needs: z.object({ match: z.boolean(), created: z.array(z.string()), log: z.boolean() }),
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
const outboxSchema = z.object({
  version: z.literal(1),
  plans: z.array(
    z.object({
      callKey: z.string(),
      event: z.looseObject({ tuple: z.string(), callKey: z.string() }),
      call: z.looseObject({ callKey: z.string() }),
      agentName: z.nullable(z.string()),
      acceptedAt: z.number(),
      actions: z.array(outboxActionSchema),
    }),
  ),
  links: z.record(
    z.string(),
    z.object({
      match: z.nullable(matchSchema),
      created: z.record(z.string(), z.string()),
      interactionId: z.nullable(z.string()),
      taskId: z.nullable(z.string()),
      answered: z.boolean(),
      over: z.boolean(),
    }),
  ),
});

/** Reads an outbox that was stored; another version or damage is refused with the place and the reason. */
export function parseOutbox(value: unknown): ParseResult<OutboxState> {
  const parsed = parseWith(outboxSchema, value);
  return parsed.ok ? { ok: true, value: parsed.value as unknown as OutboxState } : parsed;
}
