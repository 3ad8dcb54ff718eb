import type { Project } from '../project.ts';
import { listFieldDefinitions, listObjectFiles } from './object-definitions.ts';
import type { FieldDefinition } from './object-definitions.ts';
import { loadStandardObjects } from './standard-objects.ts';

/** A field: `type` is an Apex type, `@Account` for a relationship, `@Case[]` for a child relationship. */
export interface SchemaField {
  readonly name: string;
  readonly type: string;
  readonly definition?: FieldDefinition;
}

/** An object, its fields by lower-case name. */
export interface SchemaObject {
  readonly name: string;
  readonly custom: boolean;
  readonly fields: Map<string, SchemaField>;
}

/** Objects by lower-case name: the platform's at API 65 and the project's. */
export type Schema = ReadonlyMap<string, SchemaObject>;

const ON_EVERY_OBJECT: Readonly<Record<string, string>> = {
  Id: 'Id',
  Name: 'String',
  CreatedDate: 'Datetime',
  CreatedById: 'Id',
  CreatedBy: '@User',
  LastModifiedDate: 'Datetime',
  LastModifiedById: 'Id',
  LastModifiedBy: '@User',
  SystemModstamp: 'Datetime',
  IsDeleted: 'Boolean',
};
const ON_METADATA_TYPES: Readonly<Record<string, string>> = {
  Id: 'Id',
  DeveloperName: 'String',
  MasterLabel: 'String',
  Label: 'String',
  Language: 'String',
  NamespacePrefix: 'String',
  QualifiedApiName: 'String',
  SystemModstamp: 'Datetime',
};
const ON_EVENTS: Readonly<Record<string, string>> = {
  CreatedDate: 'Datetime',
  CreatedById: 'Id',
  EventUuid: 'String',
  ReplayId: 'String',
};

function standardFieldsOf(name: string): Readonly<Record<string, string>> {
  if (name.endsWith('__mdt')) return ON_METADATA_TYPES;
  if (name.endsWith('__e')) return ON_EVENTS;
  return {
    ...ON_EVERY_OBJECT,
    OwnerId: 'Id',
    Owner: '@Name',
    LastViewedDate: 'Datetime',
    LastReferencedDate: 'Datetime',
  };
}

const REFERENCES = new Set(['Lookup', 'MasterDetail', 'MetadataRelationship']);

function makeObject(name: string, custom: boolean, fields: Readonly<Record<string, string>>): SchemaObject {
  const entries = Object.entries(fields).map(
    ([field, type]) => [field.toLowerCase(), { name: field, type }] as const,
  );
  return { name, custom, fields: new Map(entries) };
}

async function loadStandardSchema(): Promise<Schema> {
  const objects = Object.entries(await loadStandardObjects());
  return new Map(
    objects.map(([name, fields]) => [
      name.toLowerCase(),
      makeObject(name, false, { ...ON_EVERY_OBJECT, ...fields }),
    ]),
  );
}

function addField(
  own: (name: string) => SchemaObject | undefined,
  target: string,
  definition: FieldDefinition,
): void {
  const { name, referenceTo, relationshipName } = definition;
  const isReference = REFERENCES.has(definition.type);
  const fields = own(target)?.fields;
  fields?.set(name.toLowerCase(), { name, type: isReference ? 'Id' : 'String', definition });
  if (!isReference || referenceTo === undefined) return;
  const relation = name.replace(/__c$/, '__r');
  fields?.set(relation.toLowerCase(), { name: relation, type: `@${referenceTo}` });
  if (relationshipName === undefined) return;
  const children = `${relationshipName}__r`;
  const parent = own(referenceTo);
  parent?.fields.set(children.toLowerCase(), { name: children, type: `@${target}[]` });
}

/** The objects that Apex, queries and metadata of the project can name. Fields of Activity are those of Task and Event. */
export function loadSchema(project: Project): Promise<Schema> {
  return project.once('schema', async () => {
    const standard = await project.shared('standard objects', loadStandardSchema);
    const schema = new Map(standard);
    /** An object that this project may add fields to. */
    const own = (name: string): SchemaObject | undefined => {
      const object = schema.get(name.toLowerCase());
      if (object === undefined || object !== standard.get(name.toLowerCase())) return object;
      const copy = { ...object, fields: new Map(object.fields) };
      schema.set(name.toLowerCase(), copy);
      return copy;
    };
    for (const { name } of listObjectFiles(project)) {
      if (!schema.has(name.toLowerCase())) {
        schema.set(name.toLowerCase(), makeObject(name, true, standardFieldsOf(name)));
      }
    }
    for (const definition of listFieldDefinitions(project)) {
      const targets = definition.object === 'Activity' ? ['Task', 'Event'] : [definition.object];
      for (const target of targets) addField(own, target, definition);
    }
    return schema;
  });
}

/** Field of an object by API name, any case. */
export function findField(schema: Schema, object: string, field: string): SchemaField | undefined {
  return schema.get(object.toLowerCase())?.fields.get(field.toLowerCase());
}

/** Says what is wrong with a dotted path of fields that starts at `object`, or null. */
export function checkFieldPath(schema: Schema, object: string, path: readonly string[]): string | null {
  let current = schema.get(object.toLowerCase());
  for (const [index, part] of path.entries()) {
    if (current === undefined) return null;
    const field = current.fields.get(part.toLowerCase());
    const isLast = index === path.length - 1;
    if (field === undefined || field.type.endsWith('[]')) {
      return `${current.name} has no ${isLast ? 'field' : 'relationship'} ${part}`;
    }
    if (isLast) {
      const isRelation = field.type.startsWith('@') && field.type !== '@Address';
      return isRelation ? `${part} of ${current.name} is a relationship, not a field` : null;
    }
    if (!field.type.startsWith('@')) return `${part} of ${current.name} is not a relationship`;
    current = schema.get(field.type.slice(1).toLowerCase());
  }
  return null;
}

/** The field at the end of a dotted path, or undefined when a step is unknown. */
export function resolveField(
  schema: Schema,
  object: string,
  path: readonly string[],
): SchemaField | undefined {
  let current = schema.get(object.toLowerCase());
  for (const [index, part] of path.entries()) {
    const field = current?.fields.get(part.toLowerCase());
    if (index === path.length - 1) return field;
    current = schema.get((field?.type ?? '').replace(/^@/, '').toLowerCase());
  }
  return undefined;
}
