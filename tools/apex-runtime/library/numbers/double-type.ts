import { ApexDouble } from '../../model/values.ts';
import { toInteger, toLong } from '../../values/arithmetic.ts';
import { parseDecimal, toDecimal, toDouble } from '../../values/decimal.ts';
import type { LibraryType } from '../registry-contract.ts';
import { given, refuse } from '../support.ts';
import { rounded } from './decimal-type.ts';
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
    'format():String': (tx, self: ApexDouble) => localNumber(tx, self.value),
    'intValue():Integer': (_tx, self: ApexDouble) => toInteger(whole(self.value)),
    'longValue():Long': (_tx, self: ApexDouble) => toLong(whole(self.value)),
    'round():Long': (tx, self: ApexDouble) => rounded(tx, toDecimal(self), 'HALF_EVEN'),
    'doubleValue():Double': (_tx, self: ApexDouble) => new ApexDouble(self.value),
  },
};
