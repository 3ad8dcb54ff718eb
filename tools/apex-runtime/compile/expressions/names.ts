import { findField } from '../../language/members.ts';
import { findType } from '../../language/resolve-type.ts';
import type { ClassModel } from '../../model/class-model.ts';
import type { Environment } from '../environment.ts';
import { fieldOperand, localPlace } from './fields.ts';
import { valueOf } from './operand.ts';
import type { Operand } from './operand.ts';
import type { Scope } from '../scope.ts';

/** Names that are neither values nor types but come before one. */
const NAMESPACES: readonly string[] = ['system', 'schema', 'label', 'database', 'eventbus', 'messaging'];

/** What a name alone means; a variable hides a type. */
export function nameOperand(environment: Environment, name: string, scope: Scope, line: number): Operand {
  const local = scope.find(name);
  if (local !== undefined) {
    const place = localPlace(local.slot);
    const { slot } = local;
    const evaluate: ReturnType<typeof valueOf>['evaluate'] = (frame) => frame.locals[slot] ?? null;
    return local.isFixed ? valueOf(local.type, evaluate) : valueOf(local.type, evaluate, place);
  }
  const field = fieldByName(name, scope, line);
  if (field !== undefined) return field;
  const type = findType(environment, [name], [], scope.owner);
  if (type !== undefined) return { kind: 'type', type };
  if (NAMESPACES.includes(name.toLowerCase())) return { kind: 'namespace', name };
  return scope.fail(line, `Variable does not exist: ${name}`);
}

function fieldByName(name: string, scope: Scope, line: number): Operand | undefined {
  for (let at: ClassModel | undefined = scope.owner; at !== undefined; at = at.outer) {
    const field = findField(at, name);
    if (field === undefined) continue;
    if (field.isStatic) return fieldOperand(field, null, scope, line);
    if (at === scope.owner && !scope.body.isStatic)
      return fieldOperand(field, (frame) => frame.self, scope, line);
    return scope.fail(
      line,
      `Variable cannot be used from here, it belongs to an instance of ${at.name}: ${name}`,
    );
  }
  return undefined;
}
