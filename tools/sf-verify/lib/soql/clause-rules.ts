import { QueryContext } from '@apexdevtools/apex-parser';
import type {
  ForClausesContext,
  LimitClauseContext,
  SelectEntryContext,
  SubFieldEntryContext,
  SubQueryContext,
} from '@apexdevtools/apex-parser';
import type { QueryScope } from './query-scope.ts';

type Entry = SelectEntryContext | SubFieldEntryContext;

const AGGREGATE = /^(avg|count|count_distinct|max|min|sum)\(/i;
/** Source: SOQL and SOSL Reference, OFFSET. */
const MOST_OFFSET = 2000;
/** Rows that a transaction may read. Source: Apex Developer Guide, Execution Governors and Limits. */
const MOST_ROWS = 50_000;

const isAggregate = (entry: Entry): boolean => AGGREGATE.test(entry.getText());
const has = (node: unknown): boolean => node !== null && node !== undefined;

function entriesOf(query: QueryContext | SubQueryContext): readonly Entry[] {
  return query instanceof QueryContext
    ? query.selectList().selectEntry_list()
    : query.subFieldList().subFieldEntry_list();
}

function checkColumns(scope: QueryScope, query: QueryContext | SubQueryContext): void {
  const seen = new Set<string>();
  for (const entry of entriesOf(query)) {
    const text = entry.getText().toLowerCase();
    if (seen.has(text)) scope.report(entry, `${entry.getText()} is selected twice`);
    seen.add(text);
    const fields = /^fields\((all|custom)\)$/.exec(text);
    if (fields !== null)
      scope.report(entry, `FIELDS(${fields[1]?.toUpperCase()}) is refused in Apex: name the columns`);
  }
}

function checkAggregates(scope: QueryScope, query: QueryContext): void {
  const entries = entriesOf(query);
  const group = query.groupByClause() as ReturnType<QueryContext['groupByClause']> | null;
  const plain = entries.filter((entry) => !isAggregate(entry));
  const isCount = entries.some((entry) => /^count\(\)$/i.test(entry.getText()));
  const grouped = new Set(
    group === null
      ? []
      : group
          .fieldGroupByList()
          .fieldGroupBy_list()
          .map((item) => item.getText().toLowerCase()),
  );
  const isAggregated = group !== null || entries.some(isAggregate);
  for (const entry of isAggregated && !isCount ? plain : []) {
    const name = (entry.fieldName() ?? entry.soqlFunction() ?? entry).getText();
    if (grouped.has(name.toLowerCase()) || /^(format|tolabel|grouping)\(/i.test(name)) continue;
    scope.report(entry, `${name} must be in GROUP BY or in an aggregate`);
  }
  if (isCount && entries.length > 1)
    scope.report(query, 'COUNT() stands alone: write COUNT(Id) beside columns');
  if (isCount && has(group)) scope.report(query, 'COUNT() has no GROUP BY: write COUNT(Id)');
  if (isCount && has(query.orderByClause())) scope.report(query, 'COUNT() has no ORDER BY');
  if (!isAggregated || isCount) return;
  if (has(query.orderByClause()) && group === null) {
    scope.report(query, 'ORDER BY with an aggregate needs GROUP BY');
  }
}

function checkLocks(scope: QueryScope, query: QueryContext): void {
  const clauses = query.forClauses() as ForClausesContext | null;
  const isLocked = (clauses?.UPDATE_list().length ?? 0) > 0;
  const refuse = (what: string): void => scope.report(query, `FOR UPDATE cannot stand with ${what}`);
  if (!isLocked) return;
  if (has(query.orderByClause())) refuse('ORDER BY');
  if (has(query.groupByClause()) || entriesOf(query).some(isAggregate)) refuse('aggregates');
  if (has(query.allRowsClause())) refuse('ALL ROWS');
  if (entriesOf(query).some((entry) => has(entry.subQuery()))) refuse('a sub-query among the columns');
  if ((clauses?.VIEW_list().length ?? 0) + (clauses?.REFERENCE_list().length ?? 0) > 0)
    refuse('FOR VIEW or REFERENCE');
}

/** Source: Custom Metadata Types Implementation Guide, SOQL for custom metadata; Platform Events Developer Guide. */
function checkKind(scope: QueryScope, query: QueryContext): void {
  const refuse = (what: string): void => scope.report(query, `${scope.object} cannot be queried ${what}`);
  if (scope.object.endsWith('__e')) refuse('at all: a platform event is received, not stored');
  if (!scope.object.endsWith('__mdt')) return;
  const isCount = entriesOf(query).every((entry) => /^count\(\)$/i.test(entry.getText()));
  if (has(query.groupByClause()) || (entriesOf(query).some(isAggregate) && !isCount))
    refuse('with aggregates');
  if ((query.forClauses() as ForClausesContext | null)?.getText())
    refuse('with FOR UPDATE, VIEW or REFERENCE');
  if (has(query.allRowsClause())) refuse('with ALL ROWS');
}

function checkNumbers(scope: QueryScope, query: QueryContext | SubQueryContext): void {
  const limit = query.limitClause() as LimitClauseContext | null;
  const rows = Number(limit?.IntegerLiteral()?.getText() ?? 1);
  if (limit !== null && (rows > MOST_ROWS || rows === 0)) {
    scope.report(limit, `LIMIT ${rows} must be from 1 to ${MOST_ROWS}`);
  }
  if (!(query instanceof QueryContext)) return;
  const offset = query.offsetClause() as ReturnType<QueryContext['offsetClause']> | null;
  const skipped = Number(offset?.IntegerLiteral()?.getText() ?? 0);
  if (offset !== null && skipped > MOST_OFFSET)
    scope.report(offset, `OFFSET ${skipped} must be at most 2000`);
}

/** A sub-query in a condition. Source: SOQL and SOSL Reference, Semi-Joins and Anti-Joins. */
function checkSemiJoin(scope: QueryScope, query: SubQueryContext): void {
  const entries = entriesOf(query);
  if (entries.length !== 1) scope.report(query, 'a sub-query in a condition selects one field');
  const refuse = (what: string): void =>
    scope.report(query, `a sub-query in a condition cannot have ${what}`);
  if (has(query.orderByClause())) refuse('ORDER BY');
  if (has(query.limitClause())) refuse('LIMIT');
  if ((query.forClauses() as ForClausesContext | null)?.getText()) refuse('FOR UPDATE');
}

const KEYWORDS = /^(where|with|limit|order|group|having|offset|for|all|update)$/i;

function checkAliases(scope: QueryScope, query: QueryContext | SubQueryContext): void {
  for (const alias of query.fromNameList().soqlId_list()) {
    if (KEYWORDS.test(alias.getText())) scope.report(alias, `the query ends after ${alias.getText()}`);
  }
}

/** What clauses may stand together. */
export function checkClauses(
  scope: QueryScope,
  query: QueryContext | SubQueryContext,
  isColumn: boolean,
): void {
  checkColumns(scope, query);
  checkAliases(scope, query);
  checkNumbers(scope, query);
  if (query instanceof QueryContext) {
    checkAggregates(scope, query);
    checkLocks(scope, query);
    checkKind(scope, query);
  } else if (isColumn) {
    const locked = (query.forClauses() as ForClausesContext | null)?.getText() ?? '';
    if (locked !== '')
      scope.report(query, 'a sub-query among the columns cannot have FOR UPDATE, VIEW or REFERENCE');
    if (entriesOf(query).some(isAggregate)) {
      scope.report(query, 'a sub-query among the columns cannot have aggregates');
    }
  } else checkSemiJoin(scope, query);
}
