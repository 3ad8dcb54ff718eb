import { makeException } from '../../language/exceptions.ts';
import type { Transaction } from '../../model/transaction.ts';
import type { QueryPlan, UsedField } from './plan.ts';

/** The message names the first field, the exception knows all. */
function refuseFields(tx: Transaction, { object, field }: UsedField, all: readonly UsedField[]): never {
  const exception = makeException(
    tx,
    'QueryException',
    `No such column '${field.name}' on entity '${object}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`,
  );
  const inaccessible = new Map<string, string[]>();
  for (const used of all) {
    inaccessible.set(used.object, [...(inaccessible.get(used.object) ?? []), used.field.name]);
  }
  if (exception.exception !== null) exception.exception = { ...exception.exception, inaccessible };
  return tx.throwValue(exception);
}

function checkFields(tx: Transaction, object: string, used: readonly UsedField[]): void {
  const { org, userId } = tx;
  for (const name of new Set([object, ...used.map((field) => field.object)])) {
    if (!org.objectAccess(userId, name).read) {
      tx.raise('QueryException', `sObject type '${name}' is not supported.`);
    }
  }
  const hidden = used.filter(({ object: of, field }) => !org.fieldAccess(userId, of, field.name).read);
  const [first] = hidden;
  if (first !== undefined) refuseFields(tx, first, hidden);
}

/** What user mode refuses: objects and fields that the user cannot read, wherever the query names them. */
export function checkUserMode(tx: Transaction, plan: QueryPlan): void {
  checkFields(tx, plan.object.name, [...plan.selected, ...plan.filtered]);
  for (const child of plan.shape?.children ?? []) checkUserMode(tx, child.plan);
}

/** WITH SECURITY_ENFORCED looks at SELECT and FROM alone. */
export function checkSecurityEnforced(tx: Transaction, plan: QueryPlan): void {
  const { org, userId } = tx;
  const isReadable =
    org.objectAccess(userId, plan.object.name).read &&
    plan.selected.every(
      ({ object, field }) =>
        org.objectAccess(userId, object).read && org.fieldAccess(userId, object, field.name).read,
    );
  if (!isReadable) {
    tx.raise('QueryException', 'Insufficient permissions: secure query included inaccessible field');
  }
  for (const child of plan.shape?.children ?? []) checkSecurityEnforced(tx, child.plan);
}
