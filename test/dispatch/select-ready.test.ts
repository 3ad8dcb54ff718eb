import { newCallLinks } from '../../src/dispatch/outbox.ts';
import type { OutboxAction } from '../../src/dispatch/outbox.ts';
import { nextDue, selectReady } from '../../src/dispatch/select-ready.ts';
import { CASE, LOG, PAGE, POP, RECORD, entry, plan, planned } from './outbox-fixtures.ts';

const NOW = 10_000;
const pop = (more: Partial<OutboxAction> = {}): OutboxAction => entry(planned('pop', POP), more);
const record = (more: Partial<OutboxAction> = {}): OutboxAction => entry(planned('record', RECORD), more);
const log = (more: Partial<OutboxAction> = {}): OutboxAction => entry(planned('log', LOG), more);
const page = (more: Partial<OutboxAction> = {}): OutboxAction => entry(planned('page', PAGE), more);
const madeCase = (more: Partial<OutboxAction> = {}): OutboxAction => entry(planned('case', CASE), more);
const stopping = (key: string): OutboxAction => entry(planned(key, CASE, 'stop'));
const caseOfMatch = entry(planned('linked', { ...CASE, relateMatchTo: 'ContactId' }));
const pageOfCase = entry(
  planned('casePage', { type: 'open-page', target: { kind: 'record', recordId: '{!created.Case.Id}' } }),
);

const logOfCase = entry(planned('logOfCase', { ...LOG, fields: { WhatId: '{!created.Case.Id}' } }));
const childOfCase = entry(
  planned('child', { type: 'create-record', object: 'Task', fields: { WhatId: '{!created.Case.Id}' } }),
);
const wordsOfCase = entry(
  planned('words', { type: 'create-record', object: 'Task', fields: { Subject: 'Case {!created.Case.Id}' } }),
);
const caseOfLog = entry(planned('caseOfLog', { ...CASE, fields: { Call__c: '{!log.Id}' } }));
const updateOfMatch = entry(planned('ofMatch', { ...LOG, target: 'match', fields: { Rating: 'Hot' } }));
const ofRule = (ruleKey: string, key: string): OutboxAction =>
  entry({ ...planned(key, CASE, 'stop'), ruleKey });
const caseByName = entry(planned('byName', { ...CASE, fields: { Subject: "{!match['Name']}" } }));

const TABLE: readonly (readonly [string, readonly OutboxAction[], boolean, readonly string[]])[] = [
  ['nothing to do', [], false, []],
  [
    'what is settled is passed over',
    [pop({ status: 'done' }), record({ status: 'failed' }), page()],
    false,
    ['page'],
  ],
  ['one at a time while something runs', [pop({ status: 'running' }), record()], false, []],
  ['a pop goes alone', [pop(), record()], false, ['pop']],
  ['writes share a request', [record(), madeCase(), log()], false, ['record', 'case', 'log']],
  ['a page ends a batch', [record(), page(), log()], false, ['record']],
  ['a back-off keeps the order', [record({ notBefore: NOW + 1 }), page()], false, []],
  ['a back-off that is over does not', [record({ notBefore: NOW })], false, ['record']],
  ['a later back-off ends the batch', [record(), log({ notBefore: NOW + 1 })], false, ['record']],
  ['an action that failed in a batch goes alone', [record({ alone: true }), log()], false, ['record']],
  ['nothing joins with one that must go alone', [record(), log({ alone: true })], false, ['record']],
  ['a log waits for the id that its task takes', [madeCase(), logOfCase], false, ['case']],
  ['a text waits for the id in it', [madeCase(), wordsOfCase], false, ['case']],
  ['an id by itself is filled in by the server', [madeCase(), childOfCase], false, ['case', 'child']],
  ['an id of the log is waited for', [record(), caseOfLog], false, ['record']],
  ['whichever action writes that', [log(), caseOfLog], false, ['log']],
  ['not with what writes something else', [madeCase(), caseOfLog], false, ['case', 'caseOfLog']],
  ['nor with an update of something else', [updateOfMatch, caseOfLog], false, ['ofMatch', 'caseOfLog']],
  ['wherever in the request it comes from', [madeCase(), record(), logOfCase], false, ['case', 'record']],
  [
    'a search that failed for a while holds nobody',
    [pop({ attempts: 5, notBefore: NOW + 1 }), record()],
    false,
    ['record'],
  ],
  ['a search that failed a little does', [pop({ attempts: 4, notBefore: NOW + 1 }), record()], false, []],
  ['a search is due again', [pop({ attempts: 5, notBefore: NOW }), record()], false, ['pop']],
  ['a rule that stops sends one by one', [stopping('one'), stopping('two')], false, ['one']],
  ['other rules join it', [ofRule('a', 'one'), ofRule('b', 'two')], false, ['one', 'two']],
  [
    'but do not bring its later ones with them',
    [ofRule('a', 'one'), ofRule('b', 'two'), ofRule('a', 'three')],
    false,
    ['one', 'two'],
  ],
  ['a question holds what needs its answer', [pop({ status: 'waiting' }), record(), log()], false, []],
  ['a question holds what is related to the match', [pop({ status: 'waiting' }), caseOfMatch], false, []],
  ['the match is the match however it is spelled', [pop({ status: 'waiting' }), caseByName], false, []],
  ['a question lets other writes pass', [pop({ status: 'waiting' }), madeCase()], false, ['case']],
  ['a question lets pages pass', [pop({ status: 'waiting' }), record(), page()], false, ['page']],
  ['a held write holds later writes', [pop({ status: 'waiting' }), record(), madeCase()], false, []],
  [
    'a held write holds what refers to records',
    [pop({ status: 'waiting' }), caseOfMatch, pageOfCase],
    false,
    [],
  ],
  [
    'after-call work ends the waiting',
    [pop({ status: 'waiting' }), record(), log()],
    true,
    ['record', 'log'],
  ],
];

test.each(TABLE)('%s', (_what, actions, over, keys) => {
  const links = { ...newCallLinks(), over };
  const ready = selectReady([plan(...actions)], links, NOW);
  expect(ready.map((item) => item.action.planned.key)).toEqual(keys);
});

test('the actions of several events keep the order of the events', () => {
  const ready = selectReady([plan(record()), plan(log())], newCallLinks(), NOW);
  expect(ready.map((item) => item.action.planned.key)).toEqual(['record', 'log']);
});

test('a rule that stops does so within one event', () => {
  const ready = selectReady([plan(stopping('one')), plan(stopping('two'))], newCallLinks(), NOW);
  expect(ready.map((item) => item.action.planned.key)).toEqual(['one', 'two']);
});

test('a request holds at most twenty operations', () => {
  const many = Array.from({ length: 25 }, (_, index) => entry(planned(`n${index}`, CASE)));
  expect(selectReady([plan(...many)], newCallLinks(), NOW).length).toBe(20);
});

test.each([
  ['the end of waiting', [pop({ status: 'waiting', waitUntil: 70_000 }), page()], 70_000],
  ['the earliest back-off', [record({ notBefore: 30_000 }), log({ notBefore: 20_000 })], 20_000],
  [
    'nothing that is due already',
    [record({ notBefore: NOW }), log({ status: 'done', notBefore: 20_000 })],
    null,
  ],
  ['none for a question without an end', [pop({ status: 'waiting', waitUntil: null })], null],
] as const)('the next time to look is %s', (_what, actions, due) => {
  expect(nextDue([plan(...actions)], NOW)).toBe(due);
});
