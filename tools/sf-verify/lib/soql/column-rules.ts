import type {
  FieldGroupByContext,
  FieldNameContext,
  FieldOrderContext,
  SoqlFunctionContext,
} from '@apexdevtools/apex-parser';
import { KIND_WORDS, isFormula } from './field-kind.ts';
import type { FieldKind } from './field-kind.ts';
import { fieldOf } from './query-scope.ts';
import type { QueryField, QueryScope } from './query-scope.ts';

/** Source: SOQL and SOSL Reference, ORDER BY. */
const NOT_SORTED = new Set<FieldKind>(['blob', 'compound', 'encrypted', 'longText', 'multiPicklist']);
/** Source: SOQL and SOSL Reference, GROUP BY; Object Reference, property Group. */
const NOT_GROUPED = new Set<FieldKind>([
  'autoNumber',
  'blob',
  'compound',
  'datetime',
  'encrypted',
  'longText',
  'multiPicklist',
  'time',
]);
/** Source: SOQL and SOSL Reference, Support for Field Types in Aggregate Functions. */
const AGGREGATED: Readonly<Record<string, ReadonlySet<FieldKind>>> = {
  avg: new Set(['number']),
  sum: new Set(['number']),
  min: new Set(['autoNumber', 'date', 'datetime', 'id', 'number', 'picklist', 'text', 'time']),
  max: new Set(['autoNumber', 'date', 'datetime', 'id', 'number', 'picklist', 'text', 'time']),
};
const NOT_COUNTED = new Set<FieldKind>(['blob', 'compound', 'encrypted', 'longText', 'multiPicklist']);
const DATES = new Set<FieldKind>(['date', 'datetime']);
const TRANSLATED = new Set<FieldKind>(['multiPicklist', 'picklist']);

const says = ({ text, kind }: QueryField): string => `${text} is ${KIND_WORDS[kind]}`;

export function checkOrder(scope: QueryScope, order: FieldOrderContext): void {
  const name = order.fieldName() as FieldNameContext | null;
  const field = name === null ? null : fieldOf(scope, name);
  if (field !== null && NOT_SORTED.has(field.kind)) {
    scope.report(order, `${says(field)}: ORDER BY cannot sort by it`);
  }
}

export function checkGroup(scope: QueryScope, group: FieldGroupByContext): void {
  const name = group.fieldName() as FieldNameContext | null;
  const field = name === null ? null : fieldOf(scope, name);
  if (field === null) return;
  const isDouble =
    field.kind === 'number' && (field.field.definition !== undefined || field.field.type !== 'Integer');
  if (NOT_GROUPED.has(field.kind) || isDouble) {
    const hint = field.kind === 'datetime' ? ', write DAY_ONLY() or another date function' : '';
    scope.report(group, `${says(field)}: GROUP BY cannot name it${hint}`);
  } else if (isFormula(field.field))
    scope.report(group, `${field.text} is a formula: GROUP BY cannot name it`);
}

/** Functions around a field, in columns, conditions, groups and orders. */
export function checkFunctionField(scope: QueryScope, call: SoqlFunctionContext): void {
  const name = call.getText().replace(/\(.*$/s, '').toLowerCase();
  const dated = (call.dateFieldName() as { fieldName: () => FieldNameContext } | null)?.fieldName();
  const inner = (call.fieldName() as FieldNameContext | null) ?? dated ?? null;
  const field = inner === null ? null : fieldOf(scope, inner);
  if (field === null || field.kind === 'unknown') return;
  const { kind } = field;
  const label = name.toUpperCase();
  if (AGGREGATED[name]?.has(kind) === false) scope.report(call, `${says(field)}: ${label}() cannot take it`);
  if (/^count(_distinct)?$/.test(name) && NOT_COUNTED.has(kind)) {
    scope.report(call, `${says(field)}: ${label}() cannot take it`);
  }
  if (dated !== undefined && !DATES.has(kind)) scope.report(call, `${says(field)}: ${label}() is for dates`);
  if (/^(day_only|hour_in_day)$/.test(name) && kind === 'date') {
    scope.report(call, `${says(field)}: ${label}() is for dates with a time`);
  }
  if (name === 'tolabel' && field.field.definition !== undefined && !TRANSLATED.has(kind)) {
    scope.report(call, `${says(field)}: toLabel() is for picklists`);
  }
  if (
    name === 'convertcurrency' &&
    field.field.definition !== undefined &&
    field.field.definition.type !== 'Currency'
  ) {
    scope.report(call, `${says(field)}: convertCurrency() is for currency`);
  }
}
