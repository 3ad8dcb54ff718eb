import type { Transaction } from '../../model/transaction.ts';
import type { QueryPlan, UsedField } from './plan.ts';

function refuseField(tx: Transaction, { object, field }: UsedField): never {
  return tx.raise(
    'QueryException',
    `No such column '${field.name}' on entity '${object}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`,
  );
}

function checkFields(tx: Transaction, object: string, used: readonly UsedField[]): void {
  const { org, userId } = tx;
  for (const name of new Set([object, ...used.map((field) => field.object)])) {
    if (!org.objectAccess(userId, name).read) {
      tx.raise('QueryException', `sObject type '${name}' is not supported.`);
    }
  }
  for (const field of used) {
    if (!org.fieldAccess(userId, field.object, field.field.name).read) refuseField(tx, field);
  }
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
