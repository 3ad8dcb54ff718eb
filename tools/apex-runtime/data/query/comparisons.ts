import { UnsupportedApex } from '../../model/errors.ts';
import type { ApexOrg } from '../../model/apex-org.ts';
import type { OrgField, StoredRecord, StoredValue } from '../../model/org-schema.ts';
import type { Comparison, ComparisonOperator } from '../../language/query-ast.ts';
import { comparable, compareStored, wanted } from './comparable.ts';
import { planDateLiteral } from './date-literals.ts';
import { readPath } from './field-path.ts';
import type { FieldPath } from './field-path.ts';
import type { Filter, Test } from './filter.ts';
import { QueryError } from './query-error.ts';
import type { PlanContext, QueryRun } from './query-run.ts';
import { planValues } from './query-values.ts';
import { seekOf } from './seek.ts';
import type { PlanSubQuery } from './semi-join.ts';

/** The left side: a field of the row, or a column of a grouped row. */
export type Operand =
  | { readonly path: FieldPath; readonly column: null }
  | { readonly path: null; readonly column: { readonly key: string; readonly field: OrgField } };

const fieldOf = (operand: Operand): OrgField => operand.path?.field ?? operand.column?.field ?? missing();

function missing(): never {
  throw new UnsupportedApex('a condition without a field');
}

/** The value of the operand, comparable. */
function reader(operand: Operand): (org: ApexOrg, row: StoredRecord) => StoredValue {
  const field = fieldOf(operand);
  const { path, column } = operand;
  if (path === null) return (_org, row) => comparable(field, row[column.key] as StoredValue);
  return (org, row) => comparable(field, readPath(org, path, row));
}

function likePattern(text: string): RegExp {
  const source = text.replace(/\\[%_]|[%_]|[.*+?^${}()|[\]\\]/g, (part) => {
    if (part === '%') return '[\\s\\S]*';
    if (part === '_') return '[\\s\\S]';
    return part.startsWith('\\') && part.length > 1 ? part.slice(1) : `\\${part}`;
  });
  return new RegExp(`^${source}$`, 'i');
}

type Compare = (value: StoredValue, values: readonly StoredValue[]) => boolean;

const ordered =
  (accept: (order: number) => boolean): Compare =>
  (value, [other = null]) =>
    value !== null && other !== null && accept(compareStored(value, other));

const COMPARE: Readonly<
  Record<Exclude<ComparisonOperator, 'like' | 'in' | 'not in' | 'includes' | 'excludes'>, Compare>
> = {
  '=': (value, [other = null]) => value === other,
  '!=': (value, [other = null]) => value !== other,
  '<': ordered((order) => order < 0),
  '<=': ordered((order) => order <= 0),
  '>': ordered((order) => order > 0),
  '>=': ordered((order) => order >= 0),
};

const partsOf = (value: StoredValue): readonly string[] => (value === null ? [] : String(value).split(';'));

function testOf(
  operator: ComparisonOperator,
  values: readonly StoredValue[],
): (value: StoredValue) => boolean {
  switch (operator) {
    case 'in': {
      const set = new Set(values);
      return (value) => set.has(value);
    }
    case 'not in': {
      const set = new Set(values);
      return (value) => !set.has(value);
    }
    case 'like': {
      const patterns = values.map((value) => likePattern(String(value ?? '')));
      return (value) => value !== null && patterns.some((pattern) => pattern.test(String(value)));
    }
    case 'includes':
    case 'excludes': {
      const isWanted = (value: StoredValue): boolean =>
        values.some((other) => partsOf(other).every((part) => partsOf(value).includes(part)));
      return operator === 'includes' ? isWanted : (value) => !isWanted(value);
    }
    default:
      return (value) => COMPARE[operator](value, values);
  }
}

/** Which operators a kind of field takes. */
function checkOperator({ operator, line }: Comparison, field: OrgField): void {
  const isMulti = field.kind === 'multipicklist';
  if ((operator === 'includes' || operator === 'excludes') && !isMulti) {
    throw new QueryError(
      line,
      `INCLUDES and EXCLUDES operators are only valid for multi-select picklist fields: ${field.name}`,
    );
  }
  if (operator === 'like' && (isMulti || field.type.name !== 'String')) {
    throw new QueryError(line, `invalid operator on ${field.kind} field: ${field.name}`);
  }
  if (!field.isFilterable) {
    throw new QueryError(line, `field '${field.name}' can not be filtered in a query call`);
  }
}

function planRange(comparison: Comparison, operand: Operand): Filter | null {
  const { right, operator } = comparison;
  if (right.kind !== 'date-literal') return null;
  const field = fieldOf(operand);
  if (field.kind !== 'date' && field.kind !== 'datetime') {
    throw new QueryError(
      comparison.line,
      `value of filter criterion for field '${field.name}' must be of type ${field.kind}`,
    );
  }
  const read = reader(operand);
  const range = planDateLiteral(right.name, right.count, field.kind === 'datetime');
  const accept: Partial<Record<ComparisonOperator, (value: string, from: string, to: string) => boolean>> = {
    '=': (value, from, to) => value >= from && value < to,
    '!=': (value, from, to) => value < from || value >= to,
    '<': (value, from) => value < from,
    '<=': (value, _from, to) => value < to,
    '>': (value, _from, to) => value >= to,
    '>=': (value, from) => value >= from,
  };
  const accepts = accept[operator];
  if (accepts === undefined) throw new QueryError(comparison.line, `unexpected token: ${operator}`);
  return {
    seeks: [],
    prepare({ tx }) {
      const { from, to } = range(tx);
      return (row) => {
        const value = read(tx.org, row);
        return value === null ? operator === '!=' : accepts(String(value), from, to);
      };
    },
  };
}

export function planComparison(
  comparison: Comparison,
  context: PlanContext,
  operand: Operand,
  subQuery: PlanSubQuery,
): Filter {
  const { operator, right } = comparison;
  const field = fieldOf(operand);
  checkOperator(comparison, field);
  const range = planRange(comparison, operand);
  if (range !== null) return range;
  const read = reader(operand);
  const isList =
    operator === 'in' || operator === 'not in' || operator === 'includes' || operator === 'excludes';
  if (right.kind === 'list' && !isList) throw new QueryError(comparison.line, `unexpected token: (`);

  const values: (run: QueryRun) => readonly StoredValue[] =
    right.kind === 'subquery'
      ? subQuery(right.query, field)
      : (() => {
          const readValues = planValues(right, context);
          return (run) =>
            operator === 'like'
              ? readValues(run).map((value) => wanted(run.tx, { ...field, isCaseSensitive: true }, value))
              : readValues(run).map((value) => wanted(run.tx, field, value));
        })();
  return {
    seeks: seekOf(operand.path, operator, values),
    prepare(run): Test {
      const { org } = run.tx;
      const test = testOf(operator, values(run));
      return (row) => test(read(org, row));
    },
  };
}
