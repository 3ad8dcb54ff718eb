import type { PlatformObject, Value } from '../../model/values.ts';
import type { LibraryType } from '../registry-contract.ts';
import { given } from '../support.ts';
import { typeOfValue } from '../system/type-type.ts';
import { createGenerator } from './generator-type.ts';
import { parseText, readUntyped } from './read-untyped.ts';
import { readTyped } from './read-typed.ts';
import { toJsonNode } from './to-json-node.ts';
import { writeJson, writePretty } from './write-json.ts';

export const JSON_TYPE: LibraryType = {
  name: 'JSON',
  members: {
    'static createGenerator(Boolean):JSONGenerator': (tx, _type, isPretty: boolean | null) =>
      createGenerator(tx, given(tx, isPretty)),
    'static serialize(Object):String': (tx, _type, value: Value) => writeJson(toJsonNode(tx, value, false)),
    'static serialize(Object,Boolean):String': (tx, _type, value: Value, withoutNulls: boolean | null) =>
      writeJson(toJsonNode(tx, value, given(tx, withoutNulls, 2))),
    'static serializePretty(Object):String': (tx, _type, value: Value) =>
      writePretty(toJsonNode(tx, value, false)),
    'static serializePretty(Object,Boolean):String': (
      tx,
      _type,
      value: Value,
      withoutNulls: boolean | null,
    ) => writePretty(toJsonNode(tx, value, given(tx, withoutNulls, 2))),
    'static deserializeUntyped(String):Object': (tx, _type, text: string | null) =>
      readUntyped(tx, parseText(tx, given(tx, text))),
    'static deserialize(String,Type):Object': (tx, _type, text: string | null, type: PlatformObject | null) =>
      readTyped(tx, parseText(tx, given(tx, text)), typeOfValue(tx, given(tx, type, 2)), false),
    'static deserializeStrict(String,Type):Object': (
      tx,
      _type,
      text: string | null,
      type: PlatformObject | null,
    ) => readTyped(tx, parseText(tx, given(tx, text)), typeOfValue(tx, given(tx, type, 2)), true),
  },
};
