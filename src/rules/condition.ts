import * as z from 'zod/mini';
import type { CallView } from '../model/call-view.ts';
import { ownValue } from '../model/plain-value.ts';
import { CONDITION_FIELD, conditionField } from './condition-field.ts';
import { isWithheld } from './phone.ts';

const field = z
  .string()
  .check(
    z.regex(
      CONDITION_FIELD,
      'must be "queue", "number", "agent", "attributes.<name>", "variables.<name>" or "attributes[\'any name\']"',
    ),
  );
const value = z.string().check(z.minLength(1, 'must not be empty'));

/**
 * One thing that must hold besides the event. `queue` is the queue's name, id or ARN, `number` the customer's number,
 * `agent` the agent's name. Comparisons ignore case and outer spaces; a missing value satisfies `notEquals` and
 * `exists: false` only. A withheld number does not exist, but can be compared with the word sent in its place. There are
 * no patterns.
 */
export const conditionSchema = z.discriminatedUnion('operator', [
  z.strictObject({ field, operator: z.literal('equals'), value }),
  z.strictObject({ field, operator: z.literal('notEquals'), value }),
  z.strictObject({ field, operator: z.literal('contains'), value }),
  z.strictObject({ field, operator: z.literal('startsWith'), value }),
  z.strictObject({ field, operator: z.literal('in'), value: z.array(value).check(z.minLength(1)) }),
  z.strictObject({ field, operator: z.literal('exists'), value: z._default(z.boolean(), true) }),
]);

export type Condition = z.output<typeof conditionSchema>;

/** What conditions look at besides the event itself. */
export interface ConditionSubject {
  readonly call: CallView;
  readonly agentName: string | null;
}

function candidates(path: string, { call, agentName }: ConditionSubject): string[] {
  const found = (values: readonly (string | null | undefined)[]): string[] =>
    values.filter((item): item is string => typeof item === 'string' && item.trim() !== '');
  if (path === 'queue') return found([call.queue?.name, call.queue?.id, call.queue?.arn]);
  if (path === 'number') return found([call.phoneNumber]);
  if (path === 'agent') return found([agentName]);
  const { source, name } = conditionField(path);
  return found([ownValue(source === 'attributes' ? call.attributes : call.variables, name)]);
}

/** Numbers are compared by their digits and leading plus, however they are written. */
export const comparable = (path: string, text: string): string =>
  (path === 'number' ? text.replace(/[\s().-]/g, '') : text.trim()).toLowerCase();

function holds(condition: Condition, actual: readonly string[]): boolean {
  const same = (wanted: string): boolean => actual.includes(comparable(condition.field, wanted));
  switch (condition.operator) {
    case 'equals':
      return same(condition.value);
    case 'notEquals':
      return !same(condition.value);
    case 'contains': {
      const wanted = comparable(condition.field, condition.value);
      return actual.some((item) => item.includes(wanted));
    }
    case 'startsWith': {
      const wanted = comparable(condition.field, condition.value);
      return actual.some((item) => item.startsWith(wanted));
    }
    case 'in':
      return condition.value.some(same);
    case 'exists':
      return actual.some((item) => condition.field !== 'number' || !isWithheld(item)) === condition.value;
  }
}

function describe(condition: Condition): string {
  if (condition.operator === 'exists')
    return `${condition.field} ${condition.value ? 'exists' : 'does not exist'}`;
  return `${condition.field} ${condition.operator} ${JSON.stringify(condition.value)}`;
}

/** Null when the condition holds, else why not, without the call's own values: those are personal data. */
export function failedCondition(condition: Condition, subject: ConditionSubject): string | null {
  const actual = candidates(condition.field, subject);
  if (
    holds(
      condition,
      actual.map((item) => comparable(condition.field, item)),
    )
  )
    return null;
  const missing = actual.length === 0 && condition.operator !== 'exists' ? ' (there is no such value)' : '';
  return `the condition ${describe(condition)} does not hold${missing}`;
}
