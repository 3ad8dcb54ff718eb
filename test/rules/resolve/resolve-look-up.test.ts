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

function resolvedMany(many: object): unknown {
  const result = resolved({ ...POP, many });
  return result.kind === 'look-up' && result.many;
}

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

  it('passes on the objects whose records an id may name', () => {
    const strategies = [{ by: 'record-id', value: '500000000000001AAA', objects: ['Case', 'Contact'] }];
    const result = resolved({ type: 'screen-pop', strategies });
    expect(result.kind === 'look-up' && result.request?.strategies).toEqual([
      { by: 'record-id', recordId: '500000000000001AAA', objects: ['Case', 'Contact'] },
    ]);
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
    // As long as `ask` itself waits where the rule names no time.
    [{ do: 'search', term: '{!attributes.x}' }, resolvedMany({ do: 'ask' })],
  ])('finding many, %j becomes %j', (many, expected) => {
    expect(resolvedMany(many)).toEqual(expected);
  });

  it.each([
    ['anonymous', 'the number is withheld'],
    ['112', 'it is a short number (3 digits)'],
    ['robin', 'it is not a telephone number'],
    [null, 'there is no number'],
  ])(
    'opens no search page for the caller %j, and asks instead when many are found',
    (phoneNumber, reason) => {
      const call = sampleCall({ phoneNumber });
      const phone = { by: 'phone', objects: ['Contact'] };
      const policies = { none: { do: 'search' }, many: { do: 'search' } };
      expect(resolved({ type: 'screen-pop', strategies: [phone], ...policies }, { call })).toEqual({
        kind: 'look-up',
        request: null,
        open: { where: 'reuse', parentRecordId: null },
        none: null,
        many: { do: 'ask', timeoutMs: 600_000 },
        notes: [
          `strategy 1: no search by telephone number, ${reason}`,
          `none.term: no search page, ${reason}`,
          `many.term: no search page, ${reason}`,
          'many: there is nothing to search for; if several records are found, the agent is asked',
        ],
      });
    },
  );

  it('searches for the number as it is dialled from anywhere', () => {
    const call = sampleCall({ phoneNumber: '(202) 555-0143 x12' });
    const result = resolved({ ...POP, none: { do: 'search' } }, { call });
    expect(result.kind === 'look-up' && result.none?.target).toEqual({
      kind: 'search',
      term: '+12025550143',
    });
  });

  it('leaves a withheld number out of the form, and says so', () => {
    const call = sampleCall({ phoneNumber: 'anonymous' });
    const none = {
      do: 'new-record',
      object: 'Lead',
      defaults: { Phone: '{!call.phoneNumber}', Company: "{!default(call.phoneNumber, 'Unknown')}" },
    };
    const strategies = [{ by: 'record-id', value: '500000000000001AAA' }];
    const result = resolved({ type: 'screen-pop', strategies, none }, { call });
    expect(result.kind === 'look-up' && [result.none?.target, result.notes]).toEqual([
      { kind: 'new-record', object: 'Lead', defaults: { Company: 'Unknown' } },
      ['none.defaults.Phone: call.phoneNumber is empty, because the number is withheld'],
    ]);
  });

  it('does not search a field for a value that is longer than it can be', () => {
    const long = (length: number) => sampleCall({ attributes: { number: 'x'.repeat(length) } });
    const strategies = [POP.strategies[1]];
    const [fits, tooLong] = [255, 256].map((length) =>
      resolved({ type: 'screen-pop', strategies }, { call: long(length) }),
    );
    expect(fits?.kind === 'look-up' && fits.request?.strategies.length).toBe(1);
    expect(tooLong?.kind === 'look-up' && [tooLong.request, tooLong.notes]).toEqual([
      null,
      ['strategy 1: no search, the value has 256 characters and a field that can be searched 255 at most'],
    ]);
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
