import type { Search } from '../language/query-ast.ts';
import { UnsupportedApex } from '../model/errors.ts';
import { T } from '../model/types.ts';
import { atSource, modeOf } from './compile-query.ts';
import type { QueryEnvironment, Typed } from './data-contract.ts';
import { planSearch, runSearch } from './search/search-plan.ts';

/** `[FIND ...]` */
export function compileSearch(search: Search, environment: QueryEnvironment): Typed {
  return atSource(environment.file, search.line, () => {
    const plan = planSearch(search, environment.schema, {
      add: () => {
        throw new UnsupportedApex('a bind in RETURNING');
      },
    });
    const { find } = search;
    const bind = find.kind === 'bind' ? environment.compileBind(find.expression) : null;
    return {
      type: environment.types.list(environment.types.list(T.SObject)),
      evaluate(frame) {
        const text = find.kind === 'string' ? find.text : bind?.evaluate(frame);
        return runSearch(frame.tx, plan, String(text ?? ''), modeOf(frame.tx, plan.mode));
      },
    };
  });
}
