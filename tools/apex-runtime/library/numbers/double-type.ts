import { ApexDouble } from '../../model/values.ts';
import type { Value } from '../../model/values.ts';
import { toInteger, toLong } from '../../values/arithmetic.ts';
import { isNumber, parseDecimal, toDouble } from '../../values/decimal.ts';
import type { LibraryType } from '../registry-contract.ts';
import { given, refuse } from '../support.ts';
import { localNumber } from './number-format.ts';

const whole = (value: number): bigint => BigInt(Math.trunc(value));

export const DOUBLE: LibraryType = {
  name: 'Double',
  members: {
    'static valueOf(String):Double': (tx, _type, text: string | null) => {
      const known = given(tx, text);
      if (/^\s|\s$|[a-df-z]/i.test(known)) refuse(tx, `the text ${known} as a Double`);
      const value = parseDecimal(known);
      return value === null ? tx.raise('TypeException', `Invalid double: ${known}`) : toDouble(value);
    },
    'static valueOf(Object):Double': (tx, _type, value: Value) => {
      const known = given(tx, value);
      return isNumber(known) ? toDouble(known) : refuse(tx, 'Double.valueOf of an Object that is no number');
    },
    'format():String': (tx, self: ApexDouble) => localNumber(tx, self.value),
    'intValue():Integer': (_tx, self: ApexDouble) => toInteger(whole(self.value)),
    'longValue():Long': (_tx, self: ApexDouble) => toLong(whole(self.value)),
    'round():Long': (_tx, self: ApexDouble) => toLong(BigInt(Math.round(self.value))),
    'doubleValue():Double': (_tx, self: ApexDouble) => new ApexDouble(self.value),
  },
};
