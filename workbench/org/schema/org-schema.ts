import { DmlRefusal } from '../refusal.ts';
import type { MetadataFile } from '../../../src/metadata/custom-metadata.ts';
import { readOwnFields, readOwnObjects } from '../metadata/read-objects.ts';
import type { FieldDefinition, ObjectDefinition } from './field-definition.ts';
import { SETUP_OBJECTS } from './setup-objects.ts';
import { STANDARD_OBJECTS } from './standard-objects.ts';

/** All objects of the org: the standard ones, with the package's fields on them, and the package's own. */
export interface OrgSchema {
  readonly objects: ReadonlyMap<string, ObjectDefinition>;
  /** Object of an id by its key prefix. */
  objectOfId(recordId: string): ObjectDefinition | undefined;
}

export function createOrgSchema(files: readonly MetadataFile[]): OrgSchema {
  const added = readOwnFields(files);
  const standard = [...STANDARD_OBJECTS, ...SETUP_OBJECTS].map((object) => ({
    ...object,
    fields: new Map([
      ...object.fields,
      ...added
        .filter((field) => field.object === object.name)
        .map((field) => [field.field.name, field.field] as const),
    ]),
  }));
  const all = [...standard, ...readOwnObjects(files)];
  const byPrefix = new Map(all.map((object) => [object.keyPrefix, object]));
  return {
    objects: new Map(all.map((object) => [object.name, object])),
    objectOfId: (recordId) => byPrefix.get(recordId.slice(0, 3)),
  };
}

/** Names of objects and fields are found in any case, as the platform finds them. */
function findNamed<T>(items: ReadonlyMap<string, T>, name: string): T | undefined {
  const wanted = name.toLowerCase();
  return items.get(name) ?? [...items].find(([known]) => known.toLowerCase() === wanted)?.[1];
}

export const findObject = (schema: OrgSchema, name: string): ObjectDefinition | undefined =>
  findNamed(schema.objects, name);

export const findField = (object: ObjectDefinition, name: string): FieldDefinition | undefined =>
  findNamed(object.fields, name);

/** The object, or the refusal INVALID_TYPE. */
export function requireObject(schema: OrgSchema, name: string): ObjectDefinition {
  const object = findObject(schema, name);
  if (object === undefined) throw new DmlRefusal('INVALID_TYPE', `sObject type '${name}' is not supported.`);
  return object;
}

/** The field, or the refusal INVALID_FIELD. */
export function requireField(object: ObjectDefinition, name: string): FieldDefinition {
  const field = findField(object, name);
  if (field === undefined) {
    throw new DmlRefusal('INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`, [
      name,
    ]);
  }
  return field;
}
