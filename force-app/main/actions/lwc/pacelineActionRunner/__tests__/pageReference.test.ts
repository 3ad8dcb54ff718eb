import { encodeDefaultFieldValues } from 'lightning/pageReferenceUtils';
import type { OpenTarget } from 'c/pacelineCore';
import { toPageReference } from '../pageReference.ts';

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
    'a search',
    { kind: 'search', term: '+12025550101' },
    { type: 'standard__search', attributes: {}, state: { term: '+12025550101' } },
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
    'a Visualforce page, its parameters encoded',
    { kind: 'visualforce', page: 'Script', parameters: { number: '+12025550101', q: 'a&b' } },
    { type: 'standard__webPage', attributes: { url: '/apex/Script?number=%2B12025550101&q=a%26b' } },
  ],
  [
    'a flow',
    { kind: 'flow', name: 'Call_Script', inputs: {} },
    { type: 'standard__webPage', attributes: { url: '/flow/Call_Script' } },
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
