import type { ConstructorCallExpression } from '../../language/ast.ts';
import { superclassOf } from '../../language/members.ts';
import type { Statement } from '../../language/statement-ast.ts';
import type { ClassModel, Frame, MethodModel } from '../../model/class-model.ts';
import { activate } from '../activate.ts';
import { bindArguments, convertArguments } from '../calls/arguments.ts';
import { sequence } from '../statements/compile-statement.ts';
import { EMPTY } from '../statements/completion.ts';
import type { Execute } from '../statements/completion.ts';
import type { Compiler } from '../compiler.ts';
import type { CompiledInitializers } from './initializers.ts';
import type { Scope } from '../scope.ts';
import { parameterTypes, pickMethod } from '../calls/source-calls.ts';

/** The superclass, the initializers, the statements; after `this(...)` only the statements. */
export function constructorBody(
  compiler: Compiler,
  statements: readonly Statement[],
  initializers: CompiledInitializers | null,
  scope: Scope,
  line: number,
): (frame: Frame) => null {
  const first = explicitCall(statements);
  const rest = first === null ? statements : statements.slice(1);
  const above = superclassOf(scope.owner);
  const before =
    first === null
      ? implicitCall(above, scope, line)
      : explicitConstructorCall(compiler, first, above, scope);
  const isDelegating = first?.of === 'this';
  const initialize = isDelegating || initializers === null ? null : inOwnFrame(initializers);
  const body = rest.length === 0 ? EMPTY : sequence(compiler, rest, scope);
  return (frame) => {
    before(frame);
    initialize?.(frame);
    body.execute(frame);
    return null;
  };
}

function explicitCall(statements: readonly Statement[]): ConstructorCallExpression | null {
  const [first] = statements;
  return first?.kind === 'expression' && first.expression.kind === 'constructor-call'
    ? first.expression
    : null;
}

function implicitCall(above: ClassModel | undefined, scope: Scope, line: number): Execute {
  if (above === undefined || above.isPlatform) return EMPTY.execute;
  const constructor = pickMethod(above.constructors, [], scope, line, `super`);
  return constructorCall(constructor, () => [], line);
}

function explicitConstructorCall(
  compiler: Compiler,
  { of, args, line }: ConstructorCallExpression,
  above: ClassModel | undefined,
  scope: Scope,
): Execute {
  const target = of === 'this' ? scope.owner : above;
  if (target === undefined) return scope.fail(line, 'super(...) needs a superclass');
  if (target.isPlatform) return scope.refuse(line, `${of}(...) of ${target.name}`);
  const point = compiler.environment.points.add(scope.owner.file, line);
  const values = compiler.values(args, scope);
  const constructor = pickMethod(target.constructors, values, scope, line, of);
  const bind = bindArguments(convertArguments(values, parameterTypes(constructor), scope, line));
  const call = constructorCall(constructor, bind, line);
  return (frame) => {
    frame.tx.hits[point] = (frame.tx.hits[point] ?? 0) + 1;
    return call(frame);
  };
}

function constructorCall(
  constructor: MethodModel,
  bind: (frame: Frame) => Frame['locals'],
  line: number,
): Execute {
  return (frame) => {
    const locals = [...bind(frame)];
    frame.tx.position.line = line;
    activate(frame.tx, constructor, frame.self, locals);
    return EMPTY.execute(frame);
  };
}

/** Initializers do not see the parameters of the constructor. */
function inOwnFrame({ execute, localCount }: CompiledInitializers): (frame: Frame) => void {
  return ({ self, tx }) => {
    const { line } = tx.position;
    execute({ locals: new Array<null>(localCount).fill(null), self, tx, returned: null });
    tx.position.line = line;
  };
}
