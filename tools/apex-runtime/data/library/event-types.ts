import type { LibraryType } from '../../library/registry-contract.ts';
import { given } from '../../library/support.ts';
import type { StoredValue } from '../../model/org-schema.ts';
import type { Transaction } from '../../model/transaction.ts';
import type { ApexList } from '../../model/values.ts';
import type { ApexRecord, Value } from '../../model/values.ts';
import { failed, succeeded } from '../dml/row-result.ts';
import type { RowResult } from '../dml/row-result.ts';
import { recordsOf } from '../dml/write-rows.ts';
import { objectOf } from '../record-access.ts';
import { toStored } from '../stored-value.ts';
import { resultsOf } from './result-types.ts';

function publishOne(tx: Transaction, record: ApexRecord): RowResult {
  const object = objectOf(tx, record);
  if (object.kind !== 'event') tx.raise('IllegalArgumentException', `${object.name} is no platform event`);
  const fields: Record<string, StoredValue> = {};
  for (const [key, value] of record.fields) fields[object.fields.get(key)?.name ?? key] = toStored(value);
  const outcome = tx.org.publish({ object: object.name, fields, at: tx.org.now(), userId: tx.userId });
  return outcome.ok ? succeeded(outcome.id) : failed(null, outcome.error);
}

function publish(tx: Transaction, value: Value): Value {
  const records = recordsOf(tx, value);
  const [first] = records;
  if (first === undefined) return resultsOf(tx, 'Database.SaveResult', value, []);
  tx.governor.count(objectOf(tx, first).isPublishedAtOnce ? 'publishImmediateDml' : 'dmlStatements');
  const results = records.map((record) => publishOne(tx, record));
  return resultsOf(tx, 'Database.SaveResult', value, results);
}

export const EVENT_TYPES: readonly LibraryType[] = [
  {
    name: 'EventBus',
    members: {
      'static publish(SObject):Database.SaveResult': (tx, _type, event: ApexRecord | null) =>
        publish(tx, given(tx, event)),
      'static publish(List<SObject>):List<Database.SaveResult>': (tx, _type, events: ApexList | null) =>
        publish(tx, given(tx, events)),
    },
  },
  {
    name: 'FeatureManagement',
    members: {
      'static checkPermission(String):Boolean': (tx, _type, name: string | null) =>
        tx.org.mayUse(tx.userId, given(tx, name)),
    },
  },
];
