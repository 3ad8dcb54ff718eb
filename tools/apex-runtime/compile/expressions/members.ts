import type { MemberExpression } from '../../language/ast.ts';
import { findField } from '../../language/members.ts';
import { findType } from '../../language/resolve-type.ts';
import { T } from '../../model/types.ts';
import type { Type } from '../../model/types.ts';
import { ApexEnum } from '../../model/values.ts';
import { link } from './chains.ts';
import type { Compiler } from '../compiler.ts';
import type { Environment } from '../environment.ts';
import { enumConstant } from './enums.ts';
import { fieldOperand } from './fields.ts';
import { libraryProperty } from '../calls/library-members.ts';
import { valueOf } from './operand.ts';
import type { Operand, ValueOperand } from './operand.ts';
import { isNameType, recordMember } from './records.ts';
import { oneRow } from './convert.ts';
import type { Scope } from '../scope.ts';
import { describedMember, describedObject, staticRecordMember } from './record-tokens.ts';

/** `target.name` */
export function memberOperand(compiler: Compiler, node: MemberExpression, scope: Scope): Operand {
  const { environment } = compiler;
  const { name, line, isSafe } = node;
  const target = compiler.operand(node.target, scope);
  if (target.kind !== 'value') {
    if (isSafe) scope.fail(line, `Safe navigation operator cannot be used on a type: ${name}`);
    return target.kind === 'namespace'
      ? memberOfNamespace(environment, target.name, name, scope, line)
      : memberOfType(environment, target.type, name, scope, line);
  }
  return link(target, isSafe, scope, (before) => memberOfValue(environment, before, name, scope, line));
}

function memberOfNamespace(
  environment: Environment,
  namespace: string,
  name: string,
  scope: Scope,
  line: number,
): Operand {
  const path = namespace.toLowerCase();
  if (path === 'label' || path === 'system.label') return label(environment, name, scope, line);
  if (path === 'system' && name.toLowerCase() === 'label') return { kind: 'namespace', name: 'System.Label' };
  const type = findType(environment, [...namespace.split('.'), name], [], undefined);
  if (type !== undefined) return { kind: 'type', type };
  return scope.refuse(line, `the name ${namespace}.${name}`);
}

function memberOfType(
  environment: Environment,
  type: Type,
  name: string,
  scope: Scope,
  line: number,
): Operand {
  const model = type.classModel;
  if (model !== undefined) {
    const field = findField(model, name);
    if (field?.isStatic === true) return fieldOperand(field, null, scope, line);
    const constant = enumConstant(environment, type, name);
    if (constant !== undefined) return valueOf(type, () => constant);
    const inner = model.inner.get(name.toLowerCase());
    if (inner !== undefined) return { kind: 'type', type: inner.type };
    return scope.fail(line, `Variable does not exist: ${type.name}.${name}`);
  }
  const constant = enumConstant(environment, type, name);
  if (constant instanceof ApexEnum) return valueOf(type, () => constant);
  if (type.kind === 'sobject') {
    const token = staticRecordMember(environment, type, name);
    if (token !== undefined) return token;
  }
  const property = libraryProperty(environment, type, null, name, line);
  if (property !== undefined) return property;
  const description = type.name === 'Schema.SObjectType' ? describedObject(environment, name) : undefined;
  if (description !== undefined) return description;
  const nested = findType(environment, [...type.name.split('.'), name], [], undefined);
  if (nested !== undefined) return { kind: 'type', type: nested };
  return type.name.toLowerCase() === 'system' || type.name.toLowerCase() === 'schema'
    ? memberOfNamespace(environment, type.name, name, scope, line)
    : scope.refuse(line, `${type.name}.${name}`);
}

function memberOfValue(
  environment: Environment,
  target: ValueOperand,
  name: string,
  scope: Scope,
  line: number,
): ValueOperand {
  const description = describedMember(environment, target, name);
  if (description !== undefined) return description;
  const owner = target.isQuery === true ? rowOf(target) : target;
  const { type, evaluate } = owner;
  const field = type.classModel === undefined ? undefined : findField(type.classModel, name);
  if (field !== undefined && !field.isStatic) return fieldOperand(field, evaluate, scope, line);
  const ofRecord = type.kind === 'sobject' ? recordMember(environment, owner, name) : undefined;
  const found = ofRecord ?? libraryProperty(environment, type, evaluate, name, line);
  if (found !== undefined) return found;
  if (isNameType(type)) scope.refuse(line, `the field ${name} of a parent that may be of several objects`);
  return scope.fail(line, `Variable does not exist: ${type.name}.${name}`);
}

function rowOf(query: ValueOperand): ValueOperand {
  const { type, evaluate } = query;
  return valueOf(type.args[0] ?? type, (frame) => oneRow(frame.tx, evaluate(frame)));
}

function label({ schema }: Environment, name: string, scope: Scope, line: number): ValueOperand {
  const text = schema.label(name);
  if (text === undefined) return scope.fail(line, `Label does not exist: ${name}`);
  return valueOf(T.String, () => text);
}
