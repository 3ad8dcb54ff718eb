import { relateLate } from '../../src/dispatch/relate-late.ts';
import type { ActionRequest, ActionScope } from '../../src/model/action-request.ts';
import type { ApplyOperation } from '../../src/model/apex-contract.ts';
import { CALL, CASE, EVENT, planned } from './outbox-fixtures.ts';
import { ROBIN } from '../support/fake-runner.ts';

const SCOPE: ActionScope = {
  call: CALL,
  event: EVENT,
  agentName: null,
  match: ROBIN,
  created: {},
  creating: {},
  interactionId: 'a00000000000001AAA',
  taskId: '00T000000000001AAA',
};
const PLANNED = planned('key', CASE);
const apply = (operation: ApplyOperation): ActionRequest => ({
  kind: 'apply',
  operation,
  openAfter: false,
  notes: [],
});
const NAMED = { recordId: ROBIN.recordId };
type Who = string | null;

const caseOf = (who: Who): ActionRequest =>
  apply({
    kind: 'create-record',
    key: 'key',
    object: 'Case',
    recordType: null,
    duplicates: 'allow',
    fields: { Subject: 'A call', ...(who === null ? {} : { ContactId: who }) },
  });
const logOf = (who: Who): ActionRequest =>
  apply({
    kind: 'close-interaction',
    key: 'key',
    fields: { Log_State__c: 'closed', ...(who === null ? {} : { Contact__c: who }) },
    task: { Subject: who === null ? 'Call' : 'Call from Robin', ...(who === null ? {} : { WhoId: who }) },
  });
const rowOf = (who: Who): ActionRequest =>
  apply({ kind: 'save-interaction', key: 'key', fields: { Setup__c: 'hvoc', Contact__c: who } });
const updateOf = (who: Who): ActionRequest =>
  who === null
    ? { kind: 'skip', reason: 'There is no match to update' }
    : apply({
        kind: 'update-record',
        key: 'key',
        object: 'Contact',
        target: NAMED,
        fields: { Description: 'Called' },
      });
const targetOf = (who: Who): ActionRequest =>
  apply({ kind: 'update-record', key: 'key', object: 'Case', target: NAMED, fields: { ContactId: who } });

const TABLE: readonly (readonly [string, (who: Who) => ActionRequest, readonly ApplyOperation[]])[] = [
  [
    'a created record',
    caseOf,
    [
      {
        kind: 'update-record',
        key: 'late',
        object: 'Case',
        target: { created: 'key' },
        fields: { ContactId: ROBIN.recordId },
      },
    ],
  ],
  [
    'the interaction',
    rowOf,
    [{ kind: 'save-interaction', key: 'late', fields: { Contact__c: ROBIN.recordId } }],
  ],
  [
    'the log and its task',
    logOf,
    [
      { kind: 'save-interaction', key: 'late', fields: { Contact__c: ROBIN.recordId } },
      {
        kind: 'update-record',
        key: 'late|task',
        object: 'Task',
        target: { recordId: '00T000000000001AAA' },
        fields: { Subject: 'Call from Robin', WhoId: ROBIN.recordId },
      },
    ],
  ],
  [
    'an update that had no target before',
    updateOf,
    [
      {
        kind: 'update-record',
        key: 'late',
        object: 'Contact',
        target: NAMED,
        fields: { Description: 'Called' },
      },
    ],
  ],
  [
    'an update',
    targetOf,
    [
      {
        kind: 'update-record',
        key: 'late',
        object: 'Case',
        target: NAMED,
        fields: { ContactId: ROBIN.recordId },
      },
    ],
  ],
  ['what does not depend on the match', () => caseOf(null), []],
  ['what cannot be written', () => ({ kind: 'refuse', reason: 'No' }), []],
];

test.each(TABLE)('adds to %s only what the match changes', (_what, resolveFor, operations) => {
  const resolved = relateLate('late', PLANNED, SCOPE, (_planned, scope) =>
    resolveFor(scope.match?.recordId ?? null),
  );
  expect(resolved).toEqual(operations);
});
