import * as z from 'zod/mini';
import { actionSchema } from '../../src/model/action.ts';
import { actionNeeds } from '../../src/rules/action-needs.ts';

type ActionInput = z.input<typeof actionSchema>;

const fields = (text: string): ActionInput => ({
  type: 'create-record',
  object: 'Case',
  fields: { A: text },
});
const log = (map: Readonly<Record<string, string>>): ActionInput => ({
  type: 'update-call-log',
  fields: map,
});

it.each<[string, ActionInput, [boolean, readonly string[], boolean]]>([
  ['a record by itself', fields('{!call.phoneNumber}'), [false, [], false]],
  ['text that only looks like it', fields('match.Id, created.Case.Id and log.Id'), [false, [], false]],
  ['the match', fields('{!match.Name}'), [true, [], false]],
  ['the match in brackets', fields("{!match['Name']}"), [true, [], false]],
  ['the match in a function', fields("{!default(match.Name, 'x')}"), [true, [], false]],
  ['a literal that names it', fields("{!default(call.queue, '{!match.Id}')}"), [false, [], false]],
  ['an id alone', fields('{!created.Lead.Id}'), [false, [], false]],
  ['an id in a text', fields('Lead {!created.Lead.Id}'), [false, ['Lead'], false]],
  ['an id in a function', fields('{!upper(created.Lead.Id)}'), [false, ['Lead'], false]],
  ['the log', fields('{!log.Id}'), [false, [], true]],
  ['the relation', { type: 'create-record', object: 'Case', relateMatchTo: 'ContactId' }, [true, [], false]],
  ['the interaction', { type: 'create-record' }, [true, [], false]],
  ['the close', log({}), [true, [], false]],
  ['an id in the task of a close', log({ WhatId: '{!created.Case.Id}' }), [true, ['Case'], false]],
  [
    'an id in the interaction of a close',
    log({ 'Paceline_Interaction__c.Case__c': '{!created.Case.Id}' }),
    [true, [], false],
  ],
  ['an update of a new record', { type: 'update-call-log', target: 'created.Case' }, [false, [], false]],
  [
    'an update by id',
    { type: 'update-call-log', target: '{!created.Case.Id}', object: 'Case' },
    [false, ['Case'], false],
  ],
  [
    'a page',
    { type: 'open-page', target: { kind: 'record', recordId: '{!created.Case.Id}' } },
    [false, ['Case'], false],
  ],
])('of %s', (_what, input, [match, created, reads]) => {
  expect(actionNeeds(z.parse(actionSchema, input))).toEqual({ match, created, log: reads });
});
