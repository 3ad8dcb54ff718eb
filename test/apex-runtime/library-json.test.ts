import { UnsupportedApex } from '../../tools/apex-runtime/model/errors.ts';
import { T } from '../../tools/apex-runtime/model/types.ts';
import type { Type } from '../../tools/apex-runtime/model/types.ts';
import {
  ApexBlob,
  ApexDate,
  ApexDatetime,
  ApexDouble,
  ApexList,
  ApexMap,
} from '../../tools/apex-runtime/model/values.ts';
import type { Value } from '../../tools/apex-runtime/model/values.ts';
import { fromAuraJson, toAuraJson } from '../../tools/apex-runtime/library/aura-json.ts';
import { parseJson } from '../../tools/apex-runtime/library/json/parse-json.ts';
import { readTyped } from '../../tools/apex-runtime/library/json/read-typed.ts';
import { writeJson } from '../../tools/apex-runtime/library/json/write-json.ts';
import { putEntry } from '../../tools/apex-runtime/values/collections.ts';
import { parseDecimal } from '../../tools/apex-runtime/values/decimal.ts';
import { callStatic, libraryHost, Raised } from './library-transaction.ts';

const host = libraryHost();
const { tx, types } = host;

function map(entries: Record<string, Value>): ApexMap {
  const made = new ApexMap(types.map(T.String, T.Object));
  for (const [key, value] of Object.entries(entries)) putEntry(tx, made, key, value);
  return made;
}

const list = (...items: Value[]): ApexList => new ApexList(types.list(T.Object), items);
const serialize = (value: Value): Value => callStatic(host, 'JSON', 'serialize', [value]);
const pretty = (value: Value): Value => callStatic(host, 'JSON', 'serializePretty', [value]);
const untyped = (text: string): Value => callStatic(host, 'JSON', 'deserializeUntyped', [text]);
const typed = (text: string, type: Type): Value => readTyped(tx, parseJson(text), type, false);

describe('JSON', () => {
  it('keeps the digits of numbers, the order of members and all that JSON can say', () => {
    const text = '{"b":[1,1.50,-0.1,true,false,null,{}],"a":"x\\n\\u001f\\"\\\\/ä","1":10000000000}';
    expect(serialize(untyped(text))).toBe(text);
  });

  it('writes values as the platform does', () => {
    const value = map({
      date: new ApexDate(0),
      at: new ApexDatetime(1),
      double: new ApexDouble(2),
      long: 5n,
      blob: new ApexBlob(Buffer.from('Hi')),
      none: null,
    });
    expect(serialize(value)).toBe(
      '{"date":"1970-01-01","at":"1970-01-01T00:00:00.001Z","double":2.0,"long":5,"blob":"SGk=","none":null}',
    );
  });

  it('indents members', () => {
    expect(pretty(map({ a: list(1, map({ b: 2 })), c: list(), d: map({}) }))).toBe(
      '{\n  "a" : [ 1, {\n    "b" : 2\n  } ],\n  "c" : [ ],\n  "d" : { }\n}',
    );
  });

  it.each([
    ['', 'No content to map to Object due to end of input'],
    ['{', 'Unexpected end-of-input'],
    ['[1', "Unexpected end-of-input: expected a comma or ']' at input location [1,3]"],
    ['{a:1}', "Unexpected character ('a' (code 97)): was expecting double-quote to start field name"],
    ['[1,]', "Unexpected character (']' (code 93)): expected a valid value"],
    ['1 2', "Unexpected character ('2' (code 50)): expected the end of the input"],
    ['"a\nb"', 'expected the end of a string'],
    ['01', 'expected the end of the input'],
    ['\n x', "Unexpected character ('x' (code 120)): expected a valid value"],
  ])('refuses %j', (text, message) => {
    expect(() => untyped(text)).toThrow(message);
    expect(() => untyped(text)).toThrow(Raised);
  });

  it('refuses numbers whose type is not known', () => {
    expect(() => untyped('1e3')).toThrow(UnsupportedApex);
    expect(() => untyped('10000000000000000000')).toThrow(UnsupportedApex);
  });

  it.each([
    ['"2026-01-31T10:00:00.000+0100"', T.Datetime, '"2026-01-31T09:00:00.000Z"'],
    ['"2026-01-31T10:00:00Z"', T.Datetime, '"2026-01-31T10:00:00.000Z"'],
    ['"2026-01-31"', T.Date, '"2026-01-31"'],
    ['"10:05:00.020Z"', T.Time, '"10:05:00.020Z"'],
    ['5', T.Decimal, '5'],
    ['5', T.Double, '5.0'],
    ['5', T.String, '"5"'],
    ['5', T.Long, '5'],
    ['"001D000000Ju1zH"', T.Id, '"001D000000Ju1zHIAR"'],
    ['null', T.Integer, 'null'],
    ['{"a":[1]}', types.map(T.String, types.list(T.Integer)), '{"a":[1]}'],
    ['["a","a"]', types.set(T.String), '["a"]'],
  ])('reads %s as %o', (text, type, expected) => {
    expect(serialize(typed(text, type))).toBe(expected);
  });

  it.each([
    ['"2026-02-30"', T.Date],
    ['"2026-01-31"', T.Datetime],
    ['"2026-01-31T25:00:00Z"', T.Datetime],
    ['1.5', T.Integer],
    ['3000000000', T.Integer],
    ['{}', types.list(T.String)],
    ['[]', types.map(T.String, T.String)],
    ['{}', T.String],
    ['1', T.Boolean],
  ])('refuses %s as %o', (text, type) => {
    expect(() => typed(text, type)).toThrow(Raised);
  });

  it('refuses text for a number, where the platform may convert', () => {
    expect(() => typed('"5"', T.Integer)).toThrow(UnsupportedApex);
  });

  it('writes what it parsed', () => {
    expect(writeJson(parseJson(' { "a" : [ 1.0 , "\\u00e4" ] } '))).toBe('{"a":[1.0,"ä"]}');
  });
});

describe('values for components', () => {
  it('become plain JSON, null included', () => {
    const value = map({
      a: list(1, parseDecimal('1.50'), 7n),
      b: null,
      c: new ApexDatetime(0),
      d: new ApexDate(1),
    });
    expect(toAuraJson(tx, value)).toEqual({
      a: [1, 1.5, 7],
      b: null,
      c: '1970-01-01T00:00:00.000Z',
      d: '1970-01-02',
    });
  });

  it('are read by the type of the parameter', () => {
    expect(fromAuraJson(tx, undefined, T.String)).toBeNull();
    expect(fromAuraJson(tx, 'a', T.String)).toBe('a');
    expect(fromAuraJson(tx, ['a'], types.list(T.String))).toEqual(new ApexList(types.list(T.String), ['a']));
    expect(() => fromAuraJson(tx, 5, T.String)).toThrow(UnsupportedApex);
  });

  it('refuse what a component cannot get', () => {
    expect(() => toAuraJson(tx, new ApexBlob(new Uint8Array()))).toThrow(UnsupportedApex);
  });
});
