import { CONTACT_MATCH, sampleCall } from '../sample-call.ts';
import { resolved } from './resolve-sample.ts';

const page = (target: unknown, changes = {}) => ({ type: 'open-page', target, ...changes });
const call = sampleCall({
  attributes: { q: 'a&b=c #1', url: 'https://crm.example.com/x?y=1', evil: 'javascript:alert(1)' },
});

describe('a page to open', () => {
  it.each([
    [
      { kind: 'record', recordId: '{!match.Id}', object: 'Contact' },
      { kind: 'record', recordId: '003000000000001AAA', objectApiName: 'Contact' },
    ],
    [
      {
        kind: 'new-record',
        object: 'Case',
        defaults: { Subject: 'Call {!attributes.q}', Origin: '{!attributes.gone}' },
      },
      { kind: 'new-record', object: 'Case', defaults: { Subject: 'Call a&b=c #1' } },
    ],
    [
      { kind: 'object-home', object: 'Case' },
      { kind: 'object-home', object: 'Case' },
    ],
    [
      { kind: 'list-view', object: 'Case' },
      { kind: 'list-view', object: 'Case', filterName: null },
    ],
    [
      { kind: 'list-view', object: 'Case', filterName: 'Mine' },
      { kind: 'list-view', object: 'Case', filterName: 'Mine' },
    ],
    [
      { kind: 'component', name: 'c__panel', state: { c__q: '{!attributes.q}' } },
      { kind: 'component', name: 'c__panel', state: { c__q: 'a&b=c #1' } },
    ],
    [
      { kind: 'visualforce', page: 'Plan', parameters: { id: '{!match.Id}' } },
      { kind: 'visualforce', page: 'Plan', parameters: { id: '003000000000001AAA' } },
    ],
    [
      { kind: 'flow', name: 'Wrap_Up', inputs: { recordId: '{!match.Id}' } },
      { kind: 'flow', name: 'Wrap_Up', inputs: { recordId: '003000000000001AAA' } },
    ],
    [
      {
        kind: 'web',
        url: 'https://crm.example.com/s?q={!attributes.q}',
        parameters: { n: '{!call.phoneNumber}' },
      },
      { kind: 'web', url: 'https://crm.example.com/s?q=a%26b%3Dc%20%231&n=%2B12025550143' },
    ],
    [
      { kind: 'web', url: '{!attributes.url}', parameters: { n: '1' } },
      { kind: 'web', url: 'https://crm.example.com/x?y=1&n=1' },
    ],
    [
      { kind: 'web', url: '/apex/P#top', parameters: { 'a b': '1' } },
      { kind: 'web', url: '/apex/P?a%20b=1#top' },
    ],
  ])('%j becomes %j', (target, expected) => {
    const result = resolved(page(target), { call, match: CONTACT_MATCH });
    expect(result.kind === 'open' && result.request).toEqual({
      target: expected,
      where: 'tab',
      parentRecordId: null,
      label: null,
    });
  });

  it('opens where the rule says', () => {
    const target = { kind: 'object-home', object: 'Case' };
    const result = resolved(page(target, { where: 'subtab', parent: '{!match.Id}' }), {
      match: CONTACT_MATCH,
    });
    expect(result).toEqual({
      kind: 'open',
      request: { target, where: 'subtab', parentRecordId: '003000000000001AAA', label: null },
      notes: [],
    });
  });

  it.each([
    [{ kind: 'web', url: '{!attributes.evil}' }, 'The URL begins with javascript: but only https is allowed'],
    [
      { kind: 'web', url: 'https://evil.example/{!attributes.q}' },
      'The host evil.example is not among the allowed hosts of the setting',
    ],
    [{ kind: 'web', url: 'https://crm.example.com{!attributes.q}/' }, 'The URL cannot be read'],
    [
      { kind: 'record', recordId: '{!attributes.q}' },
      'There is no record to open: target.recordId is not a record id',
    ],
  ])('refuses %j: %s', (target, reason) => {
    expect(resolved(page(target), { call })).toEqual({ kind: 'refuse', reason });
  });

  it.each([
    [
      page({ kind: 'record', recordId: '{!match.Id}' }),
      'There is no record to open: target.recordId: match.Id is empty',
    ],
    [page(null), 'The rule names no page to open'],
    [page({ kind: 'object-home', object: 'Case' }, { on: false }), 'The page is switched off'],
  ])('has nothing to do for %j', (action, reason) => {
    expect(resolved(action)).toEqual({ kind: 'skip', reason });
  });

  it('runs a flow with its inputs', () => {
    expect(
      resolved({ type: 'run-flow', flow: 'Wrap_Up', inputs: { number: '{!call.phoneNumber}' } }),
    ).toEqual({
      kind: 'open',
      request: {
        target: { kind: 'flow', name: 'Wrap_Up', inputs: { number: '+12025550143' } },
        where: 'tab',
        parentRecordId: null,
        label: null,
      },
      notes: [],
    });
  });

  it('publishes a name and a payload', () => {
    const payload = { number: '{!call.phoneNumber}', gone: '{!attributes.gone}' };
    expect(resolved({ type: 'publish', name: 'offer', payload })).toEqual({
      kind: 'publish',
      name: 'offer',
      payload: { number: '+12025550143' },
      notes: ['payload.gone: attributes.gone is empty'],
    });
  });
});
