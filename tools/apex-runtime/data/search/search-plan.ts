import type { Query, QueryNumber, Search, SearchReturning } from '../../language/query-ast.ts';
import type { ApexSchema } from '../../model/apex-org.ts';
import { UnsupportedApex } from '../../model/errors.ts';
import { T } from '../../model/types.ts';
import { ApexList } from '../../model/values.ts';
import type { AccessMode, Transaction } from '../../model/transaction.ts';
import { planQuery } from '../query/plan-query.ts';
import type { BindTable } from '../query/plan-query.ts';
import type { QueryPlan } from '../query/plan.ts';
import { QueryError } from '../query/query-error.ts';
import { recordsOf } from '../query/run-query.ts';

const SHORTEST_TERM = 2;

export interface SearchPlan {
  readonly group: Search['in'];
  readonly mode: Search['with'];
  readonly returning: readonly QueryPlan[];
}

function queryOf(returning: SearchReturning, searchLimit: QueryNumber | null): Query {
  const { line } = returning;
  const fields =
    returning.fields.length === 0 ? [{ kind: 'field' as const, path: ['Id'], line }] : returning.fields;
  return {
    select: fields.map((operand) => ({ kind: 'operand', operand, alias: null })),
    from: returning.object,
    alias: null,
    scope: null,
    where: returning.where,
    with: null,
    groupBy: [],
    grouping: 'plain',
    having: null,
    orderBy: returning.orderBy,
    limit: returning.limit ?? searchLimit,
    offset: returning.offset,
    for: [],
    allRows: false,
    line,
  };
}

export function planSearch(search: Search, schema: ApexSchema, binds: BindTable): SearchPlan {
  if (search.returning.length === 0) throw new UnsupportedApex('a search without RETURNING');
  return {
    group: search.in,
    mode: search.with,
    returning: search.returning.map((returning) => {
      const plan = planQuery(queryOf(returning, search.limit), schema, binds);
      if (!plan.object.isSearchable) {
        throw new QueryError(returning.line, `entity type ${plan.object.name} does not support search`);
      }
      return plan;
    }),
  };
}

/** `"202 555 0134" OR "0134"`: the words in their quotes; without quotes the whole is one. */
function termsOf(tx: Transaction, find: string): readonly string[] {
  const terms = find
    .split(/\s+OR\s+/)
    .map((term) => term.trim().replace(/^"([\s\S]*)"$/, '$1'))
    .filter((term) => term !== '');
  if (terms.length === 0 || terms.some((term) => term.replace(/[*?]/g, '').length < SHORTEST_TERM)) {
    return tx.raise('SearchException', `search term must be longer than one character: ${find}`);
  }
  return terms;
}

/** Tests find what `Test.setFixedSearchResults` said, and nothing without it. */
function foundIds(
  tx: Transaction,
  plan: SearchPlan,
  object: string,
  terms: readonly string[],
): readonly string[] {
  if (tx.test !== null) return tx.test.fixedSearchResults ?? [];
  if (plan.group !== 'phone') {
    throw new UnsupportedApex(`a search IN ${plan.group.toUpperCase()} FIELDS outside of tests`, {
      ...tx.position,
    });
  }
  return tx.org.searchPhones(object, terms);
}

export function runSearch(tx: Transaction, plan: SearchPlan, find: string, mode: AccessMode): ApexList {
  tx.governor.count('searches');
  const terms = termsOf(tx, find);
  const records = tx.types.list(T.SObject);
  const lists = plan.returning.map((query) => {
    const found = recordsOf(tx, query, mode, foundIds(tx, plan, query.object.name, terms));
    return new ApexList(records, found.items);
  });
  return new ApexList(tx.types.list(records), lists);
}
