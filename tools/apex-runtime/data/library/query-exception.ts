import type { LibraryType } from '../../library/registry-contract.ts';
import { T } from '../../model/types.ts';
import { ApexMap, ApexSet } from '../../model/values.ts';
import type { ApexObject } from '../../model/values.ts';
import { addElement, putEntry } from '../../values/collections.ts';

/** What a query in user mode tells besides. */
export const QUERY_EXCEPTION: LibraryType = {
  name: 'QueryException',
  members: {
    'getInaccessibleFields():Map<String,Set<String>>': (tx, self: ApexObject) => {
      const names = tx.types.set(T.String);
      const map = new ApexMap(tx.types.map(T.String, names));
      for (const [object, fields] of self.exception?.inaccessible ?? []) {
        const set = new ApexSet(names);
        for (const field of fields) addElement(tx, set, field);
        putEntry(tx, map, object, set);
      }
      return map;
    },
  },
};
