import type { Expression } from '../language/ast.ts';
import { SyntaxProblem } from '../language/parse/create-parser.ts';
import { parseQuery } from '../language/parse-query.ts';
import { UnsupportedApex } from '../model/errors.ts';
import type { AccessMode, Transaction } from '../model/transaction.ts';
import type { ApexMap, Value } from '../model/values.ts';
import type { QueryPlan } from './query/plan.ts';
import { planQuery } from './query/plan-query.ts';
import { QueryError } from './query/query-error.ts';
import { runQuery } from './query/run-query.ts';

/** A query that came as text, with the names of its binds. */
interface TextPlan {
  readonly plan: QueryPlan;
  readonly binds: readonly string[];
}

function bindName(tx: Transaction, expression: Expression): string {
  if (expression.kind === 'name') return expression.name;
  throw new UnsupportedApex('a bind that is no plain name in the text of a query', { ...tx.position });
}

/** What the text is wrong with is a QueryException. */
export function asQueryException<T>(tx: Transaction, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof SyntaxProblem || error instanceof QueryError) {
      return tx.raise('QueryException', error.message);
    }
    throw error;
  }
}

function planText(tx: Transaction, text: string): TextPlan {
  const key = `query ${text}`;
  const known = tx.memo.get(key) as TextPlan | undefined;
  if (known !== undefined) return known;
  return asQueryException(tx, () => {
    const binds: string[] = [];
    const plan = planQuery(parseQuery(text), tx.org.schema, {
      add: (expression) => binds.push(bindName(tx, expression)) - 1,
    });
    const made = { plan, binds };
    tx.memo.set(key, made);
    return made;
  });
}

/** Names of binds have no case, the keys of a Map have. */
function bindValues(tx: Transaction, map: ApexMap): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  for (const { key, value } of map.items.values()) {
    const name = String(key).toLowerCase();
    if (values.has(name)) {
      const same = [...map.items.values()]
        .map((entry) => String(entry.key))
        .filter((each) => each.toLowerCase() === name);
      tx.raise(
        'QueryException',
        `The bindMap consists of duplicate case-insensitive keys: [${same.join(', ')}]`,
      );
    }
    values.set(name, value);
  }
  return values;
}

function bindsOf(tx: Transaction, names: readonly string[], map: ApexMap | null): readonly Value[] {
  const values = map === null ? null : bindValues(tx, map);
  if (names.length === 0) return [];
  if (values === null) {
    throw new UnsupportedApex(`the bind :${names.join(', :')} in a query without a map of binds`, {
      ...tx.position,
    });
  }
  return names.map((name) => {
    const value = values.get(name.toLowerCase());
    return value === undefined
      ? tx.raise('QueryException', `Key '${name}' does not exist in the bindMap`)
      : value;
  });
}

/** `Database.query` and its kin. */
export function runQueryText(
  tx: Transaction,
  text: string | null,
  mode: AccessMode | null,
  binds: ApexMap | null,
): Value {
  if (text === null) return tx.raise('NullPointerException', 'Argument 1 cannot be null');
  const { plan, binds: names } = planText(tx, text);
  if (mode !== null && plan.mode !== null) {
    throw new UnsupportedApex('an access mode both in the text and in the call of a query', {
      ...tx.position,
    });
  }
  const written = plan.mode === 'user' || plan.mode === 'system' ? plan.mode : null;
  return runQuery(tx, plan, written ?? mode ?? tx.defaultMode, bindsOf(tx, names, binds));
}
