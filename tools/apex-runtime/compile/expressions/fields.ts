import { isVisible } from '../../language/visibility.ts';
import type { Evaluate, FieldModel, Frame, MethodModel } from '../../model/class-model.ts';
import { ApexObject } from '../../model/values.ts';
import type { Value } from '../../model/values.ts';
import { activate, staticsOf } from '../activate.ts';
import { nullReference } from './null-reference.ts';
import { readPlace, valueOf } from './operand.ts';
import type { Place, Target, ValueOperand } from './operand.ts';
import type { Scope } from '../scope.ts';

type Accessor = MethodModel | undefined;

/** A field or property of the sources; `self` is null for static ones. */
export function fieldOperand(
  field: FieldModel,
  self: Evaluate | null,
  scope: Scope,
  line: number,
): ValueOperand {
  const shown = `${field.owner.name}.${field.name}`;
  if (!isVisible(field, scope.owner)) scope.fail(line, `Variable is not visible: ${shown}`);
  const isStored = scope.body.accessorOf === field;
  const getter = isStored ? undefined : field.getter;
  const setter = isStored ? undefined : field.setter;
  const place =
    self === null ? staticPlace(field, getter, setter) : instancePlace(field, self, getter, setter);
  const evaluate = readPlace(place);
  return isStored || mayWrite(field, scope)
    ? valueOf(field.type, evaluate, place)
    : valueOf(field.type, evaluate);
}

function mayWrite(field: FieldModel, scope: Scope): boolean {
  const { setVisibility, isFinal, isStatic, owner, isTestVisible } = field;
  if (setVisibility === null) return false;
  if (!isVisible({ visibility: setVisibility, isTestVisible, owner }, scope.owner)) return false;
  if (!isFinal) return true;
  return scope.body.isConstructing && scope.owner === owner && scope.body.isStatic === isStatic;
}

function staticPlace(field: FieldModel, getter: Accessor, setter: Accessor): Place {
  const { owner, slot } = field;
  return {
    target: () => null,
    load: ({ tx }) => {
      const statics = staticsOf(tx, owner);
      return getter === undefined ? (statics[slot] ?? null) : activate(tx, getter, null, []);
    },
    store: ({ tx }, _target, value) => {
      const statics = staticsOf(tx, owner);
      if (setter === undefined) statics[slot] = value;
      else activate(tx, setter, null, [value]);
    },
  };
}

function instancePlace(field: FieldModel, self: Evaluate, getter: Accessor, setter: Accessor): Place {
  return {
    target: self,
    load: (frame, target) => {
      const object = instanceOf(frame, target);
      return getter === undefined
        ? (object.fields[field.slot] ?? null)
        : activate(frame.tx, getter, object, []);
    },
    store: (frame, target, value) => {
      const object = instanceOf(frame, target);
      if (setter === undefined) object.fields[field.slot] = value;
      else activate(frame.tx, setter, object, [value]);
    },
  };
}

function instanceOf(frame: Frame, target: Target): ApexObject {
  return target instanceof ApexObject ? target : nullReference(frame.tx);
}

/** A local variable or parameter. */
export function localPlace(slot: number): Place {
  return {
    slot,
    target: () => null,
    load: (frame): Value => frame.locals[slot] ?? null,
    store: (frame, _target, value) => {
      frame.locals[slot] = value;
    },
  };
}
