import type { NewArrayExpression, NewCollectionExpression, NewMapExpression } from '../../language/ast.ts';
import { collectionKind, T } from '../../model/types.ts';
import { ApexList, ApexMap, ApexSet } from '../../model/values.ts';
import { addElement, putEntry } from '../../values/collections.ts';
import type { Compiler } from '../compiler.ts';
import { convertOperand } from './convert.ts';
import { nullReference } from './null-reference.ts';
import { valueOf } from './operand.ts';
import type { ValueOperand } from './operand.ts';
import type { Scope } from '../scope.ts';

/** `new List<String>{ ... }`, `new Set<Id>{ ... }`, `new Map<Id, String>{}` */
export function collectionLiteral(
  compiler: Compiler,
  node: NewCollectionExpression,
  scope: Scope,
): ValueOperand {
  const type = compiler.type(node.type, scope);
  const kind = collectionKind(type);
  if (kind === 'Map' && node.items.length === 0) return valueOf(type, () => new ApexMap(type));
  const element = type.args[0];
  if (kind === null || kind === 'Map' || element === undefined) {
    return scope.fail(node.line, `Invalid initializer of the type ${type.name}`);
  }
  const items = node.items.map((item) =>
    convertOperand(compiler.value(item, scope), element, scope, item.line, 'element'),
  );
  if (kind === 'List')
    return valueOf(
      type,
      (frame) =>
        new ApexList(
          type,
          items.map((item) => item(frame)),
        ),
    );
  return valueOf(type, (frame) => {
    const set = new ApexSet(type);
    for (const item of items) addElement(frame.tx, set, item(frame));
    return set;
  });
}

/** `new Map<Id, String>{ key => value }` */
export function mapLiteral(compiler: Compiler, node: NewMapExpression, scope: Scope): ValueOperand {
  const type = compiler.type(node.type, scope);
  const [keyType, valueType] = type.args;
  if (collectionKind(type) !== 'Map' || keyType === undefined || valueType === undefined) {
    return scope.fail(node.line, `Invalid initializer of the type ${type.name}`);
  }
  const entries = node.entries.map(
    ([key, value]) =>
      [
        convertOperand(compiler.value(key, scope), keyType, scope, key.line, 'map key'),
        convertOperand(compiler.value(value, scope), valueType, scope, value.line, 'map value'),
      ] as const,
  );
  return valueOf(type, (frame) => {
    const map = new ApexMap(type);
    for (const [key, value] of entries) putEntry(frame.tx, map, key(frame), value(frame));
    return map;
  });
}

/** `new String[3]`, `new String[]{ ... }` */
export function arrayCreation(compiler: Compiler, node: NewArrayExpression, scope: Scope): ValueOperand {
  const element = compiler.type(node.type, scope);
  const type = compiler.environment.types.list(element);
  if (node.size === null) {
    const items = node.items.map((item) =>
      convertOperand(compiler.value(item, scope), element, scope, item.line, 'element'),
    );
    return valueOf(
      type,
      (frame) =>
        new ApexList(
          type,
          items.map((item) => item(frame)),
        ),
    );
  }
  const size = convertOperand(compiler.value(node.size, scope), T.Integer, scope, node.line, 'array size');
  return valueOf(type, (frame) => {
    const length = size(frame);
    if (typeof length !== 'number') return nullReference(frame.tx);
    if (length < 0) frame.tx.raise('ListException', `Size of array must not be negative: ${length}`);
    return new ApexList(type, new Array<null>(length).fill(null));
  });
}
