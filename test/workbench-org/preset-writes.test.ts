import type { ApplyOperation, ApplyResponse, ConfigurationResponse } from '../../src/model/apex-contract.ts';
import type { PlannedAction } from '../../src/model/plan.ts';
import { actionNeeds } from '../../src/rules/action-needs.ts';
import { loadRules } from '../../src/rules/load-rules.ts';
import { createResolveAction } from '../../src/rules/resolve/resolve-action.ts';
import { endedCall, sampleScope } from '../rules/sample-call.ts';
import { handClock, orgAt } from './org-at.ts';

const WRITES = new Set(['create-record', 'update-call-log']);
const SETTINGS = ['Workbench', 'Workbench_Literal', 'Workbench_Tethered'];

const resolve = createResolveAction({
  defaultCountry: 'US',
  timeZone: 'UTC',
  allowedHosts: [],
});

async function load(settingName: string): Promise<ConfigurationResponse> {
  const org = orgAt(handClock());
  return (await org.handleApex('PacelineConfigurationController', 'load', {
    settingName,
  })) as ConfigurationResponse;
}

describe('every write that a shipped ruleset plans is accepted by the org', () => {
  it.each(SETTINGS)('for the setting %s', async (settingName) => {
    const { rules, problems } = loadRules((await load(settingName)).rules);
    const org = orgAt(handClock());
    const contact = org.admin.insert('Contact', { LastName: 'Sample' });
    const match = { recordId: contact, objectApiName: 'Contact', name: 'Sample', detail: null, rank: 1 };
    const planned = rules.flatMap((rule) =>
      rule.actions
        .filter((action) => WRITES.has(action.type))
        .map((action, index): PlannedAction => ({
          key: `${rule.key}/${index}`,
          sharedBy: [],
          ruleKey: rule.key,
          ruleLabel: rule.label,
          action,
          needs: actionNeeds(action),
          onFailure: rule.onFailure,
        })),
    );
    const operations = planned.flatMap((action): readonly ApplyOperation[] => {
      const request = resolve(action, sampleScope({ call: endedCall(), match }));
      return request.kind === 'apply' ? [request.operation] : [];
    });
    const answer = (await org.handleApex('PacelineInteractionController', 'apply', {
      requestJson: JSON.stringify({ callKey: 'call', operations }),
    })) as ApplyResponse;
    expect(problems).toEqual([]);
    expect(operations.length).toBe(planned.length);
    expect(answer.results.filter((result) => result.status === 'failed')).toEqual([]);
    expect(org.listRecords('Task').length).toBe(1);
  });
});
