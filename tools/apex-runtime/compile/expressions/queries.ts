import { compileQuery } from '../../data/compile-query.ts';
import { compileSearch } from '../../data/compile-search.ts';
import type { QueryEnvironment } from '../../data/data-contract.ts';
import type { QueryExpression, SearchExpression } from '../../language/ast.ts';
import { collectionKind } from '../../model/types.ts';
import type { Compiler } from '../compiler.ts';
import type { ValueOperand } from './operand.ts';
import { valueOf } from './operand.ts';
import type { Scope } from '../scope.ts';

/** `[SELECT ...]` */
export function queryOperand(compiler: Compiler, node: QueryExpression, scope: Scope): ValueOperand {
  const { type, evaluate } = compileQuery(node.query, environmentOf(compiler, scope));
  const { line } = node;
  return {
    kind: 'value',
    type,
    isQuery: collectionKind(type) === 'List',
    evaluate: (frame) => {
      frame.tx.position.line = line;
      return evaluate(frame);
    },
  };
}

/** `[FIND ...]` */
export function searchOperand(compiler: Compiler, node: SearchExpression, scope: Scope): ValueOperand {
  const { type, evaluate } = compileSearch(node.search, environmentOf(compiler, scope));
  return valueOf(type, evaluate);
}

function environmentOf(compiler: Compiler, scope: Scope): QueryEnvironment {
  const { schema, types } = compiler.environment;
  return {
    schema,
    types,
    file: scope.owner.file,
    compileBind: (expression) => compiler.value(expression, scope),
  };
}
