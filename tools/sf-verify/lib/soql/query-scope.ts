import type { FieldNameContext, QueryContext, SubQueryContext } from '@apexdevtools/apex-parser';
import type { Node } from '../apex/tree.ts';
import { findField, resolveField } from '../schema/schema.ts';
import type { Schema, SchemaField } from '../schema/schema.ts';
import { kindOf } from './field-kind.ts';
import type { FieldKind } from './field-kind.ts';

/** Where the parts of a query are looked up. */
export interface QueryScope {
  readonly schema: Schema;
  readonly object: string;
  readonly aliases: readonly string[];
  /** Apex type of a bound name, or null where it is not known. */
  readonly bindType: (name: string) => string | null;
  readonly report: (node: Node, message: string) => void;
}

export interface QueryField {
  /** As the query writes it. */
  readonly text: string;
  readonly field: SchemaField;
  readonly kind: FieldKind;
}

/** A field of the query's object; null when it is unknown, which the names' check reports. */
export function fieldOf(scope: QueryScope, name: FieldNameContext): QueryField | null {
  const text = name.getText();
  const written = text.split('.');
  const first = written[0]?.toLowerCase() ?? '';
  const isQualified =
    written.length > 1 && (scope.aliases.includes(first) || first === scope.object.toLowerCase());
  const path = isQualified ? written.slice(1) : written;
  const field = resolveField(scope.schema, scope.object, path);
  if (field === undefined) return null;
  const owner =
    path.length === 1
      ? scope.object
      : (resolveField(scope.schema, scope.object, path.slice(0, -1))?.type.replace(/^@/, '') ?? '');
  return { text, field, kind: kindOf(owner, field) };
}

/** Object of a query; of a sub-query among the columns, that of the child relationship. */
export function objectOf(
  schema: Schema,
  query: QueryContext | SubQueryContext,
  parent: string | null,
): string | null {
  const name = query.fromNameList().fieldName(0).getText();
  if (parent === null) return schema.get(name.toLowerCase())?.name ?? null;
  const type = findField(schema, parent, name)?.type ?? '';
  return type.endsWith('[]') ? type.slice(1, -2) : null;
}
