import type { Implementation } from '../../library/registry-contract.ts';
import { given } from '../../library/support.ts';
import type { AccessMode, Transaction } from '../../model/transaction.ts';
import { ApexId, ApexList, ApexRecord } from '../../model/values.ts';
import type { PlatformObject, Value } from '../../model/values.ts';
import type { WriteOperation } from '../dml/write-row.ts';
import { recordsOf, writeRows } from '../dml/write-rows.ts';
import { recordType } from '../record-types.ts';
import { accessMode } from './access-level.ts';
import { choicesOf } from './dml-options.ts';
import { resultsOf } from './result-types.ts';

type Members = Record<string, Implementation>;

interface Choices {
  readonly isAllOrNone: boolean;
  readonly allowDuplicates: boolean;
  readonly mode: AccessMode | null;
  readonly key: string | null;
}

const ALL: Choices = { isAllOrNone: true, allowDuplicates: false, mode: null, key: null };

const RESULTS: Readonly<Record<WriteOperation, string>> = {
  insert: 'Database.SaveResult',
  update: 'Database.SaveResult',
  upsert: 'Database.UpsertResult',
  delete: 'Database.DeleteResult',
  undelete: 'Database.UndeleteResult',
};

function write(tx: Transaction, operation: WriteOperation, value: Value, choices: Choices): Value {
  const results = writeRows(tx, operation, recordsOf(tx, value), {
    ...choices,
    mode: choices.mode ?? tx.defaultMode,
  });
  return resultsOf(tx, RESULTS[operation], value, results);
}

/** Ids stand for records that hold nothing else. */
function recordsOfIds(tx: Transaction, value: Value): Value {
  const recordOf = (id: Value): Value => {
    const known = id instanceof ApexId ? id : tx.raise('NullPointerException', 'Argument 1 cannot be null');
    const object = tx.org.schema.objectOfId(known.value);
    if (object === undefined)
      return tx.raise('SObjectException', `Cannot locate Apex Type for ID: ${known.value}`);
    const record = new ApexRecord(recordType(tx.types, object.name));
    record.fields.set('id', known);
    return record;
  };
  return value instanceof ApexList ? new ApexList(value.type, value.items.map(recordOf)) : recordOf(value);
}

const fieldKey = (tx: Transaction, token: PlatformObject | null): string =>
  (given(tx, token).state as { field: string }).field;

/** All overloads of one operation: records or a list; all or none, or options; an access level. */
function overloads(operation: WriteOperation): Members {
  const members: Members = {};
  const result = RESULTS[operation];
  const isById = operation === 'delete' || operation === 'undelete';
  const kinds = [
    { parameter: 'SObject', result, read: (_tx: Transaction, value: Value) => value },
    {
      parameter: 'List<SObject>',
      result: `List<${result}>`,
      read: (_tx: Transaction, value: Value) => value,
    },
    ...(isById
      ? [
          { parameter: 'Id', result, read: recordsOfIds },
          { parameter: 'List<Id>', result: `List<${result}>`, read: recordsOfIds },
        ]
      : []),
  ];
  for (const kind of kinds) {
    const add = (more: string, run: (tx: Transaction, value: Value, ...args: Value[]) => Value): void => {
      members[`static ${operation}(${kind.parameter}${more}):${kind.result}`] = (
        tx,
        _type,
        value: Value,
        ...args: Value[]
      ) => run(tx, kind.read(tx, value), ...args);
    };
    add('', (tx, value) => write(tx, operation, value, ALL));
    add(',AccessLevel', (tx, value, level) =>
      write(tx, operation, value, { ...ALL, mode: accessMode(tx, level as PlatformObject | null) }),
    );
    add(',Boolean', (tx, value, all) => write(tx, operation, value, { ...ALL, isAllOrNone: all !== false }));
    add(',Boolean,AccessLevel', (tx, value, all, level) =>
      write(tx, operation, value, {
        ...ALL,
        isAllOrNone: all !== false,
        mode: accessMode(tx, level as PlatformObject | null),
      }),
    );
    if (operation === 'insert' || operation === 'update') {
      const chosen = (tx: Transaction, options: Value | undefined): Choices => ({
        ...ALL,
        ...choicesOf(given(tx, options as PlatformObject | null)),
      });
      add(',Database.DMLOptions', (tx, value, options) => write(tx, operation, value, chosen(tx, options)));
      add(',Database.DMLOptions,AccessLevel', (tx, value, options, level) =>
        write(tx, operation, value, {
          ...chosen(tx, options),
          mode: accessMode(tx, level as PlatformObject | null),
        }),
      );
    }
    if (operation === 'upsert') {
      add(',Schema.SObjectField', (tx, value, token) =>
        write(tx, operation, value, { ...ALL, key: fieldKey(tx, token as PlatformObject | null) }),
      );
      add(',Schema.SObjectField,AccessLevel', (tx, value, token, level) =>
        write(tx, operation, value, {
          ...ALL,
          key: fieldKey(tx, token as PlatformObject | null),
          mode: accessMode(tx, level as PlatformObject | null),
        }),
      );
      add(',Schema.SObjectField,Boolean', (tx, value, token, all) =>
        write(tx, operation, value, {
          ...ALL,
          key: fieldKey(tx, token as PlatformObject | null),
          isAllOrNone: all !== false,
        }),
      );
      add(',Schema.SObjectField,Boolean,AccessLevel', (tx, value, token, all, level) =>
        write(tx, operation, value, {
          key: fieldKey(tx, token as PlatformObject | null),
          isAllOrNone: all !== false,
          allowDuplicates: false,
          mode: accessMode(tx, level as PlatformObject | null),
        }),
      );
    }
  }
  return members;
}

export const DML_MEMBERS: Members = {
  ...overloads('insert'),
  ...overloads('update'),
  ...overloads('upsert'),
  ...overloads('delete'),
  ...overloads('undelete'),
};
