import { encodeDefaultFieldValues } from 'lightning/pageReferenceUtils';
import type { OpenTarget } from 'c/pacelineCore';
import { opensBrowserTab, toAddress, toPageReference } from '../pageReference.ts';

const TARGETS: readonly [string, OpenTarget, unknown][] = [
  [
    'a record',
    { kind: 'record', recordId: '003000000000001AAA', objectApiName: 'Contact' },
    {
      type: 'standard__recordPage',
      attributes: { recordId: '003000000000001AAA', objectApiName: 'Contact', actionName: 'view' },
    },
  ],
  [
    'a record of an object that is not known',
    { kind: 'record', recordId: '003000000000001AAA', objectApiName: null },
    { type: 'standard__recordPage', attributes: { recordId: '003000000000001AAA', actionName: 'view' } },
  ],
  [
    'a new record without defaults',
    { kind: 'new-record', object: 'Case', defaults: {} },
    { type: 'standard__objectPage', attributes: { objectApiName: 'Case', actionName: 'new' } },
  ],
  [
    'an object home',
    { kind: 'object-home', object: 'Lead' },
    { type: 'standard__objectPage', attributes: { objectApiName: 'Lead', actionName: 'home' } },
  ],
  [
    'a list view',
    { kind: 'list-view', object: 'Lead', filterName: 'Mine' },
    {
      type: 'standard__objectPage',
      attributes: { objectApiName: 'Lead', actionName: 'list' },
      state: { filterName: 'Mine' },
    },
  ],
  [
    'the list view used last',
    { kind: 'list-view', object: 'Lead', filterName: null },
    { type: 'standard__objectPage', attributes: { objectApiName: 'Lead', actionName: 'list' } },
  ],
  [
    'a component',
    { kind: 'component', name: 'c__callScript', state: { c__number: '7' } },
    {
      type: 'standard__component',
      attributes: { componentName: 'c__callScript' },
      state: { c__number: '7' },
    },
  ],
  [
    'a Visualforce page',
    { kind: 'visualforce', page: 'Script', parameters: { number: '+12025550101' } },
    { type: 'standard__webPage', attributes: { url: '/apex/Script?number=%2B12025550101' } },
  ],
  [
    'a flow, its inputs by the prefix that the platform asks for',
    { kind: 'flow', name: 'Call_Script', inputs: { number: '+12025550101' } },
    {
      type: 'standard__flow',
      attributes: { devName: 'Call_Script' },
      state: { flow__number: '+12025550101' },
    },
  ],
  [
    'a web page',
    { kind: 'web', url: 'https://crm.example.com/x?y=1' },
    { type: 'standard__webPage', attributes: { url: 'https://crm.example.com/x?y=1' } },
  ],
];

describe('toPageReference', () => {
  it.each(TARGETS)('names %s', (_name, target, expected) => {
    expect(toPageReference(target)).toEqual(expected);
  });

  it('hands the defaults of a new record to the platform for encoding', () => {
    jest.mocked(encodeDefaultFieldValues).mockReturnValueOnce('Phone=%2B1202');
    expect(toPageReference({ kind: 'new-record', object: 'Lead', defaults: { Phone: '+1202' } })).toEqual({
      type: 'standard__objectPage',
      attributes: { objectApiName: 'Lead', actionName: 'new' },
      state: { defaultFieldValues: 'Phone=%2B1202' },
    });
    expect(jest.mocked(encodeDefaultFieldValues).mock.calls).toEqual([[{ Phone: '+1202' }]]);
  });
});

const ADDRESSES: readonly [string, OpenTarget, string | null][] = [
  [
    'a Visualforce page, its parameters encoded',
    { kind: 'visualforce', page: 'Script', parameters: { number: '+12025550101', q: 'a&b' } },
    '/apex/Script?number=%2B12025550101&q=a%26b',
  ],
  ['a flow', { kind: 'flow', name: 'Call_Script', inputs: { id: '7' } }, '/flow/Call_Script?id=7'],
  ['a flow without inputs', { kind: 'flow', name: 'Call_Script', inputs: {} }, '/flow/Call_Script'],
  ['a web page', { kind: 'web', url: 'https://crm.example.com/' }, 'https://crm.example.com/'],
  ['no record', { kind: 'record', recordId: '003000000000001AAA', objectApiName: null }, null],
  ['no component', { kind: 'component', name: 'c__callScript', state: {} }, null],
];

describe('toAddress', () => {
  it.each(ADDRESSES)('knows %s', (_name, target, address) => {
    expect(toAddress(target)).toBe(address);
  });

  it('carries the term of a search, in any script, to the search page', () => {
    const [path, page] = (toAddress({ kind: 'search', term: 'Żak +12025550101' }) ?? '').split('#');
    expect([path, JSON.parse(Buffer.from(page ?? '', 'base64').toString('latin1'))]).toEqual([
      '/one/one.app',
      {
        componentDef: 'forceSearch:searchPageDesktop',
        attributes: { term: 'Żak +12025550101', scopeMap: { type: 'TOP_RESULTS' } },
        state: {},
      },
    ]);
  });
});

describe('opensBrowserTab', () => {
  it('is true of what standard navigation does not show in place', () => {
    const targets: readonly OpenTarget[] = [
      ...TARGETS.map(([, target]) => target),
      { kind: 'search', term: 'x' },
    ];
    expect(targets.filter(opensBrowserTab).map(({ kind }) => kind)).toEqual(['visualforce', 'web', 'search']);
  });
});
