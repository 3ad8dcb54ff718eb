import type { Initializer } from '../../language/class-source.ts';
import type { ClassModel } from '../../model/class-model.ts';
import { T } from '../../model/types.ts';
import { fieldOperand } from '../expressions/fields.ts';
import { sequence } from '../statements/compile-statement.ts';
import { NORMAL } from '../statements/completion.ts';
import type { Execute } from '../statements/completion.ts';
import type { Compiler } from '../compiler.ts';
import { convertOperand } from '../expressions/convert.ts';
import type { Body } from '../scope.ts';
import { Scope } from '../scope.ts';

export interface CompiledInitializers {
  readonly execute: Execute;
  readonly localCount: number;
}

/** Field initializers and initializer blocks, in the order of the source; null: there are none. */
export function compileInitializers(
  compiler: Compiler,
  owner: ClassModel,
  list: readonly Initializer[],
  isStatic: boolean,
): CompiledInitializers | null {
  if (list.length === 0) return null;
  const body: Body = {
    owner,
    isStatic,
    isConstructing: true,
    returnType: T.Void,
    accessorOf: null,
    localCount: 0,
  };
  const parts = list.map((initializer) => compileInitializer(compiler, initializer, new Scope(body)));
  return {
    localCount: body.localCount,
    execute: (frame) => {
      for (const part of parts) part(frame);
      return NORMAL;
    },
  };
}

function compileInitializer(compiler: Compiler, initializer: Initializer, scope: Scope): Execute {
  if (initializer.kind === 'block') return sequence(compiler, initializer.body.statements, scope).execute;
  const { field, value, line } = initializer;
  const storing = new Scope({ ...scope.body, accessorOf: field });
  const { place } = fieldOperand(field, field.isStatic ? null : (frame) => frame.self, storing, line);
  const evaluate = convertOperand(compiler.value(value, scope), field.type, scope, line);
  const point = compiler.environment.points.add(field.owner.file, line);
  return (frame) => {
    const { tx } = frame;
    tx.position.line = line;
    tx.hits[point] = (tx.hits[point] ?? 0) + 1;
    const result = evaluate(frame);
    place?.store(frame, frame.self, result);
    return NORMAL;
  };
}
