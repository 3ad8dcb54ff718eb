import type { ActionRequest, ActionScope } from '../../../src/model/action-request.ts';
import { actionNeeds } from '../../../src/rules/action-needs.ts';
import { parseRule } from '../../../src/rules/parse-rule.ts';
import { createResolveAction } from '../../../src/rules/resolve/resolve-action.ts';
import { sampleScope } from '../sample-call.ts';

export const resolveAction = createResolveAction({
  defaultCountry: 'US',
  timeZone: 'UTC',
  allowedHosts: ['crm.example.com'],
});

/** Resolves one action as an admin writes it, with the key `k`. */
export function resolved(action: unknown, changes: Partial<ActionScope> = {}): ActionRequest {
  const parsed = parseRule({ key: 'r', label: 'r', actions: [action] });
  const first = parsed.ok ? parsed.value.actions[0] : undefined;
  if (first === undefined) throw new Error(JSON.stringify(parsed));
  return resolveAction(
    {
      key: 'k',
      sharedBy: [],
      ruleKey: 'r',
      ruleLabel: 'r',
      action: first,
      needs: actionNeeds(first),
      onFailure: 'continue',
    },
    sampleScope(changes),
  );
}
