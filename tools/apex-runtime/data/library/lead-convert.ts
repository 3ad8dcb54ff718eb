import type { Implementation, LibraryType } from '../../library/registry-contract.ts';
import { given, platformObject } from '../../library/support.ts';
import type { LeadConversion } from '../../model/apex-org.ts';
import type { AccessMode, Transaction } from '../../model/transaction.ts';
import { ApexId, ApexList } from '../../model/values.ts';
import type { PlatformObject, Value } from '../../model/values.ts';
import { throwDmlException } from '../dml/dml-exception.ts';
import { failed } from '../dml/row-result.ts';
import { accessOf } from '../query/run-query.ts';
import { accessMode } from './access-level.ts';
import type { Conversion } from './result-types.ts';

type Draft = { -readonly [Name in keyof LeadConversion]: LeadConversion[Name] | null };

const draftOf = (self: PlatformObject): Draft => self.state as Draft;

function setter(name: keyof Draft): Implementation {
  return (_tx: Transaction, self: PlatformObject, value: Value) => {
    Object.assign(draftOf(self), { [name]: value instanceof ApexId ? value.value : value });
  };
}

export const LEAD_CONVERT: LibraryType = {
  name: 'Database.LeadConvert',
  members: {
    'new()': (tx) => {
      const draft: Draft = {
        leadId: null,
        status: null,
        accountId: null,
        contactId: null,
        opportunityName: null,
        createOpportunity: true,
        ownerId: null,
      };
      return platformObject(tx, 'Database.LeadConvert', draft);
    },
    'setLeadId(Id):void': setter('leadId'),
    'setAccountId(Id):void': setter('accountId'),
    'setContactId(Id):void': setter('contactId'),
    'setOwnerId(Id):void': setter('ownerId'),
    'setConvertedStatus(String):void': setter('status'),
    'setOpportunityName(String):void': setter('opportunityName'),
    'setDoNotCreateOpportunity(Boolean):void': (_tx, self: PlatformObject, value: boolean | null) => {
      draftOf(self).createOpportunity = value !== true;
    },
    'getLeadId():Id': (_tx, self: PlatformObject) => {
      const id = draftOf(self).leadId;
      return id === null ? null : new ApexId(id);
    },
  },
};

function convertOne(tx: Transaction, self: PlatformObject, mode: AccessMode): Conversion {
  const draft = draftOf(self);
  const leadId = draft.leadId ?? tx.raise('NullPointerException', 'The lead id of a conversion is null');
  const outcome = tx.org.convertLead(accessOf(tx, mode), {
    ...draft,
    leadId,
    status: draft.status ?? '',
    createOpportunity: draft.createOpportunity === true,
  });
  return 'statusCode' in outcome
    ? { leadId, converted: null, error: outcome }
    : { leadId, converted: outcome, error: null };
}

function convert(tx: Transaction, value: Value, isAllOrNone: boolean, mode: AccessMode): Value {
  const items = (value instanceof ApexList ? value.items : [value]) as (PlatformObject | null)[];
  tx.governor.count('dmlStatements');
  tx.governor.count('dmlRows', items.length);
  const before = tx.org.savepoint();
  const results = items.map((item) => convertOne(tx, given(tx, item), mode));
  const failures = results.map(({ leadId, error }) => (error === null ? null : failed(leadId, error)));
  if (isAllOrNone && failures.some((failure) => failure !== null)) {
    tx.org.rollback(before);
    return throwDmlException(
      tx,
      'convertLead',
      failures.flatMap((failure) => failure ?? []),
    );
  }
  const wrap = (result: Conversion): PlatformObject =>
    platformObject(tx, 'Database.LeadConvertResult', result);
  const [first] = results;
  if (!(value instanceof ApexList)) return first === undefined ? null : wrap(first);
  const type = tx.types.find('Database.LeadConvertResult');
  return type === undefined ? null : new ApexList(tx.types.list(type), results.map(wrap));
}

/** Members of Database. */
export const CONVERT_MEMBERS: Readonly<Record<string, Implementation>> = Object.fromEntries(
  [
    ['Database.LeadConvert', 'Database.LeadConvertResult'],
    ['List<Database.LeadConvert>', 'List<Database.LeadConvertResult>'],
  ].flatMap(([parameter, result]): [string, Implementation][] => [
    [
      `static convertLead(${parameter}):${result}`,
      (tx: Transaction, _type: never, value: Value) => convert(tx, value, true, tx.defaultMode),
    ],
    [
      `static convertLead(${parameter},Boolean):${result}`,
      (tx: Transaction, _type: never, value: Value, all: boolean | null) =>
        convert(tx, value, all !== false, tx.defaultMode),
    ],
    [
      `static convertLead(${parameter},AccessLevel):${result}`,
      (tx: Transaction, _type: never, value: Value, level: PlatformObject | null) =>
        convert(tx, value, true, accessMode(tx, level)),
    ],
  ]),
);
