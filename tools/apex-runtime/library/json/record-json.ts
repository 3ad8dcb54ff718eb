import type { OrgObject } from '../../model/org-schema.ts';
import type { Transaction } from '../../model/transaction.ts';
import { T } from '../../model/types.ts';
import type { Type } from '../../model/types.ts';
import { ApexId, ApexRecord } from '../../model/values.ts';
import type { Value } from '../../model/values.ts';
import { refuse } from '../support.ts';
import type { JsonNode } from './parse-json.ts';

const API_VERSION = '65.0';
const ATTRIBUTES = 'attributes';

const text = (value: string): JsonNode => ({ kind: 'string', value });

function attributesOf(object: OrgObject, record: ApexRecord): JsonNode {
  const members = new Map<string, JsonNode>([['type', text(object.name)]]);
  const id = record.fields.get('id');
  if (id instanceof ApexId)
    members.set('url', text(`/services/data/v${API_VERSION}/sobjects/${object.name}/${id.value}`));
  return { kind: 'object', members };
}

function relationshipName(object: OrgObject, key: string): string | undefined {
  for (const { relationshipName: name } of object.fields.values())
    if (name?.toLowerCase() === key) return name;
  return undefined;
}

/** Its type, its fields and its parents. `node` makes JSON of one value. */
export function recordNode(tx: Transaction, record: ApexRecord, node: (value: Value) => JsonNode): JsonNode {
  const object = tx.org.schema.object(record.type.name) ?? refuse(tx, `JSON of a ${record.type.name}`);
  const members = new Map<string, JsonNode>([[ATTRIBUTES, attributesOf(object, record)]]);
  for (const [key, value] of record.fields)
    members.set(object.fields.get(key)?.name ?? refuse(tx, `JSON of ${object.name}.${key}`), node(value));
  for (const [key, parent] of record.related) {
    const name = relationshipName(object, key);
    if (name === undefined || !(parent instanceof ApexRecord))
      return refuse(tx, `JSON of ${object.name}.${key}`);
    members.set(name, node(parent));
  }
  return { kind: 'object', members };
}

/** The object that the attributes of a record name. */
function typeOf(tx: Transaction, members: ReadonlyMap<string, JsonNode>, type: Type): Type {
  if (type !== T.SObject) return type;
  const attributes = members.get(ATTRIBUTES);
  const named = attributes?.kind === 'object' ? attributes.members.get('type') : undefined;
  const object = named?.kind === 'string' ? tx.org.schema.objectName(named.value) : undefined;
  const found = object === undefined ? undefined : tx.types.find(object);
  return found ?? refuse(tx, 'JSON as a SObject without the name of an object in its attributes');
}

/** `read` reads one value of a type. */
export function readRecord(
  tx: Transaction,
  members: ReadonlyMap<string, JsonNode>,
  type: Type,
  read: (node: JsonNode, type: Type) => Value,
): ApexRecord {
  const record = new ApexRecord(typeOf(tx, members, type));
  const object = tx.org.schema.object(record.type.name) ?? refuse(tx, `JSON as a ${record.type.name}`);
  for (const [name, member] of members) {
    if (name === ATTRIBUTES) continue;
    const key = name.toLowerCase();
    const field = object.fields.get(key);
    if (field !== undefined) {
      record.fields.set(key, read(member, field.type));
      continue;
    }
    const parents = tx.org.schema.parentObjects(object.name, name);
    if (parents === undefined) refuse(tx, `${name} of JSON for a ${object.name}`);
    const [parent = ''] = parents ?? [];
    record.related.set(
      key,
      read(member, parents?.length === 1 ? (tx.types.find(parent) ?? T.SObject) : T.SObject),
    );
  }
  return record;
}
