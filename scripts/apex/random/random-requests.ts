import type {
  ApplyOperation,
  ApplyRequest,
  CallOffer,
  FieldValues,
  LookUpRequest,
  LookUpStrategy,
  WrapUpRequest,
} from '../../../src/model/apex-contract.ts';
import { randomFields, randomValue } from './random-values.ts';
import type { Draw, KnownIds } from './random-values.ts';

const GOOD: Readonly<Record<string, FieldValues>> = {
  Account: { Name: 'Example' },
  Contact: { LastName: 'Example' },
  Lead: { LastName: 'Sample', Company: 'Sample' },
  Case: { Subject: 'Call' },
};
const OBJECTS = ['Account', 'Contact', 'Lead', 'Case'] as const;
const CALLS = ['agent|call-1|1', 'agent|call-1|2', 'agent|call-2|1'] as const;
const KEYS = ['a', 'b', 'c', 'd', 'e'] as const;

function offerOf(draw: Draw, callKey: string): CallOffer {
  const age = callKey.endsWith('|2') ? 60 : 4000;
  return {
    browser: 'browser-1',
    offeredSecondsAgo: age,
    startedSecondsAgo: age,
    endedSecondsAgo: callKey.endsWith('|2') ? null : 2000,
    phoneNumber: draw.pick(['+12025550134', null]),
  };
}

function randomOperation(draw: Draw, callKey: string, ids: KnownIds): ApplyOperation {
  const key = `${callKey}|${draw.pick(KEYS)}`;
  const references = draw.chance(0.15)
    ? { references: { [draw.pick(['Account__c', 'AccountId', 'WhatId'])]: `${callKey}|${draw.pick(KEYS)}` } }
    : {};
  const object = draw.pick(OBJECTS);
  switch (draw.pick(['save', 'close', 'create', 'update'])) {
    case 'save':
      return {
        kind: 'save-interaction',
        key,
        fields: randomFields(draw, 'Paceline_Interaction__c', ids, 3),
        ...references,
      };
    case 'close':
      return {
        kind: 'close-interaction',
        key,
        fields: randomFields(draw, 'Paceline_Interaction__c', ids, 2),
        task: draw.chance(0.9)
          ? {
              ...(draw.chance(0.8) ? { Subject: 'Call', Status: 'Completed' } : {}),
              ...randomFields(draw, 'Task', ids, 3),
            }
          : null,
        ...(draw.chance(0.3) ? { matchTaskBy: draw.pick(['CallObject', 'Subject', 'Nope']) } : {}),
        ...(draw.chance(0.5)
          ? { wrapUpFields: { disposition: 'CallDisposition', notes: 'Description' } }
          : {}),
        ...references,
      };
    case 'create': {
      const fields = { ...(draw.chance(0.8) ? GOOD[object] : {}), ...randomFields(draw, object, ids, 3) };
      return {
        kind: 'create-record',
        key,
        object,
        recordType: null,
        duplicates: 'allow',
        fields,
        ...references,
      };
    }
    default: {
      const target = draw.chance(0.3)
        ? { created: `${callKey}|${draw.pick(KEYS)}` }
        : { recordId: draw.pick([ids[object], ids.Account, 'bad', '']) };
      return {
        kind: 'update-record',
        key,
        object,
        target,
        fields: randomFields(draw, object, ids, 3),
        ...references,
      };
    }
  }
}

/** Each key once in a request: the outbox never holds one twice. */
export function randomApply(draw: Draw, ids: KnownIds): ApplyRequest {
  const callKey = draw.pick(CALLS);
  const operations = Array.from({ length: 1 + draw.number(4) }, () => randomOperation(draw, callKey, ids));
  const single = operations.filter(({ key }, at) => operations.findIndex((each) => each.key === key) === at);
  return { callKey, offer: offerOf(draw, callKey), operations: single };
}

export function randomWrapUp(draw: Draw): WrapUpRequest {
  return {
    callKey: draw.pick(CALLS),
    ...(draw.chance(0.8) ? { notes: draw.pick(['Asks for an offer.', '', 'n'.repeat(40_000)]) } : {}),
    ...(draw.chance(0.6) ? { disposition: draw.pick(['Resolved', 'Follow up', 'd'.repeat(300)]) } : {}),
  };
}

function randomStrategy(draw: Draw, ids: KnownIds): LookUpStrategy {
  switch (draw.pick(['record-id', 'field', 'phone'])) {
    case 'record-id':
      return {
        by: 'record-id',
        recordId: draw.pick([ids.Account, ids.Lead, ids.Contact.slice(0, 15), 'bad']),
      };
    case 'field':
      return {
        by: 'field',
        object: draw.pick([...OBJECTS, 'Nope', 'contact']),
        field: draw.pick([
          'Name',
          'Phone',
          'Email',
          'CaseNumber',
          'NumberOfEmployees',
          'Description',
          'Nope',
          'Id',
        ]),
        value: String(randomValue(draw, ids)),
      };
    default:
      return {
        by: 'phone',
        objects: [
          draw.pick(['Contact', 'Lead', 'Account', 'Nope']),
          draw.pick(['Lead', 'Account', 'Contact']),
        ],
        number: draw.pick(['+12025550134', '2025550134', '12', 'anonymous']),
        nationalDigits: draw.pick(['2025550134', '']),
        variants: ['(202) 555-0134'],
      };
  }
}

export function randomLookUp(draw: Draw, ids: KnownIds): LookUpRequest {
  return {
    limit: draw.pick([1, 10, 50]),
    strategies: Array.from({ length: 1 + draw.number(3) }, () => randomStrategy(draw, ids)),
  };
}

/** What no softphone sends: values of another type, or none. */
export function spoiled(draw: Draw, request: object): object {
  const keys = Object.keys(request);
  const key = keys[draw.number(keys.length)] ?? 'callKey';
  return { ...request, [key]: draw.pick([null, 7, '', {}, [], 'x', 2.5, true]) };
}
