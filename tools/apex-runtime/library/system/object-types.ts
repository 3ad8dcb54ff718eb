import { UnsupportedApex } from '../../model/errors.ts';
import type { Type } from '../../model/types.ts';
import { ApexEnum, ApexList } from '../../model/values.ts';
import type { Value } from '../../model/values.ts';
import { sameValue } from '../../values/equality.ts';
import { textOf } from '../../values/text.ts';
import { STATUS_CODE } from '../enums.ts';
import type { LibraryType } from '../registry-contract.ts';
import { given, refuse } from '../support.ts';

/** Of every value. */
export const OBJECT: LibraryType = {
  name: 'Object',
  members: {
    'equals(Object):Boolean': (tx, self: Value, other: Value) => sameValue(self, other, tx),
    'toString():String': (tx, self: Value) => textOf(tx, self),
  },
};

/** Constants of an enum of the sources. */
function constantsOf(type: Type): readonly string[] {
  const constants = type.classModel?.constants;
  if (constants === undefined) throw new UnsupportedApex(`all constants of ${type.name}`);
  return constants;
}

/** Of every enum. */
export const ENUM: LibraryType = {
  name: 'Enum',
  members: {
    'name():String': (_tx, self: ApexEnum) => self.name,
    'ordinal():Integer': (tx, self: ApexEnum) =>
      self.type.name === STATUS_CODE.name ? refuse(tx, 'ordinal() of a StatusCode') : self.ordinal,
    'static values():List<This>': (tx, type: Type) =>
      new ApexList(
        tx.types.list(type),
        constantsOf(type).map((constant, ordinal) => new ApexEnum(type, constant, ordinal)),
      ),
    'static valueOf(String):This': (tx, type: Type, name: string | null) => {
      const known = given(tx, name);
      const ordinal = constantsOf(type).findIndex(
        (constant) => constant.toLowerCase() === known.toLowerCase(),
      );
      return ordinal < 0
        ? tx.raise('NoSuchElementException', `No enum constant ${type.name}.${known}`)
        : new ApexEnum(type, constantsOf(type)[ordinal] ?? known, ordinal);
    },
  },
};
