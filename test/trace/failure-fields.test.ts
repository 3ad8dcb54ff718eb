import type { Action } from '../../src/model/action.ts';
import { failureFields } from '../../src/trace/failure-fields.ts';

const action = {
  type: 'create-record',
  object: 'Lead',
  fields: { Source: '{!attributes.source}' },
} as unknown as Action;

test.each([
  ['Required fields are missing: [LastName] (LastName, Tier__c)', ['LastName', 'Tier__c']],
  ['a value is wrong (Source)', ['Source']],
  ['data value too large: Robin (Robin)', []],
  ['data value too large: Robin (max length=20)', []],
  ['no field at all', []],
  ['', []],
])('the message %j names the fields %j', (message, fields) => {
  expect(failureFields(message, action)).toEqual(fields);
});

test('an action without fields knows the standard ones only', () => {
  const pop = { type: 'screen-pop', strategies: [] } as unknown as Action;
  expect(failureFields('wrong (Source, Email)', pop)).toEqual(['Email']);
});
