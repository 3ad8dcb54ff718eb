import { STATUS_CODE } from '../../library/enums.ts';
import type { LibraryType } from '../../library/registry-contract.ts';
import { enumValue, listOf, platformObject, refuse, strings } from '../../library/support.ts';
import type { ConvertedLead, RowError } from '../../model/apex-org.ts';
import type { Transaction } from '../../model/transaction.ts';
import { T } from '../../model/types.ts';
import { ApexId, ApexList, PlatformObject } from '../../model/values.ts';
import type { Value } from '../../model/values.ts';
import type { RowResult } from '../dml/row-result.ts';

const rowOf = (self: PlatformObject): RowResult => self.state as RowResult;
const errorOf = (self: PlatformObject): RowError => self.state as RowError;
const idOrNull = (id: string | null): ApexId | null => (id === null ? null : new ApexId(id));

function errorsOf(tx: Transaction, error: RowError | null): ApexList {
  const type = tx.types.find('Database.Error') ?? refuse(tx, 'the type Database.Error');
  return listOf(tx, type, error === null ? [] : [new PlatformObject(type, error)]);
}

const RESULT_MEMBERS: LibraryType['members'] = {
  'isSuccess():Boolean': (_tx, self: PlatformObject) => rowOf(self).isSuccess,
  'getId():Id': (_tx, self: PlatformObject) => idOrNull(rowOf(self).id),
  'getErrors():List<Database.Error>': (tx, self: PlatformObject) => errorsOf(tx, rowOf(self).error),
};

const plain = (name: string): LibraryType => ({ name, members: RESULT_MEMBERS });

export interface Conversion {
  readonly leadId: string;
  readonly converted: ConvertedLead | null;
  readonly error: RowError | null;
}

const conversionOf = (self: PlatformObject): Conversion => self.state as Conversion;

export const RESULT_TYPES: readonly LibraryType[] = [
  plain('Database.SaveResult'),
  plain('Database.DeleteResult'),
  plain('Database.UndeleteResult'),
  plain('Database.EmptyRecycleBinResult'),
  {
    name: 'Database.UpsertResult',
    members: {
      ...RESULT_MEMBERS,
      'isCreated():Boolean': (_tx, self: PlatformObject) => rowOf(self).isCreated,
    },
  },
  {
    name: 'Database.MergeResult',
    members: {
      ...RESULT_MEMBERS,
      'getMergedRecordIds():List<Id>': (tx, self: PlatformObject) =>
        listOf(tx, T.Id, rowOf(self).isSuccess ? [idOrNull(rowOf(self).id)] : []),
    },
  },
  {
    name: 'Database.LeadConvertResult',
    members: {
      'isSuccess():Boolean': (_tx, self: PlatformObject) => conversionOf(self).converted !== null,
      'getLeadId():Id': (_tx, self: PlatformObject) => new ApexId(conversionOf(self).leadId),
      'getAccountId():Id': (_tx, self: PlatformObject) =>
        idOrNull(conversionOf(self).converted?.accountId ?? null),
      'getContactId():Id': (_tx, self: PlatformObject) =>
        idOrNull(conversionOf(self).converted?.contactId ?? null),
      'getOpportunityId():Id': (_tx, self: PlatformObject) =>
        idOrNull(conversionOf(self).converted?.opportunityId ?? null),
      'getErrors():List<Database.Error>': (tx, self: PlatformObject) =>
        errorsOf(tx, conversionOf(self).error),
    },
  },
  {
    name: 'Database.Error',
    members: {
      'getStatusCode():StatusCode': (tx, self: PlatformObject) =>
        enumValue(tx, STATUS_CODE, errorOf(self).statusCode),
      'getMessage():String': (_tx, self: PlatformObject) => errorOf(self).message,
      'getFields():List<String>': (tx, self: PlatformObject) => strings(tx, [...errorOf(self).fields]),
    },
  },
];

/** A result for one record, a list of them for a list. */
export function resultsOf(
  tx: Transaction,
  type: string,
  written: Value,
  results: readonly RowResult[],
): Value {
  const [first] = results;
  if (!(written instanceof ApexList)) return first === undefined ? null : platformObject(tx, type, first);
  const found = tx.types.find(type) ?? refuse(tx, `the type ${type}`);
  return listOf(
    tx,
    found,
    results.map((result) => new PlatformObject(found, result)),
  );
}
