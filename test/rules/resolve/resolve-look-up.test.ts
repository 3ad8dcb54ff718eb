import { sampleCall } from '../sample-call.ts';
import { resolved } from './resolve-sample.ts';

const POP = {
  type: 'screen-pop',
  strategies: [
    { by: 'record-id', value: '{!attributes.caseId}' },
    { by: 'field', object: 'Case', field: 'CaseNumber', value: '{!attributes.number}' },
    { by: 'phone', objects: ['Contact', 'Lead'] },
  ],
};
const PHONE = {
  by: 'phone',
  objects: ['Contact', 'Lead'],
  number: '+12025550143',
  nationalDigits: '2025550143',
  variants: ['+12025550143', '12025550143', '(202) 555-0143', '2025550143', '+1 202 555 0143'],
};

describe('a screen pop', () => {
  it('asks for all strategies that have a value, in order', () => {
    const call = sampleCall({ attributes: { caseId: '500000000000001AAA', number: '00001026' } });
    expect(resolved(POP, { call })).toEqual({
      kind: 'look-up',
      request: {
        strategies: [
          { by: 'record-id', recordId: '500000000000001AAA' },
          { by: 'field', object: 'Case', field: 'CaseNumber', value: '00001026' },
          PHONE,
        ],
        limit: 20,
      },
      open: { where: 'reuse', parentRecordId: null },
      none: null,
      many: { do: 'ask', timeoutMs: 600_000 },
      notes: [],
    });
  });

  it('leaves out strategies without a value, and says why', () => {
    const call = sampleCall({ phoneNumber: 'anonymous', attributes: { caseId: 'not an id' } });
    expect(resolved(POP, { call })).toEqual({
      kind: 'look-up',
      request: null,
      open: { where: 'reuse', parentRecordId: null },
      none: null,
      many: { do: 'ask', timeoutMs: 600_000 },
      notes: [
        'strategy 1 is not a record id',
        'strategy 2: attributes.number is empty',
        'strategy 3: no search by telephone number, the number is withheld',
      ],
    });
  });

  it.each([
    [
      {
        none: {
          do: 'new-record',
          object: 'Lead',
          defaults: { Phone: '{!call.phoneNumber}', LastName: '{!attributes.x}' },
        },
      },
      {
        target: { kind: 'new-record', object: 'Lead', defaults: { Phone: '+12025550143' } },
        where: 'tab',
        parentRecordId: null,
        label: null,
      },
    ],
    [
      { none: { do: 'search' } },
      { target: { kind: 'search', term: '+12025550143' }, where: 'tab', parentRecordId: null, label: null },
    ],
    [{ none: { do: 'search', term: '{!attributes.x}' } }, null],
    [{ none: { do: 'nothing' } }, null],
  ])('finding none, %j opens %j', (policy, request) => {
    const result = resolved({ ...POP, ...policy });
    expect(result.kind === 'look-up' && result.none).toEqual(request);
  });

  it.each([
    [{ do: 'best' }, { do: 'best' }],
    [
      { do: 'ask', timeoutSeconds: 5 },
      { do: 'ask', timeoutMs: 5000 },
    ],
    [
      { do: 'search', term: '{!call.queue}' },
      {
        do: 'search',
        request: {
          target: { kind: 'search', term: 'Service' },
          where: 'tab',
          parentRecordId: null,
          label: null,
        },
      },
    ],
    [{ do: 'search', term: '{!attributes.x}' }, { do: 'best' }],
  ])('finding many, %j becomes %j', (many, expected) => {
    const result = resolved({ ...POP, many });
    expect(result.kind === 'look-up' && result.many).toEqual(expected);
  });

  it('opens as a subtab of the record that the rule names', () => {
    const call = sampleCall({ attributes: { account: '001000000000001AAA' } });
    const open = { where: 'subtab', parent: '{!attributes.account}' };
    const result = resolved({ ...POP, open }, { call });
    expect(result.kind === 'look-up' && result.open).toEqual({
      where: 'subtab',
      parentRecordId: '001000000000001AAA',
    });
  });
});
