import type { LibraryType } from '../../library/registry-contract.ts';
import { given, refuse } from '../../library/support.ts';
import type { AccessMode, Transaction } from '../../model/transaction.ts';
import type { ApexList, PlatformObject } from '../../model/values.ts';
import type { Search } from '../../language/query-ast.ts';
import { asQueryException } from '../dynamic-query.ts';
import { parseSearch } from '../search/parse-search.ts';
import { planSearch, runSearch } from '../search/search-plan.ts';
import type { SearchPlan } from '../search/search-plan.ts';
import { accessMode } from './access-level.ts';

interface TextSearch {
  readonly find: string;
  readonly plan: SearchPlan;
}

const wordsOf = (search: Search): string => (search.find.kind === 'string' ? search.find.text : '');

function planText(tx: Transaction, text: string): TextSearch {
  return asQueryException(tx, () => {
    const search = parseSearch(text);
    const find = wordsOf(search);
    const rest = `search ${text.replace(find, '')}`;
    const known = tx.memo.get(rest) as SearchPlan | undefined;
    const plan =
      known ?? planSearch(search, tx.org.schema, { add: () => refuse(tx, 'a bind in the text of a search') });
    tx.memo.set(rest, plan);
    return { find, plan };
  });
}

function searchText(tx: Transaction, text: string | null, mode: AccessMode | null): ApexList {
  const { find, plan } = planText(tx, given(tx, text));
  if (mode !== null && plan.mode !== null)
    refuse(tx, 'an access mode both in the text and in the call of a search');
  return runSearch(tx, plan, find, plan.mode ?? mode ?? tx.defaultMode);
}

export const SEARCH: LibraryType = {
  name: 'Search',
  members: {
    'static query(String):List<List<SObject>>': (tx, _type, text: string | null) =>
      searchText(tx, text, null),
    'static query(String,AccessLevel):List<List<SObject>>': (
      tx,
      _type,
      text: string | null,
      level: PlatformObject | null,
    ) => searchText(tx, text, accessMode(tx, level)),
  },
};
