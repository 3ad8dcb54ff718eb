import { isSameField } from '../condition-field.ts';
import type { Rule } from '../rule.ts';
import type { Finding, LintOptions } from './finding.ts';
import { coveredSituations } from './situations.ts';

/**
 * Rules that apply only on a desktop which a manual call reached by consult or transfer: Amazon Connect shows that
 * desktop an inbound contact, and only an attribute of the contact can tell that it was dialled by hand.
 */
export function lintReceiving(rules: readonly Rule[], options: LintOptions): Finding[] {
  const attribute = options.pacingAttribute ?? 'cti_pacing';
  const named = /^[\w-]+$/.test(attribute) ? `attributes.${attribute}` : `attributes['${attribute}']`;
  return rules.flatMap((rule): Finding[] => {
    const { conditions } = rule.trigger;
    const situations = coveredSituations(rule.trigger);
    const onlyReceived =
      situations.length > 0 &&
      situations.every(({ row }) => row.pacingMode === 'manual-outbound' && row.channelType === 'inbound');
    if (!onlyReceived || conditions.some(({ field }) => isSameField(field, named))) return [];
    return [
      {
        id: 'receiving-needs-attribute',
        level: 'info',
        ruleKey: rule.key,
        path: 'trigger',
        message: `applies only to calls whose contact attribute ${attribute} says manual-outbound; without it the call counts as inbound`,
        fix: {
          text: `Let the flow that transfers manual calls set ${attribute} to manual-outbound, and say so in the rule with the condition ${named} equals manual-outbound`,
        },
      },
    ];
  });
}
