import { assignmentCost, iterableElement } from '../../language/assignability.ts';
import type { ForEachStatement } from '../../language/statement-ast.ts';
import type { Frame } from '../../model/class-model.ts';
import { UnsupportedApex } from '../../model/errors.ts';
import { collectionKind, T } from '../../model/types.ts';
import type { Type } from '../../model/types.ts';
import { ApexList, ApexObject, ApexSet } from '../../model/values.ts';
import type { Value } from '../../model/values.ts';
import { converter } from '../../values/convert.ts';
import { BREAK, EMPTY, NORMAL, RETURN } from './completion.ts';
import type { CompiledStatement, Completion } from './completion.ts';
import type { Compiler } from '../compiler.ts';
import { nullReference } from '../expressions/null-reference.ts';
import type { ValueOperand } from '../expressions/operand.ts';
import type { Scope } from '../scope.ts';

/** Records that a loop over a query gets at a time. */
const CHUNK = 200;

type Round = (frame: Frame, item: Value) => Completion;

/** `for (Type name : iterable)` */
export function forEachLoop(compiler: Compiler, node: ForEachStatement, outer: Scope): CompiledStatement {
  const scope = outer.child();
  const iterable = compiler.value(node.iterable, scope);
  const type = compiler.type(node.type, scope);
  const element = elementOf(iterable, type, scope, node.line);
  const isDowncast = element === T.SObject && type.kind === 'sobject';
  if (!isDowncast && assignmentCost(element, type) === null) {
    scope.fail(node.line, `Loop variable must be of the type ${element.name}`);
  }
  const convert = converter(element, type);
  const { slot } = scope.declare(node.name, type, node.line);
  const body = node.body === null ? EMPTY : compiler.statement(node.body, scope.loop());
  const round: Round = (frame, item) => {
    frame.locals[slot] = convert === null ? item : convert(frame.tx, item);
    return body.execute(frame);
  };
  const inChunks = iterable.isQuery === true && element === iterable.type;
  const { evaluate } = iterable;
  return {
    execute: (frame) => {
      const items = evaluate(frame);
      if (items instanceof ApexList) return overList(frame, inChunks ? chunksOf(items) : items, round);
      if (items instanceof ApexSet) return overSet(frame, items, round);
      if (items instanceof ApexObject) return overIterable(frame, items, round);
      if (items === null) return nullReference(frame.tx);
      throw new UnsupportedApex(`a loop over ${iterable.type.name}`, { ...frame.tx.position });
    },
    completes: true,
    breaks: false,
  };
}

function elementOf(iterable: ValueOperand, type: Type, scope: Scope, line: number): Type {
  const kind = collectionKind(iterable.type);
  if (iterable.isQuery === true && type === iterable.type) return type;
  const [element] = iterable.type.args;
  if ((kind === 'List' || kind === 'Set') && element !== undefined) return element;
  const own = iterable.type.classModel?.interfaces.map(iterableElement).find((each) => each !== undefined);
  return (
    iterableElement(iterable.type) ??
    own ??
    scope.fail(line, `Loop must iterate over a collection: ${iterable.type.name}`)
  );
}

function chunksOf(rows: ApexList): ApexList {
  const chunks: ApexList[] = [];
  for (let from = 0; from < rows.items.length; from += CHUNK) {
    chunks.push(new ApexList(rows.type, rows.items.slice(from, from + CHUNK)));
  }
  return new ApexList(rows.type, chunks);
}

function overList(frame: Frame, list: ApexList, round: Round): Completion {
  const size = list.items.length;
  for (let index = 0; index < size; index++) {
    const completion = round(frame, list.items[index] ?? null);
    if (completion === BREAK) return NORMAL;
    if (completion === RETURN) return RETURN;
    if (list.items.length !== size) {
      throw new UnsupportedApex('a list that changes its size while a loop is over it', {
        ...frame.tx.position,
      });
    }
  }
  return NORMAL;
}

function overSet(frame: Frame, set: ApexSet, round: Round): Completion {
  const size = set.items.size;
  for (const item of [...set.items.values()]) {
    const completion = round(frame, item);
    if (completion === BREAK) return NORMAL;
    if (completion === RETURN) return RETURN;
    if (set.items.size !== size) {
      frame.tx.raise('FinalException', 'Cannot modify a collection while it is being iterated.');
    }
  }
  return NORMAL;
}

/** An instance of a class that implements Iterable. */
function overIterable(frame: Frame, iterable: ApexObject, round: Round): Completion {
  const { tx } = frame;
  const iterator = tx.callByName(iterable, 'iterator', []);
  if (!(iterator instanceof ApexObject)) {
    throw new UnsupportedApex(`the iterator of ${iterable.classModel.name}`, { ...tx.position });
  }
  while (tx.callByName(iterator, 'hasNext', []) === true) {
    const completion = round(frame, tx.callByName(iterator, 'next', []) ?? null);
    if (completion === BREAK) return NORMAL;
    if (completion === RETURN) return RETURN;
  }
  return NORMAL;
}
