import type {
  BinaryExpression,
  ConditionalExpression,
  Expression,
  IndexExpression,
  UnaryExpression,
} from '../../language/ast.ts';
import { assignmentCost, isNumeric, widerNumber } from '../../language/assignability.ts';
import { makeTypeValue } from '../../library/system/type-type.ts';
import type { Frame } from '../../model/class-model.ts';
import { collectionKind, T } from '../../model/types.ts';
import type { Type } from '../../model/types.ts';
import { ApexList } from '../../model/values.ts';
import type { Value } from '../../model/values.ts';
import { bitOperation, negated } from '../../values/arithmetic.ts';
import { assignment, step } from './assignments.ts';
import { callOperand } from '../calls/calls.ts';
import { cast, instanceOf } from './casts.ts';
import { endChain, rowOrNull } from './chains.ts';
import { arrayCreation, collectionLiteral, mapLiteral } from './collections.ts';
import type { Compiler } from '../compiler.ts';
import { condition, convertOperand } from './convert.ts';
import { creation } from '../calls/creation.ts';
import { compareEqual, compareIdentity } from './equality.ts';
import { literal } from './literals.ts';
import { memberOperand } from './members.ts';
import { nameOperand } from './names.ts';
import { nullReference } from './null-reference.ts';
import { readPlace, valueOf } from './operand.ts';
import type { ListPosition, Operand, Place, ValueOperand } from './operand.ts';
import { combine, compareOrder } from './operators.ts';
import { queryOperand, searchOperand } from './queries.ts';
import type { Scope } from '../scope.ts';

/** A value, a type or a namespace; a chain with `?.` is not ended yet. */
export function compileOperand(compiler: Compiler, node: Expression, scope: Scope): Operand {
  const { environment } = compiler;
  const { line } = node;
  switch (node.kind) {
    case 'literal':
      return literal(node, scope);
    case 'name':
      return nameOperand(environment, node.name, scope, line);
    case 'this':
      if (scope.body.isStatic) scope.fail(line, 'this cannot be used in a static context');
      return valueOf(scope.owner.type, (frame) => frame.self);
    case 'super':
      if (scope.body.isStatic || scope.owner.superType === undefined) {
        scope.fail(line, 'super needs an instance of a class with a superclass');
      }
      return {
        kind: 'value',
        type: scope.owner.superType ?? T.Object,
        evaluate: (frame) => frame.self,
        isSuper: true,
      };
    case 'class-literal': {
      const type = compiler.type(node.type, scope);
      const typeOfTypes = environment.types.find('Type') ?? scope.refuse(line, 'the type Type');
      return valueOf(typeOfTypes, ({ tx }) => makeTypeValue(tx, type));
    }
    case 'member':
      return memberOperand(compiler, node, scope);
    case 'call':
      return callOperand(compiler, node, scope);
    case 'constructor-call':
      return scope.fail(line, `${node.of}(...) must be the first statement of a constructor`);
    case 'new':
      return creation(compiler, node, scope);
    case 'new-collection':
      return collectionLiteral(compiler, node, scope);
    case 'new-map':
      return mapLiteral(compiler, node, scope);
    case 'new-array':
      return arrayCreation(compiler, node, scope);
    case 'index':
      return element(compiler, node, scope);
    case 'binary':
      return binary(compiler, node, scope);
    case 'unary':
      return unary(compiler, node, scope);
    case 'step':
      return step(compiler, node, scope);
    case 'assign':
      return assignment(compiler, node, scope);
    case 'conditional':
      return ternary(compiler, node, scope);
    case 'cast':
      return cast(
        environment,
        compiler.value(node.operand, scope),
        compiler.type(node.type, scope),
        scope,
        line,
      );
    case 'instanceof':
      return instanceOf(
        environment,
        compiler.value(node.operand, scope),
        compiler.type(node.type, scope),
        scope,
        line,
      );
    case 'group':
      return compiler.value(node.operand, scope);
    case 'query':
      return queryOperand(compiler, node, scope);
    case 'search':
      return searchOperand(compiler, node, scope);
  }
}

export function compileValue(compiler: Compiler, node: Expression, scope: Scope): ValueOperand {
  const operand = compileOperand(compiler, node, scope);
  if (operand.kind === 'value') return endChain(operand);
  const name = operand.kind === 'type' ? operand.type.name : operand.name;
  return scope.fail(node.line, `Variable does not exist: ${name}`);
}

