import type { Expression, NewExpression } from '../../language/ast.ts';
import { isException } from '../../language/members.ts';
import { isVisible } from '../../language/visibility.ts';
import { fieldWriter, newRecord, putParent } from '../../data/record-access.ts';
import { recordType } from '../../data/record-types.ts';
import type { Frame } from '../../model/class-model.ts';
import { T } from '../../model/types.ts';
import type { Type } from '../../model/types.ts';
import type { ApexRecord } from '../../model/values.ts';
import { construct } from '../activate.ts';
import { bindArguments, convertArguments, typeNames } from './arguments.ts';
import type { Compiler } from '../compiler.ts';
import { convertOperand } from '../expressions/convert.ts';
import { exceptionConstruction } from './exception-creation.ts';
import { libraryConstruction } from './library-members.ts';
import { valueOf } from '../expressions/operand.ts';
import type { ValueOperand } from '../expressions/operand.ts';
import type { Scope } from '../scope.ts';
import { parameterTypes, pickMethod } from './source-calls.ts';

/** `new Type(...)` */
export function creation(compiler: Compiler, node: NewExpression, scope: Scope): ValueOperand {
  const type = compiler.type(node.type, scope);
  const { line } = node;
  if (type.kind === 'sobject') return recordCreation(compiler, type, node.args, scope, line);
  const args = compiler.values(node.args, scope);
  const model = type.classModel;
  if (model !== undefined && isException(model)) {
    return exceptionConstruction(compiler.environment, type, args, scope, line);
  }
  if (model !== undefined) return instanceCreation(type, args, scope, line);
  return (
    libraryConstruction(compiler.environment, type, args, scope, line) ??
    scope.refuse(line, `new ${type.name}(${typeNames(args)})`)
  );
}

function instanceCreation(
  type: Type,
  args: readonly ValueOperand[],
  scope: Scope,
  line: number,
): ValueOperand {
  const model = type.classModel ?? scope.fail(line, `Invalid type: ${type.name}`);
  if (model.kind !== 'class' || model.isAbstract) {
    scope.fail(line, `Abstract classes, interfaces and enums cannot be constructed: ${type.name}`);
  }
  const constructor = pickMethod(model.constructors, args, scope, line, `new ${type.name}`);
  if (!isVisible(constructor, scope.owner)) scope.fail(line, `Constructor is not visible: ${type.name}`);
  const bind = bindArguments(convertArguments(args, parameterTypes(constructor), scope, line));
  return valueOf(type, (frame) => {
    const locals = bind(frame);
    frame.tx.position.line = line;
    return construct(frame.tx, constructor, locals);
  });
}

type PutField = (frame: Frame, record: ApexRecord) => void;

/** `new Account(Name = 'x', Parent = account)` */
function recordCreation(
  compiler: Compiler,
  type: Type,
  args: readonly Expression[],
  scope: Scope,
  line: number,
): ValueOperand {
  if (type === T.SObject) scope.fail(line, 'Type cannot be constructed: SObject');
  const seen = new Set<string>();
  const puts = args.map((node) => {
    const name = fieldNameOf(node);
    if (name === null || node.kind !== 'assign')
      return scope.fail(line, 'The constructor of a record takes Field = value');
    if (seen.has(name.toLowerCase())) scope.fail(line, `Duplicate field initialization: ${name}`);
    seen.add(name.toLowerCase());
    return putOf(compiler, type, name, node.value, scope, node.line);
  });
  return valueOf(type, (frame) => {
    const record = newRecord(frame.tx, type);
    for (const put of puts) put(frame, record);
    return record;
  });
}

function fieldNameOf(node: Expression): string | null {
  return node.kind === 'assign' && node.operator === '=' && node.target.kind === 'name'
    ? node.target.name
    : null;
}

function putOf(
  { environment, value }: Compiler,
  type: Type,
  name: string,
  node: Expression,
  scope: Scope,
  line: number,
): PutField {
  const { schema, types } = environment;
  const fieldType = schema.fieldType(type.name, name);
  const write = fieldWriter(schema, type.name, name);
  if (fieldType !== undefined && write !== undefined) {
    const evaluate = convertOperand(value(node, scope), fieldType, scope, line);
    return (frame, record) => {
      write(frame.tx, record, evaluate(frame));
    };
  }
  const parents =
    schema.parentObjects(type.name, name) ?? scope.fail(line, `Field does not exist: ${type.name}.${name}`);
  const [parent] = parents;
  const parentType = parents.length === 1 && parent !== undefined ? recordType(types, parent) : T.SObject;
  const evaluate = convertOperand(value(node, scope), parentType, scope, line);
  return (frame, record) => {
    putParent(frame.tx, record, name, evaluate(frame));
  };
}
