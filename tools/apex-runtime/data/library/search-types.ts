import type { LibraryType } from '../../library/registry-contract.ts';
import { given, refuse } from '../../library/support.ts';
import type { AccessMode, Transaction } from '../../model/transaction.ts';
import type { ApexList, PlatformObject } from '../../model/values.ts';
import { asQueryException } from '../dynamic-query.ts';
import { parseSearch, splitSearch } from '../search/parse-search.ts';
import { planSearch, runSearch } from '../search/search-plan.ts';
import type { SearchPlan } from '../search/search-plan.ts';
import { accessMode } from './access-level.ts';

interface TextSearch {
  readonly find: string;
  readonly plan: SearchPlan;
}

/** Searches differ in their words, seldom in the rest, which is planned once. */
function planText(tx: Transaction, text: string): TextSearch {
  return asQueryException(tx, () => {
    const split = splitSearch(text);
    const key = `search ${split.rest}`;
    const known = tx.memo.get(key) as SearchPlan | undefined;
    if (known !== undefined) return { find: split.find, plan: known };
    const plan = planSearch(parseSearch(split), tx.org.schema, {
      add: () => refuse(tx, 'a bind in the text of a search'),
    });
    tx.memo.set(key, plan);
    return { find: split.find, plan };
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
