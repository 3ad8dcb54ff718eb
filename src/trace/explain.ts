import type { ActionType } from '../catalog/vocabulary.ts';
import type { RuleConsideration } from '../model/plan.ts';
import type { TraceEntry } from '../model/trace-entry.ts';

interface OutcomeData {
  readonly key: string;
  readonly status: string;
  readonly type: ActionType;
  readonly ruleKey: string;
}

const NOUNS: Readonly<Record<ActionType, string>> = {
  'screen-pop': 'pop',
  'open-page': 'page',
  'create-record': 'record',
  'update-call-log': 'update',
  'run-flow': 'flow',
  publish: 'message',
};

const MOMENTS: Readonly<Record<string, string>> = {
  pending: 'not yet run',
  running: 'running',
  waiting: 'waiting for the agent',
  done: 'done',
  offered: 'offered as a link',
  failed: 'failed',
  skipped: 'left out',
};

function isOutcome(data: TraceEntry['data'], key: string): data is TraceEntry['data'] & OutcomeData {
  return data !== undefined && data['key'] === key;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '');
}

function explainOutcome({ text, data }: { text: string; data: OutcomeData }): string {
  const noun = NOUNS[data.type];
  const rule = `rule ${data.ruleKey} matched`;
  if (data.type === 'screen-pop' && text.startsWith('No record was found')) {
    return `No pop: ${rule}, but ${lowerFirst(text)}.`;
  }
  const subject = noun.charAt(0).toUpperCase() + noun.slice(1);
  const detail = text === data.status || text === '' ? '' : `: ${lowerFirst(text)}`;
  return `${subject} ${MOMENTS[data.status] ?? data.status}: ${rule}${detail === '' ? '' : ', and'}${detail.slice(1)}.`;
}

/** Reasons why a rule did not apply, the last one for each event. */
function explainRule(trace: readonly TraceEntry[], ruleKey: string): string | null {
  const reasons = trace
    .filter((entry) => entry.kind === 'plan')
    .flatMap((entry) => (entry.data?.['considered'] ?? []) as readonly RuleConsideration[])
    .filter((one) => one.ruleKey === ruleKey && !one.matched)
    .map((one) => one.reason);
  const distinct = [...new Set(reasons)];
  return distinct.length === 0 ? null : `Not planned: rule ${ruleKey} did not match: ${distinct.join('; ')}.`;
}

/**
 * Why an action did or did not happen, in one sentence. `actionKey` is the key of a planned action; for one that was
 * never planned, the key it would have had, or the key of its rule.
 */
export function explain(trace: readonly TraceEntry[], actionKey: string): string {
  for (const { kind, text, data } of [...trace].reverse()) {
    if (kind === 'action' && isOutcome(data, actionKey)) return explainOutcome({ text, data });
  }
  const parts = actionKey.split('|');
  const ruleKey = parts.length === 1 ? actionKey : (parts[4] ?? '');
  return explainRule(trace, ruleKey) ?? `Nothing in the trace speaks of ${actionKey}.`;
}
