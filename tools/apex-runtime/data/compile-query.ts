import type { Query } from '../language/query-ast.ts';
import { CompileError, UnsupportedApex } from '../model/errors.ts';
import type { AccessMode, Transaction } from '../model/transaction.ts';
import { T, collectionKind } from '../model/types.ts';
import type { Type } from '../model/types.ts';
import type { QueryEnvironment, Typed } from './data-contract.ts';
import type { QueryMode, QueryPlan } from './query/plan.ts';
import { planQuery } from './query/plan-query.ts';
import { QueryError } from './query/query-error.ts';
import { runQuery } from './query/run-query.ts';
import { AGGREGATE_RESULT, recordType } from './record-types.ts';

/** What a query in a class is refused for, by file and line. */
export function atSource<T>(file: string, line: number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof QueryError)
      throw new CompileError({ file, line: error.line || line }, error.message);
    if (error instanceof UnsupportedApex && error.position === undefined) {
      throw new UnsupportedApex(error.what, { file, line });
    }
    throw error;
  }
}

/** The mode of a query: what it says, else what the call says, else the default of the API version. */
export function modeOf(tx: Transaction, written: QueryMode, otherwise: AccessMode | null = null): AccessMode {
  if (written === 'user' || written === 'system') return written;
  return otherwise ?? tx.defaultMode;
}

function checkBind(bind: Typed, environment: QueryEnvironment, line: number): Typed {
  const { kind } = bind.type;
  const isSet = collectionKind(bind.type) === 'List' || collectionKind(bind.type) === 'Set';
  if (kind === 'primitive' || kind === 'null' || kind === 'sobject' || isSet) return bind;
  throw new CompileError(
    { file: environment.file, line },
    `Invalid bind expression type of ${bind.type.name} in a query`,
  );
}

const typeOfPlan = (plan: QueryPlan, { types }: QueryEnvironment): Type => {
  if (plan.kind === 'count') return T.Integer;
  return types.list(recordType(types, plan.kind === 'aggregate' ? AGGREGATE_RESULT : plan.object.name));
};

/** `[SELECT ...]` */
export function compileQuery(query: Query, environment: QueryEnvironment): Typed {
  return atSource(environment.file, query.line, () => {
    const binds: Typed[] = [];
    const plan = planQuery(query, environment.schema, {
      add: (expression) =>
        binds.push(checkBind(environment.compileBind(expression), environment, expression.line)) - 1,
    });
    return {
      type: typeOfPlan(plan, environment),
      evaluate: (frame) =>
        runQuery(
          frame.tx,
          plan,
          modeOf(frame.tx, plan.mode),
          binds.map((bind) => bind.evaluate(frame)),
        ),
    };
  });
}
