import type { ActionType } from '../catalog/vocabulary.ts';
import type { OutcomeStatus } from '../model/outcome.ts';
import type { RuleConsideration } from '../model/plan.ts';
import type { ActionView } from '../model/softphone-view.ts';
import type { TraceEntry } from '../model/trace-entry.ts';
import { asClause, asQuote } from './one-sentence.ts';

const NOUNS: Readonly<Record<ActionType, string>> = {
  'screen-pop': 'Pop',
  'open-page': 'Page',
  'create-record': 'Record',
  'update-call-log': 'Update',
  'run-flow': 'Flow',
  publish: 'Message',
};

const MOMENTS: Readonly<Record<OutcomeStatus, string>> = {
  pending: 'under way',
  running: 'under way',
  waiting: 'waiting for the agent',
  done: 'done',
  offered: 'offered as a link',
  failed: 'failed',
  skipped: 'left out',
};
/** The rule wanted something else. */
const DISAPPOINTING: ReadonlySet<string> = new Set(['offered', 'failed', 'skipped']);
/** Failures in Paceline's own words; all others are the platform's. */
const OWN_CODES: ReadonlySet<string> = new Set(['OFFLINE', 'TIMEOUT', 'REFUSED', 'UNKNOWN']);

interface PlanData {
  readonly tuple?: string;
  readonly considered: readonly RuleConsideration[];
  readonly actions: readonly PlannedData[];
}

interface PlannedData {
  readonly key: string;
  readonly ruleKey: string;
  readonly type: ActionType;
}

/** What a line of kind `action` holds; lines of older versions lack some of it. */
interface OutcomeData extends PlannedData {
  readonly status: OutcomeStatus;
  readonly attempts?: number;
  readonly notes?: readonly string[];
  readonly failure?: { readonly code: string; readonly message: string } | null;
}

/** How an action stands, in parts of a sentence. */
interface Standing {
  readonly moment: string;
  readonly disappoints: boolean;
  readonly said: string;
}

function describeTimes(attempts: number): string {
  if (attempts === 1) return 'once';
  return attempts === 2 ? 'twice' : `${attempts} times`;
}

function describeDelay(notes: readonly string[]): string {
  const [, delay] = /the next one in (\d+) ms/.exec(notes.join(' ')) ?? [];
  if (delay === undefined) return '';
  const seconds = Math.max(1, Math.round(Number(delay) / 1_000));
  if (seconds >= 120) return ` after ${Math.round(seconds / 60)} minutes`;
  return seconds === 1 ? ' after 1 second' : ` after ${seconds} seconds`;
}

function quoteFailure({ code, message }: NonNullable<OutcomeData['failure']>): string {
  if (OWN_CODES.has(code)) return asClause(message);
  return message.trim() === '' ? `Salesforce answered ${code}` : `Salesforce said ${asQuote(message)}`;
}

function describeLine(text: string, data: OutcomeData): Standing {
  const { status, failure = null, attempts = 0, notes = [] } = data;
  if (status === 'pending' && failure !== null && attempts > 0) {
    const moment = `tried ${describeTimes(attempts)}, to be tried again${describeDelay(notes)}`;
    return { moment, disappoints: true, said: quoteFailure(failure) };
  }
  const moment = MOMENTS[status] ?? status;
  const disappoints = DISAPPOINTING.has(status);
  if (status === 'pending' && notes.length > 0)
    return { moment, disappoints, said: asClause(notes.join('; ')) };
  const message = failure?.message.trim() ?? '';
  if (failure === null || OWN_CODES.has(failure.code) || !text.includes(message)) {
    return { moment, disappoints, said: asClause(text) };
  }
  const before = message === '' ? '' : text.slice(0, text.indexOf(message));
  return { moment, disappoints, said: asClause(before + quoteFailure(failure)) };
}

function describeNow({ status, text }: Pick<ActionView, 'status' | 'text'>, hasBegun: boolean): Standing {
  const moment = status === 'pending' && !hasBegun ? 'not yet run' : MOMENTS[status];
  return { moment, disappoints: DISAPPOINTING.has(status), said: asClause(text) };
}

function explainAction(
  { type, ruleKey }: PlannedData,
  last: TraceEntry | undefined,
  now: Pick<ActionView, 'status' | 'text'> | undefined,
): string {
  const data = last?.data as unknown as OutcomeData | undefined;
  const noun = NOUNS[type] ?? 'Action';
  const because = `rule ${ruleKey} matched`;
  if (now !== undefined && now.status !== data?.status) {
    return sentence(noun, because, describeNow(now, last !== undefined));
  }
  if (last === undefined || data === undefined) return `${noun} planned: ${because}.`;
  if (data.status === 'done' && last.text.startsWith('No record was found')) {
    return `No pop: ${because}, but ${asClause(last.text)}.`;
  }
  return sentence(noun, because, describeLine(last.text, data));
}

function sentence(noun: string, because: string, { moment, disappoints, said }: Standing): string {
  const reason = said === '' ? '' : `${disappoints ? ', but' : ';'} ${said}`;
  return `${noun} ${moment}: ${because}${reason}.`;
}

const distinct = (texts: readonly string[]): string => asClause([...new Set(texts)].join('; '));

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

/** Why an action that no plan holds was not planned, from its call's plans, where possible those for its event. */
function explainUnplanned(lines: readonly TraceEntry[], actionKey: string): string | null {
  const dataOf = ({ data }: TraceEntry): PlanData => data as unknown as PlanData;
  if (!actionKey.includes('|')) return explainRule(lines.map(dataOf), actionKey);
  const callKey = lines.find((line) => actionKey.startsWith(`${line.callKey}|`))?.callKey ?? null;
  if (callKey === null) return null;
  const [, ruleKey = '', actionId, tuple] = actionKey.slice(callKey.length + 1).split('|');
  const ofCall = lines.filter((line) => line.callKey === callKey).map(dataOf);
  const ofEvent = ofCall.filter((plan) => plan.tuple === tuple);
  return explainRule(ofEvent.length === 0 ? ofCall : ofEvent, ruleKey, actionId);
}

/**
 * Why an action did or did not happen, in one sentence. `actionKey` is the key of a planned action; for one that was
 * never planned, the key it would have had, or the key of its rule. `now`: how the action stands, where that is known;
 * the trace has no line for every step.
 */
export function explain(
  trace: readonly TraceEntry[],
  actionKey: string,
  now?: Pick<ActionView, 'status' | 'text'>,
): string {
  const last = trace.findLast(({ kind, data }) => kind === 'action' && data?.['key'] === actionKey);
  const plans = trace.filter(({ kind }) => kind === 'plan');
  const planned =
    (last?.data as unknown as PlannedData | undefined) ??
    plans.flatMap(({ data }) => (data as unknown as PlanData).actions).find(({ key }) => key === actionKey);
  if (planned !== undefined) return explainAction(planned, last, now);
  return explainUnplanned(plans, actionKey) ?? `Nothing in the trace speaks of ${asClause(actionKey)}.`;
}
