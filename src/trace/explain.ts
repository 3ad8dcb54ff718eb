import type { ActionType } from '../catalog/vocabulary.ts';
import type { RuleConsideration } from '../model/plan.ts';
import type { TraceEntry } from '../model/trace-entry.ts';

interface OutcomeData {
  readonly status: string;
  readonly type: ActionType;
  readonly ruleKey: string;
}

const NOUNS: Readonly<Record<ActionType, string>> = {
  'screen-pop': 'Pop',
  'open-page': 'Page',
  'create-record': 'Record',
  'update-call-log': 'Update',
  'run-flow': 'Flow',
  publish: 'Message',
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

/** Place of the rule in an action key, after the three parts of the call key and the leg. */
const RULE_PART = 4;

const withoutStop = (text: string): string => text.replace(/[.]$/, '');
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function explainOutcome(text: string, { status, type, ruleKey }: OutcomeData): string {
  const because = `rule ${ruleKey} matched`;
  if (text.startsWith('No record was found')) {
    return `No pop: ${because}, but ${withoutStop(lowerFirst(text))}.`;
  }
  const said = text === '' ? '' : `; ${withoutStop(lowerFirst(text))}`;
  return `${NOUNS[type]} ${MOMENTS[status] ?? status}: ${because}${said}.`;
}

interface PlanData {
  readonly considered: readonly RuleConsideration[];
  readonly actions: readonly { readonly key: string; readonly ruleKey: string; readonly type: ActionType }[];
}

const plansOf = (trace: readonly TraceEntry[]): readonly PlanData[] =>
  trace.filter(({ kind }) => kind === 'plan').map(({ data }) => data as unknown as PlanData);

const distinct = (texts: readonly string[]): string => [...new Set(texts)].join('; ');

/** What a rule that matched says of its actions that it did not plan, each once; of one action, if its id is known. */
function remarksOf(considered: readonly RuleConsideration[], actionId: string | undefined): string {
  const remarks = considered
    .filter(({ matched }) => matched)
    .flatMap(({ reason }) => reason.split('; ').slice(1));
  return distinct(remarks.filter((remark) => actionId === undefined || remark.startsWith(`${actionId} `)));
}

/** Why a rule did not apply, or applied without planning the action. */
function explainRule(plans: readonly PlanData[], ruleKey: string, actionId?: string): string | null {
  const considered = plans.flatMap((plan) => plan.considered).filter((one) => one.ruleKey === ruleKey);
  const remarks = remarksOf(considered, actionId);
  if (remarks !== '') return `Not planned: rule ${ruleKey} matched, but ${remarks}.`;
  const reasons = distinct(considered.filter(({ matched }) => !matched).map(({ reason }) => reason));
  return reasons === '' ? null : `Not planned: rule ${ruleKey} did not match: ${reasons}.`;
}

/**
 * Why an action did or did not happen, in one sentence. `actionKey` is the key of a planned action; for one that was
 * never planned, the key it would have had, or the key of its rule.
 */
export function explain(trace: readonly TraceEntry[], actionKey: string): string {
  const last = trace.findLast(({ kind, data }) => kind === 'action' && data?.['key'] === actionKey);
  if (last !== undefined) return explainOutcome(last.text, last.data as unknown as OutcomeData);
  const plans = plansOf(trace);
  const planned = plans.flatMap(({ actions }) => actions).find(({ key }) => key === actionKey);
  if (planned !== undefined) return explainOutcome('', { ...planned, status: 'pending' });
  const parts = actionKey.split('|');
  const [ruleKey = '', actionId] = parts.length === 1 ? parts : parts.slice(RULE_PART);
  return explainRule(plans, ruleKey, actionId) ?? `Nothing in the trace speaks of ${actionKey}.`;
}
