import type { ClassModel, FieldModel } from '../../model/class-model.ts';
import type { Transaction } from '../../model/transaction.ts';
import { collectionKind, T } from '../../model/types.ts';
import type { Type } from '../../model/types.ts';
import { ApexEnum, ApexList, ApexMap, ApexObject, ApexSet } from '../../model/values.ts';
import type { Value } from '../../model/values.ts';
import { addElement, putEntry } from '../../values/collections.ts';
import { refuse } from '../support.ts';
import type { JsonNode } from './parse-json.ts';
import { readPrimitive } from './read-primitive.ts';
import { readUntyped } from './read-untyped.ts';
import { readRecord } from './record-json.ts';
import { fieldsOf } from './to-json-node.ts';

interface Reading {
  readonly tx: Transaction;
  /** Members that the type does not have are refused. */
  readonly isStrict: boolean;
}

const mismatch = ({ tx }: Reading, type: Type, node: JsonNode): never =>
  tx.raise('JSONException', `Malformed JSON: Expected a value of ${type.name}, found ${node.kind}`);

function readCollection(reading: Reading, node: JsonNode, type: Type): Value {
  const { tx } = reading;
  const [first = T.Object, last = first] = type.args;
  if (collectionKind(type) === 'Map') {
    if (node.kind !== 'object') return mismatch(reading, type, node);
    const map = new ApexMap(type);
    for (const [key, member] of node.members) {
      const apexKey = first === T.String ? key : readPrimitive(tx, { kind: 'string', value: key }, first);
      putEntry(tx, map, apexKey, read(reading, member, last));
    }
    return map;
  }
  if (node.kind !== 'array') return mismatch(reading, type, node);
  const items = node.items.map((item) => read(reading, item, first));
  if (collectionKind(type) === 'List') return new ApexList(type, items);
  const set = new ApexSet(type);
  for (const item of items) addElement(tx, set, item);
  return set;
}

function fieldOf(reading: Reading, model: ClassModel, name: string): FieldModel | null {
  for (let at: ClassModel | undefined = model; at !== undefined; at = at.superType?.classModel) {
    const field = at.fields.get(name.toLowerCase());
    if (field === undefined || field.isStatic) continue;
    if (field.name !== name)
      return refuse(reading.tx, `${name} of JSON for the field ${model.name}.${field.name}`);
    if (field.setter?.body !== undefined)
      return refuse(reading.tx, `JSON for ${model.name}.${field.name}, which has a setter`);
    return field.isTransient ? null : field;
  }
  return null;
}

/** Constructors do not run; reports differ on initializers: a field that has one and no member is refused. */
function checkInitializers({ tx }: Reading, model: ClassModel, members: ReadonlyMap<string, JsonNode>): void {
  for (const field of fieldsOf(model))
    if (field.initialize !== undefined && !members.has(field.name))
      refuse(tx, `JSON without ${field.name} for ${model.name}, which gives it a value`);
}

function readInstance(reading: Reading, node: JsonNode, type: Type): Value {
  const { tx, isStrict } = reading;
  const model = type.classModel;
  if (model === undefined || model.isPlatform || model.kind !== 'class')
    return refuse(tx, `JSON as a ${type.name}`);
  if (node.kind !== 'object') return mismatch(reading, type, node);
  if (model.isAbstract)
    return tx.raise('TypeException', `Cannot deserialize JSON as abstract type: ${model.name}`);
  checkInitializers(reading, model, node.members);
  const instance = new ApexObject(model);
  for (let slot = 0; slot < model.instanceSlots; slot++) instance.fields[slot] = null;
  for (const [name, member] of node.members) {
    const field = fieldOf(reading, model, name);
    if (field !== null) instance.fields[field.slot] = read(reading, member, field.type);
    else if (isStrict)
      tx.raise(
        'JSONException',
        `Unrecognized field "${name}" (Class ${model.name}), not marked as ignorable`,
      );
  }
  return instance;
}

function readEnum(reading: Reading, node: JsonNode, type: Type): Value {
  const constants = type.classModel?.constants ?? refuse(reading.tx, `JSON as a ${type.name}`);
  const ordinal = node.kind === 'string' ? constants.indexOf(node.value) : -1;
  return ordinal < 0 ? mismatch(reading, type, node) : new ApexEnum(type, constants[ordinal] ?? '', ordinal);
}

function read(reading: Reading, node: JsonNode, type: Type): Value {
  if (node.kind === 'null') return null;
  if (type === T.Object) return readUntyped(reading.tx, node);
  switch (type.kind) {
    case 'primitive':
      return readPrimitive(reading.tx, node, type);
    case 'collection':
      return readCollection(reading, node, type);
    case 'class':
      return readInstance(reading, node, type);
    case 'enum':
      return readEnum(reading, node, type);
    case 'sobject':
      return node.kind === 'object'
        ? readRecord(reading.tx, node.members, type, (part, of) => read(reading, part, of))
        : mismatch(reading, type, node);
    default:
      return refuse(reading.tx, `JSON as a ${type.name}`);
  }
}

export const readTyped = (tx: Transaction, node: JsonNode, type: Type, isStrict: boolean): Value =>
  read({ tx, isStrict }, node, type);
