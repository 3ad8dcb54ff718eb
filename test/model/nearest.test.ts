import { nearest } from '../../src/model/nearest.ts';

const ACTIONS = ['screen-pop', 'open-page', 'create-record', 'update-call-log', 'run-flow', 'publish'];
const OPERATORS = ['equals', 'notEquals', 'contains', 'startsWith', 'in', 'exists'];

describe('the nearest known word', () => {
  it.each([
    ['screenpop', ACTIONS, 'screen-pop'],
    ['Screen_Pop', ACTIONS, 'screen-pop'],
    ['scren-pop', ACTIONS, 'screen-pop'],
    ['create-rekord', ACTIONS, 'create-record'],
    ['craete-record', ACTIONS, 'create-record'],
    ['create', ACTIONS, 'create-record'],
    ['publish-message', ACTIONS, 'publish'],
    ['eq', OPERATORS, 'equals'],
    ['equal', OPERATORS, 'equals'],
    ['not-equals', OPERATORS, 'notEquals'],
    ['exsits', OPERATORS, 'exists'],
    ['logs', ['log', 'match'], 'log'],
    ['Match', ['log', 'match'], 'match'],
    ['connect', ['connecting', 'connected'], 'connected'],
    ['sing', ACTIONS, null],
    ['url', ['record', 'web'], null],
    ['x', OPERATORS, null],
    ['is', OPERATORS, null],
    ['', OPERATORS, null],
    ['-', OPERATORS, null],
    ['equals'.repeat(50), OPERATORS, null],
  ])('of %j among %j is %j', (written, known, expected) => {
    expect(nearest(written, known)).toBe(expected);
  });
});
