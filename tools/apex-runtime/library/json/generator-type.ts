import type { Transaction } from '../../model/transaction.ts';
import type { PlatformObject, Value } from '../../model/values.ts';
import type { LibraryType } from '../registry-contract.ts';
import { given, platformObject, refuse } from '../support.ts';
import type { JsonNode } from './parse-json.ts';
import { toJsonNode } from './to-json-node.ts';
import { writeJson, writePretty } from './write-json.ts';

type Container =
  | { readonly kind: 'object'; readonly members: Map<string, JsonNode>; name: string | null }
  | { readonly kind: 'array'; readonly items: JsonNode[] };

class Generator {
  readonly isPretty: boolean;
  readonly open: Container[] = [];
  result: JsonNode | null = null;
  isClosed = false;
  constructor(isPretty: boolean) {
    this.isPretty = isPretty;
  }
}

const generatorOf = (tx: Transaction, self: PlatformObject): Generator =>
  self.state instanceof Generator ? self.state : refuse(tx, 'this JSONGenerator');

const misuse = (tx: Transaction): never => refuse(tx, 'this order of calls of a JSONGenerator');

function place(tx: Transaction, generator: Generator, node: JsonNode): void {
  const into = generator.open.at(-1);
  if (generator.isClosed) misuse(tx);
  if (into?.kind === 'array') into.items.push(node);
  else if (into?.kind === 'object') {
    into.members.set(into.name ?? misuse(tx), node);
    into.name = null;
  } else if (generator.result === null) generator.result = node;
  else misuse(tx);
}

function start(tx: Transaction, self: PlatformObject, container: Container): void {
  const generator = generatorOf(tx, self);
  place(tx, generator, container);
  generator.open.push(container);
}

function end(tx: Transaction, self: PlatformObject, kind: Container['kind']): void {
  const container = generatorOf(tx, self).open.pop();
  if (container?.kind !== kind || (container.kind === 'object' && container.name !== null)) misuse(tx);
}

function name(tx: Transaction, self: PlatformObject, text: string | null): void {
  const into = generatorOf(tx, self).open.at(-1);
  if (into?.kind !== 'object' || into.name !== null) return misuse(tx);
  into.name = given(tx, text);
}

const write = (tx: Transaction, self: PlatformObject, value: Value): void => {
  place(tx, generatorOf(tx, self), toJsonNode(tx, value, false));
};

const field = (tx: Transaction, self: PlatformObject, text: string | null, value: Value): void => {
  name(tx, self, text);
  write(tx, self, value);
};

function textOf(tx: Transaction, self: PlatformObject): string {
  const { result, open, isPretty } = generatorOf(tx, self);
  if (result === null || open.length > 0) return misuse(tx);
  return isPretty ? writePretty(result) : writeJson(result);
}

const NUMBERS = ['Integer', 'Long', 'Double', 'Decimal'];
/** By the name of the method, with the types of the values it takes. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  String: ['String'],
  Number: NUMBERS,
  Boolean: ['Boolean'],
  Date: ['Date'],
  DateTime: ['Datetime'],
  Id: ['Id'],
  Blob: ['Blob'],
  Object: ['Object'],
};

const writers = Object.entries(KINDS).flatMap(([kind, types]) =>
  types.flatMap((type) => [
    [
      `write${kind}(${type}):void`,
      (tx: Transaction, self: PlatformObject, value: Value) => write(tx, self, value),
    ],
    [
      `write${kind}Field(String,${type}):void`,
      (tx: Transaction, self: PlatformObject, text: string | null, value: Value) =>
        field(tx, self, text, value),
    ],
  ]),
);

export const JSON_GENERATOR: LibraryType = {
  name: 'JSONGenerator',
  members: {
    ...Object.fromEntries(writers),
    'writeNull():void': (tx, self: PlatformObject) => write(tx, self, null),
    'writeNullField(String):void': (tx, self: PlatformObject, text: string | null) =>
      field(tx, self, text, null),
    'writeFieldName(String):void': name,
    'writeStartObject():void': (tx, self: PlatformObject) =>
      start(tx, self, { kind: 'object', members: new Map(), name: null }),
    'writeEndObject():void': (tx, self: PlatformObject) => end(tx, self, 'object'),
    'writeStartArray():void': (tx, self: PlatformObject) => start(tx, self, { kind: 'array', items: [] }),
    'writeEndArray():void': (tx, self: PlatformObject) => end(tx, self, 'array'),
    'getAsString():String': textOf,
    'close():void': (tx, self: PlatformObject) => {
      generatorOf(tx, self).isClosed = true;
    },
    'isClosed():Boolean': (tx, self: PlatformObject) => generatorOf(tx, self).isClosed,
  },
};

export const createGenerator = (tx: Transaction, isPretty: boolean): PlatformObject =>
  platformObject(tx, 'JSONGenerator', new Generator(isPretty));
