import { CATALOG } from '../../catalog/catalog.ts';
import type { CatalogRow } from '../../catalog/catalog.ts';
import type { EventName } from '../../catalog/vocabulary.ts';
import { INTERACTION_OBJECT } from '../../model/action.ts';
import type { Rule, RuleInput } from '../rule.ts';
import type { Finding } from './finding.ts';
import { SITUATIONS, covers, coveredSituations } from './situations.ts';

const BEFORE_ANSWER: readonly EventName[] = ['preview', 'initiate', 'connecting'];

const opensLog = (rule: Rule): number =>
  rule.actions.findIndex((action) => action.type === 'create-record' && action.object === INTERACTION_OBJECT);

const closesLog = (rule: Rule): boolean =>
  rule.actions.some((action) => action.type === 'update-call-log' && action.target === 'log');

/** Does `closing` apply whenever `opening` did, as far as conditions go? */
function sameConditions(closing: Rule, opening: Rule): boolean {
  const known = opening.trigger.conditions.map((condition) => JSON.stringify(condition));
  return closing.trigger.conditions.every((condition) => known.includes(JSON.stringify(condition)));
}

/** Is every way in which this row can come about closed by a rule? */
function isClosed(row: CatalogRow, receiving: boolean, closers: readonly Rule[]): boolean {
  return SITUATIONS.filter(
    (situation) => situation.row === row && situation.receiving === receiving && situation.leg === 'primary',
  ).every((situation) => closers.some((rule) => covers(rule.trigger, situation)));
}

function sibling(row: CatalogRow, event: EventName): CatalogRow | undefined {
  return CATALOG.find(
    (other) =>
      other.setup === row.setup &&
      other.pacingMode === row.pacingMode &&
      other.channelType === row.channelType &&
      other.event === event,
  );
}

function closingRule(row: CatalogRow): RuleInput {
  return {
    key: `close_${row.key}`.slice(0, 40),
    label: 'Write the call log',
    order: 1000,
    trigger: {
      setup: row.setup,
      pacingModes: [row.pacingMode],
      channelTypes: [row.channelType],
      events: [row.event],
    },
    actions: [{ type: 'update-call-log', target: 'log' }],
  };
}

function finding(
  id: 'create-never-updated' | 'missed-never-logged',
  rule: Rule,
  open: CatalogRow,
  end: CatalogRow,
) {
  const what =
    id === 'create-never-updated'
      ? `a record is created on ${open.tuple} and never updated: no rule writes the log on every ${end.tuple}`
      : `the record of a call that is missed stays open: no rule writes the log on every ${end.tuple}`;
  return {
    id,
    level: id === 'create-never-updated' ? 'warning' : 'info',
    ruleKey: rule.key,
    path: `actions[${opensLog(rule)}]`,
    message: what,
    fix: { text: `Add a rule that updates the call log on ${end.tuple}`, add: closingRule(end) },
  } satisfies Finding;
}

/** Live records that are opened and never closed, by tuple. */
export function lintLogs(rules: readonly Rule[]): Finding[] {
  const active = rules.filter((rule) => rule.active);
  const findings = new Map<string, Finding>();
  for (const rule of active.filter((candidate) => opensLog(candidate) >= 0)) {
    const closers = active.filter((other) => closesLog(other) && sameConditions(other, rule));
    for (const { row, receiving } of coveredSituations(rule.trigger)) {
      const dropped = sibling(row, 'dropped');
      const acw = sibling(row, 'acw');
      const missed = BEFORE_ANSWER.includes(row.event) ? sibling(row, 'missed') : undefined;
      const closed = [dropped, acw].some((end) => end !== undefined && isClosed(end, receiving, closers));
      if (dropped !== undefined && !closed)
        findings.set(`${rule.key} ${dropped.tuple}`, finding('create-never-updated', rule, row, dropped));
      if (missed !== undefined && !isClosed(missed, receiving, closers))
        findings.set(`${rule.key} ${missed.tuple}`, finding('missed-never-logged', rule, row, missed));
    }
  }
  return [...findings.values()];
}