function binary(compiler: Compiler, node: BinaryExpression, scope: Scope): ValueOperand {
  const { operator, line } = node;
  const left = compiler.value(node.left, scope);
  const right = compiler.value(node.right, scope);
  switch (operator) {
    case '&&':
    case '||': {
      const [l, r] = [condition(left, scope, line), condition(right, scope, line)];
      return operator === '&&'
        ? valueOf(T.Boolean, (frame) => l(frame) === true && r(frame))
        : valueOf(T.Boolean, (frame) => l(frame) === true || r(frame));
    }
    case '??':
      return coalesce(left, right, scope, line);
    case '==':
    case '!=':
      return compareEqual(operator === '!=', left, right, scope, line);
    case '===':
    case '!==':
      return compareIdentity(operator === '!==', left, right, scope, line);
    case '<':
    case '>':
    case '<=':
    case '>=':
      return compareOrder(operator, left, right, scope, line);
    default:
      return combine(operator, left, right, scope, line);
  }
}

function unary(compiler: Compiler, node: UnaryExpression, scope: Scope): ValueOperand {
  const { operator, line } = node;
  if (operator === '-' && node.operand.kind === 'literal' && node.operand.type !== 'string') {
    const { text } = node.operand;
    if (text !== '' && !text.startsWith('-')) return literal({ ...node.operand, text: `-${text}` }, scope);
  }
  const operand = compiler.value(node.operand, scope);
  const { evaluate, type } = operand;
  if (operator === '!') {
    const value = condition(operand, scope, line);
    return valueOf(T.Boolean, (frame) => value(frame) !== true);
  }
  if (operator === '~') {
    if (type !== T.Integer && type !== T.Long) scope.refuse(line, `~ of ${type.name}`);
    const flip = bitOperation('^', type);
    return valueOf(type, (frame) => flip(frame.tx, evaluate(frame), -1));
  }
  if (!isNumeric(type)) scope.fail(line, `${operator} needs a number: ${type.name}`);
  return operator === '+'
    ? valueOf(type, evaluate)
    : valueOf(type, (frame) => negated(frame.tx, evaluate(frame)));
}

function ternary(compiler: Compiler, node: ConditionalExpression, scope: Scope): ValueOperand {
  const { line } = node;
  const decide = condition(compiler.value(node.condition, scope), scope, line);
  const yes = compiler.value(node.whenTrue, scope);
  const no = compiler.value(node.whenFalse, scope);
  const type = commonType(yes, no, scope, line, 'ternary operator');
  const [a, b] = [convertOperand(yes, type, scope, line), convertOperand(no, type, scope, line)];
  return valueOf(type, (frame) => (decide(frame) === true ? a(frame) : b(frame)));
}

function coalesce(left: ValueOperand, right: ValueOperand, scope: Scope, line: number): ValueOperand {
  const { evaluate } = left;
  const isRow = left.isQuery === true && right.type.kind === 'sobject';
  const first = isRow
    ? valueOf(left.type.args[0] ?? left.type, (frame) => rowOrNull(frame.tx, evaluate(frame)))
    : left;
  const type = commonType(first, right, scope, line, '?? operator');
  const [a, b] = [convertOperand(first, type, scope, line), convertOperand(right, type, scope, line)];
  return valueOf(type, (frame) => a(frame) ?? b(frame));
}

/** Of an Id and a String it is Id: what is no id then throws a StringException. */
function commonType(a: ValueOperand, b: ValueOperand, scope: Scope, line: number, what: string): Type {
  const [x, y] = [a.type, b.type];
  if (x === y || y === T.Null) return x;
  if (x === T.Null) return y;
  if (isNumeric(x) && isNumeric(y)) return widerNumber(x, y);
  if ((x === T.Id && y === T.String) || (x === T.String && y === T.Id)) return T.Id;
  if (assignmentCost(x, y) !== null && x !== T.Void) return y;
  if (assignmentCost(y, x) !== null) return x;
  return scope.fail(line, `Incompatible types in ${what}: ${x.name}, ${y.name}`);
}

/** `list[index]` */
function element(compiler: Compiler, node: IndexExpression, scope: Scope): ValueOperand {
  const target = compiler.value(node.target, scope);
  const type = target.type.args[0];
  if (collectionKind(target.type) !== 'List' || type === undefined) {
    return scope.fail(node.line, `Expression must be a list: ${target.type.name}`);
  }
  const list = target.evaluate;
  const index = convertOperand(compiler.value(node.index, scope), T.Integer, scope, node.line);
  const place: Place = {
    target: (frame) => {
      const at = list(frame);
      return position(frame, at, index(frame));
    },
    load: (_frame, at) => (at as ListPosition).list.items[(at as ListPosition).index] ?? null,
    store: (_frame, at, value) => {
      (at as ListPosition).list.items[(at as ListPosition).index] = value;
    },
  };
  return valueOf(type, readPlace(place), place);
}

function position({ tx }: Frame, list: Value, index: Value): ListPosition {
  if (!(list instanceof ApexList) || typeof index !== 'number') return nullReference(tx);
  if (index < 0 || index >= list.items.length)
    tx.raise('ListException', `List index out of bounds: ${index}`);
  return { list, index };
}
