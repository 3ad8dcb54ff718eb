import type { OrgAccess } from '../../model/apex-org.ts';
import type { StoredRecord, StoredValue } from '../../model/org-schema.ts';
import type { AccessMode, Transaction } from '../../model/transaction.ts';
import { ApexList } from '../../model/values.ts';
import type { ApexRecord, Value } from '../../model/values.ts';
import { AGGREGATE_RESULT, recordType } from '../record-types.ts';
import { storedField } from '../stored-value.ts';
import { aggregateRows } from './aggregation.ts';
import { comparable, compareStored } from './comparable.ts';
import { readPath } from './field-path.ts';
import type { ChildShape, QueryPlan, SortKey } from './plan.ts';
import { checkSecurityEnforced, checkUserMode } from './query-access.ts';
import type { QueryRun } from './query-run.ts';
import { buildRecord } from './record-shape.ts';
import { candidates } from './seek.ts';

const LOCKED =
  'Record Currently Unavailable: The record you are attempting to edit, or one of its related records, is currently being modified by another user. Please try again.';

export function accessOf(tx: Transaction, mode: AccessMode): OrgAccess {
  return { userId: tx.userId, mode, isSharingEnforced: mode === 'user' || tx.isSharingEnforced };
}

function sortRows(
  run: QueryRun,
  rows: readonly StoredRecord[],
  order: readonly SortKey[],
): readonly StoredRecord[] {
  if (order.length === 0 || rows.length < 2) return rows;
  const { org } = run.tx;
  const keyed = rows.map((row) => ({
    row,
    keys: order.map(({ path }) => comparable(path.field, readPath(org, path, row))),
  }));
  keyed.sort((left, right) => {
    for (const [index, { isDescending, isNullsLast }] of order.entries()) {
      const [a = null, b = null] = [left.keys[index], right.keys[index]];
      if (a === b) continue;
      if (a === null) return isNullsLast ? 1 : -1;
      if (b === null) return isNullsLast ? -1 : 1;
      return isDescending ? -compareStored(a, b) : compareStored(a, b);
    }
    return 0;
  });
  return keyed.map(({ row }) => row);
}

/** The rows that match and that the user may see, sorted and cut. */
function matchingRows(plan: QueryPlan, run: QueryRun): readonly StoredRecord[] {
  const { tx, access } = run;
  const { object } = plan;
  const live = candidates(plan.filter?.seeks ?? [], run, object.name);
  const rows = plan.isAllRows ? [...live, ...tx.org.deleted(object.name)] : live;
  const test = plan.filter?.prepare(run);
  const found = rows.filter((row) => (test === undefined || test(row)) && tx.org.isVisible(access, row));
  const sorted = sortRows(run, found, plan.order);
  const offset = plan.offset(run);
  const limit = plan.limit(run);
  return offset === 0 && limit === null
    ? sorted
    : sorted.slice(offset, limit === null ? undefined : offset + limit);
}

function readChildren(child: ChildShape, parentId: string, run: QueryRun): ApexList {
  const { tx } = run;
  const isOfParent = (row: StoredRecord): boolean => storedField(row, child.field.name) === parentId;
  const filter = child.plan.filter;
  const rows = matchingRows(
    {
      ...child.plan,
      filter: {
        seeks: [
          (_run, object) => tx.org.findBy(object, child.field.name, parentId),
          ...(filter?.seeks ?? []),
        ],
        prepare(inner) {
          const test = filter?.prepare(inner);
          return (row) => isOfParent(row) && (test === undefined || test(row));
        },
      },
    },
    run,
  );
  tx.governor.count('queryRows', rows.length);
  return recordList(child.plan, rows, run);
}

function recordList(plan: QueryPlan, rows: readonly StoredRecord[], run: QueryRun): ApexList {
  const type = recordType(run.tx.types, plan.object.name);
  const { shape } = plan;
  const items: ApexRecord[] =
    shape === null ? [] : rows.map((row) => buildRecord(run, shape, type, row, readChildren));
  return new ApexList(run.tx.types.list(type), items);
}

/** Values of the one column of a sub-query in a condition. */
export function columnValues(plan: QueryPlan, run: QueryRun): readonly StoredValue[] {
  const [selected] = plan.selected;
  if (selected === undefined) return [];
  return matchingRows(plan, run).map((row) =>
    comparable(selected.field, storedField(row, selected.field.name)),
  );
}

function checkAccess(plan: QueryPlan, tx: Transaction, mode: AccessMode): void {
  if (plan.mode === 'security-enforced') checkSecurityEnforced(tx, plan);
  else if (mode === 'user') checkUserMode(tx, plan);
}

/** Carries out a query: a list of records, or the number of rows for `COUNT()`. */
export function runQuery(tx: Transaction, plan: QueryPlan, mode: AccessMode, binds: readonly Value[]): Value {
  if (plan.object.kind !== 'metadata') tx.governor.count('queries');
  checkAccess(plan, tx, mode);
  const run: QueryRun = { tx, access: accessOf(tx, mode), binds };
  const rows = matchingRows(plan, run);
  if (plan.isForUpdate && !tx.org.lock(rows)) tx.raise('QueryException', LOCKED);
  if (plan.object.kind !== 'metadata')
    tx.governor.count('queryRows', plan.kind === 'count' ? 1 : rows.length);
  switch (plan.kind) {
    case 'count':
      return rows.length;
    case 'aggregate':
      return new ApexList(tx.types.list(recordType(tx.types, AGGREGATE_RESULT)), [
        ...(plan.aggregation === null ? [] : aggregateRows(run, plan.aggregation, rows)),
      ]);
    case 'records':
      return recordList(plan, rows, run);
  }
}

/** The rows of a plan as records, whatever else it does: for searches. */
export function recordsOf(
  tx: Transaction,
  plan: QueryPlan,
  mode: AccessMode,
  ids: readonly string[],
): ApexList {
  checkAccess(plan, tx, mode);
  const run: QueryRun = { tx, access: accessOf(tx, mode), binds: [] };
  const wanted = new Set(ids);
  const rows = ids.flatMap((id) => tx.org.find(id) ?? []);
  const test = plan.filter?.prepare(run);
  const found = rows.filter(
    (row) =>
      row.attributes.type === plan.object.name &&
      wanted.has(row.Id) &&
      (test === undefined || test(row)) &&
      tx.org.isVisible(run.access, row),
  );
  const sorted = sortRows(run, found, plan.order);
  const offset = plan.offset(run);
  const limit = plan.limit(run);
  return recordList(plan, sorted.slice(offset, limit === null ? undefined : offset + limit), run);
}
