import { actionNeeds } from '../../../src/rules/action-needs.ts';
import { sampleScope } from '../sample-call.ts';
import { resolveAction } from './resolve-sample.ts';

it('refuses an update of an id without its object, which no rule that loads can have', () => {
  const action = {
    type: 'update-call-log',
    target: '003000000000001AAA',
    fields: { Title: 'x' },
  } as const;
  const planned = {
    key: 'k',
    sharedBy: [],
    ruleKey: 'r',
    ruleLabel: 'r',
    action,
    needs: actionNeeds(action),
    onFailure: 'continue',
  } as const;
  expect(resolveAction(planned, sampleScope())).toEqual({
    kind: 'refuse',
    reason: 'The rule does not say of which object the record to update is',
  });
});
