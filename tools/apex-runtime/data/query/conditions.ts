import { UnsupportedApex } from '../../model/errors.ts';
import type { Comparison, Condition, QueryOperand } from '../../language/query-ast.ts';
import { planComparison } from './comparisons.ts';
import type { Operand } from './comparisons.ts';
import { resolvePath } from './field-path.ts';
import type { Filter } from './filter.ts';
import type { PlanContext } from './query-run.ts';
import type { PlanSubQuery } from './semi-join.ts';

export type ReadOperand = (operand: QueryOperand) => Operand;

/** Fields of the rows, for a WHERE. */
export function fieldOperand(context: PlanContext): ReadOperand {
  return (operand) => {
    if (operand.kind === 'function') throw new UnsupportedApex(`${operand.name}() in a condition of a query`);
    const path = resolvePath(context.schema, context.from, context.alias, operand.path, operand.line);
    context.uses(path);
    return { path, column: null };
  };
}

function planAll(
  parts: readonly Condition[],
  context: PlanContext,
  read: ReadOperand,
  subQuery: PlanSubQuery,
): readonly Filter[] {
  return parts.map((part) => planCondition(part, context, read, subQuery));
}

export function planCondition(
  condition: Condition,
  context: PlanContext,
  read: ReadOperand,
  subQuery: PlanSubQuery,
): Filter {
  switch (condition.kind) {
    case 'and': {
      const filters = planAll(condition.parts, context, read, subQuery);
      return {
        seeks: filters.flatMap((filter) => filter.seeks),
        prepare(run) {
          const tests = filters.map((filter) => filter.prepare(run));
          return (row) => tests.every((test) => test(row));
        },
      };
    }
    case 'or': {
      const filters = planAll(condition.parts, context, read, subQuery);
      return {
        seeks: [],
        prepare(run) {
          const tests = filters.map((filter) => filter.prepare(run));
          return (row) => tests.some((test) => test(row));
        },
      };
    }
    case 'not': {
      const filter = planCondition(condition.part, context, read, subQuery);
      return {
        seeks: [],
        prepare(run) {
          const test = filter.prepare(run);
          return (row) => !test(row);
        },
      };
    }
    case 'comparison':
      return planComparison(condition satisfies Comparison, context, read(condition.left), subQuery);
  }
}
