import type { ClassModel } from '../../model/class-model.ts';
import { ApexList, ApexMap, ApexObject, ApexRecord, ApexSet } from '../../model/values.ts';
import type { Value } from '../../model/values.ts';
import { cloneRecord } from '../record-access.ts';

function isTransient(model: ClassModel, slot: number): boolean {
  for (let at: ClassModel | undefined = model; at !== undefined; at = at.superType?.classModel) {
    if (at.instanceFields.some((field) => field.slot === slot && field.isTransient)) return true;
  }
  return false;
}

/** What the platform keeps of a job: a copy of all that it holds, without transient fields. Nothing is shared with it. */
export function copyState(job: ApexObject): ApexObject {
  const copies = new Map<Value, Value>();
  const copyOf = (value: Value): Value => {
    const known = copies.get(value);
    if (known !== undefined) return known;
    if (value instanceof ApexObject) return copyObject(value);
    if (value instanceof ApexList) {
      const list = new ApexList(value.type);
      copies.set(value, list);
      list.items = value.items.map(copyOf);
      return list;
    }
    if (value instanceof ApexSet) {
      const set = new ApexSet(value.type);
      copies.set(value, set);
      for (const [key, item] of value.items) set.items.set(key, copyOf(item));
      return set;
    }
    if (value instanceof ApexMap) {
      const map = new ApexMap(value.type);
      copies.set(value, map);
      for (const [key, entry] of value.items) {
        map.items.set(key, { key: copyOf(entry.key), value: copyOf(entry.value) });
      }
      return map;
    }
    return value instanceof ApexRecord ? cloneRecord(value, true, true) : value;
  };
  const copyObject = (object: ApexObject): ApexObject => {
    const copy = new ApexObject(object.classModel);
    copies.set(object, copy);
    object.fields.forEach((value, slot) => {
      copy.fields[slot] = isTransient(object.classModel, slot) ? null : copyOf(value);
    });
    return copy;
  };
  return copyObject(job);
}
