import { fieldReader, fieldWriter, getChildren, getField, getParent } from '../../data/record-access.ts';
import { recordType } from '../../data/record-types.ts';
import type { Evaluate, Frame } from '../../model/class-model.ts';
import { T } from '../../model/types.ts';
import type { Type } from '../../model/types.ts';
import { ApexRecord } from '../../model/values.ts';
import type { Environment } from '../environment.ts';
import { nullReference } from './null-reference.ts';
import { readPlace, valueOf } from './operand.ts';
import type { Place, Target, ValueOperand } from './operand.ts';

/** A field, parent or child list of a record; undefined: its object has none of that name. */
export function recordMember(
  environment: Environment,
  record: ValueOperand,
  name: string,
): ValueOperand | undefined {
  const { schema, types } = environment;
  const { type, evaluate } = record;
  if (type === T.SObject) {
    if (name.toLowerCase() !== 'id') return undefined;
    return valueOf(T.Id, (frame) => getField(frame.tx, recordOf(frame, evaluate(frame)), 'Id'));
  }
  if (isNameType(type)) return memberOfAnyParent(record, name);
  const fieldType = schema.fieldType(type.name, name);
  if (fieldType !== undefined) {
    const place = fieldPlace(environment, type.name, name, evaluate);
    return place === undefined ? undefined : valueOf(fieldType, readPlace(place), place);
  }
  const parents = schema.parentObjects(type.name, name);
  if (parents !== undefined) {
    const [parent] = parents;
    const parentType =
      parents.length === 1 && parent !== undefined ? recordType(types, parent) : recordType(types, NAME);
    return valueOf(parentType, (frame) => getParent(frame.tx, recordOf(frame, evaluate(frame)), name));
  }
  const child = schema.childObject(type.name, name);
  if (child === undefined) return undefined;
  return valueOf(types.list(recordType(types, child)), (frame) =>
    getChildren(frame.tx, recordOf(frame, evaluate(frame)), name),
  );
}

/** The type of a parent that may be of several objects, such as `Who` of Task. */
const NAME = 'Name';

export function isNameType(type: Type): boolean {
  return type.kind === 'sobject' && type.name === NAME;
}

/** What all objects have that such a relationship leads to. */
function memberOfAnyParent({ evaluate }: ValueOperand, name: string): ValueOperand | undefined {
  const type = { id: T.Id, name: T.String }[name.toLowerCase()];
  return type && valueOf(type, (frame) => getField(frame.tx, recordOf(frame, evaluate(frame)), name));
}

function fieldPlace(
  { schema }: Environment,
  object: string,
  name: string,
  evaluate: Evaluate,
): Place | undefined {
  const read = fieldReader(schema, object, name);
  const write = fieldWriter(schema, object, name);
  if (read === undefined || write === undefined) return undefined;
  return {
    target: evaluate,
    load: (frame, target) => read(frame.tx, recordOf(frame, target)),
    store: (frame, target, value) => {
      write(frame.tx, recordOf(frame, target), value);
    },
  };
}

function recordOf(frame: Frame, value: Target): ApexRecord {
  return value instanceof ApexRecord ? value : nullReference(frame.tx);
}
