import type { ApexOrg, ApexSchema } from '../../model/apex-org.ts';
import { UnsupportedApex } from '../../model/errors.ts';
import type { OrgField, OrgObject, StoredRecord, StoredValue } from '../../model/org-schema.ts';
import { storedField } from '../stored-value.ts';
import { QueryError } from './query-error.ts';

/** One relationship of a path: `Account` of `Account.Owner.Name`. */
export interface Hop {
  /** In lower case. */
  readonly relationship: string;
  readonly owner: OrgObject;
  readonly field: OrgField;
}

/** A field as a query names it, from the object of its FROM on. */
export interface FieldPath {
  readonly text: string;
  readonly hops: readonly Hop[];
  /** The object that has the field; of a polymorphic relationship that is known only for each row. */
  readonly object: OrgObject | null;
  readonly field: OrgField;
}

/** Fields that all objects of a polymorphic relationship have. */
const TYPE_FIELD = 'type';
const SHARED_FIELDS = new Set(['id', 'name', TYPE_FIELD]);

const noColumn = (line: number, name: string, object: string): QueryError =>
  new QueryError(
    line,
    `No such column '${name}' on entity '${object}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`,
  );

function sharedField(schema: ApexSchema, relation: OrgField, name: string, line: number): OrgField {
  const model = schema.object(relation.referenceTo[0] ?? '');
  const base = model?.fields.get(name === TYPE_FIELD ? 'name' : name);
  if (base === undefined || !SHARED_FIELDS.has(name)) throw noColumn(line, name, 'Name');
  return name === TYPE_FIELD ? { ...base, name: 'Type', kind: 'string', isCaseSensitive: false } : base;
}

/** Throws a `QueryError` for names that the org does not have. */
export function resolvePath(
  schema: ApexSchema,
  from: OrgObject,
  alias: string | null,
  names: readonly string[],
  line: number,
): FieldPath {
  const [first = '', ...others] = names;
  const isPrefixed =
    names.length > 1 && [from.name, alias].some((name) => name?.toLowerCase() === first.toLowerCase());
  const path = isPrefixed && !from.parents.has(first.toLowerCase()) ? others : names;
  const hops: Hop[] = [];
  let at = from;
  for (const [index, part] of path.slice(0, -1).entries()) {
    const relationship = part.toLowerCase();
    const field = at.parents.get(relationship);
    if (field === undefined) {
      throw new QueryError(
        line,
        `Didn't understand relationship '${part}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`,
      );
    }
    hops.push({ relationship, owner: at, field });
    if (field.referenceTo.length > 1) {
      if (index !== path.length - 2)
        throw new UnsupportedApex(`the path ${names.join('.')} beyond a polymorphic relationship`);
      const last = (path.at(-1) ?? '').toLowerCase();
      return { text: path.join('.'), hops, object: null, field: sharedField(schema, field, last, line) };
    }
    const next = schema.object(field.referenceTo[0] ?? '');
    if (next === undefined)
      throw new UnsupportedApex(`the object ${String(field.referenceTo[0])} of a relationship`);
    at = next;
  }
  const name = path.at(-1) ?? '';
  const field = at.fields.get(name.toLowerCase());
  if (field === undefined) throw noColumn(line, name, at.name);
  return { text: path.join('.'), hops, object: at, field };
}

/** The stored value at the end of a path; null where a relationship leads nowhere. */
export function readPath(org: ApexOrg, path: FieldPath, row: StoredRecord): StoredValue {
  if (path.hops.length === 0) return storedField(row, path.field.name);
  let at: StoredRecord | undefined = row;
  for (const { field } of path.hops) {
    const id: StoredValue = at === undefined ? null : storedField(at, field.name);
    at = id === null ? undefined : org.find(String(id));
  }
  if (at === undefined) return null;
  if (path.object === null && path.field.name === 'Type') return at.attributes.type;
  return storedField(at, path.field.name);
}

/** All fields that the path reads, with their objects. */
export function fieldsOfPath(
  path: FieldPath,
): readonly { readonly object: string; readonly field: OrgField }[] {
  const hops = path.hops.map(({ owner, field }) => ({ object: owner.name, field }));
  return path.object === null ? hops : [...hops, { object: path.object.name, field: path.field }];
}
