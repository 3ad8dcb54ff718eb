import type { ApexId } from '../../model/values.ts';
import type { Value } from '../../model/values.ts';
import { sameValue } from '../../values/equality.ts';
import { toId } from '../../values/ids.ts';
import type { LibraryType } from '../registry-contract.ts';
import { given } from '../support.ts';

export const ID: LibraryType = {
  name: 'Id',
  members: {
    'static valueOf(String):Id': (tx, _type, text: string | null) => toId(tx, given(tx, text)),
    'to15():String': (_tx, self: ApexId) => self.value.slice(0, 15),
    'equals(Object):Boolean': (_tx, self: ApexId, other: Value) => sameValue(self, other),
    'toString():String': (_tx, self: ApexId) => self.value,
  },
};
