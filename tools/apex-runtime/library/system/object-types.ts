import type { ApexEnum, Value } from '../../model/values.ts';
import { sameValue } from '../../values/equality.ts';
import { textOf } from '../../values/text.ts';
import { STATUS_CODE } from '../enums.ts';
import type { LibraryType } from '../registry-contract.ts';
import { refuse } from '../support.ts';

/** Of every value. */
export const OBJECT: LibraryType = {
  name: 'Object',
  members: {
    'equals(Object):Boolean': (tx, self: Value, other: Value) => sameValue(self, other, tx),
    'toString():String': (tx, self: Value) => textOf(tx, self),
  },
};

/** Of every enum; `values()` and `valueOf` are compiled by its constants. */
export const ENUM: LibraryType = {
  name: 'Enum',
  members: {
    'name():String': (_tx, self: ApexEnum) => self.name,
    'ordinal():Integer': (tx, self: ApexEnum) =>
      self.type.name === STATUS_CODE.name ? refuse(tx, 'ordinal() of a StatusCode') : self.ordinal,
  },
};
