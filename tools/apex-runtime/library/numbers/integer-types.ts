import type { Transaction } from '../../model/transaction.ts';
import { ApexDouble } from '../../model/values.ts';
import type { Value } from '../../model/values.ts';
import { toInteger } from '../../values/arithmetic.ts';
import { isNumber, toNumber } from '../../values/decimal.ts';
import { runtimeTypeOf } from '../../values/runtime-type.ts';
import type { LibraryType } from '../registry-contract.ts';
import { given, refuse } from '../support.ts';
import { localNumber } from './number-format.ts';

function parseWhole(tx: Transaction, text: string, bits: 32 | 64, name: string): bigint {
  if (/^\s|\s$/.test(text)) refuse(tx, `white space around the text of ${name}.valueOf`);
  const value = /^[+-]?\d+$/.test(text) ? BigInt(text.replace('+', '')) : null;
  return value !== null && BigInt.asIntN(bits, value) === value
    ? value
    : tx.raise('TypeException', `Invalid ${name.toLowerCase()}: ${text}`);
}

const integerOf = (tx: Transaction, text: string): number => Number(parseWhole(tx, text, 32, 'Integer'));

/** Null stays null; a number that was held as Object is cut to a whole one. */
function integerOfObject(tx: Transaction, value: Value): number | null {
  if (value === null || typeof value === 'number') return value;
  if (typeof value === 'string') return integerOf(tx, value);
  if (!isNumber(value)) return refuse(tx, `Integer.valueOf of a ${runtimeTypeOf(tx.types, value).name}`);
  const whole = BigInt(Math.trunc(toNumber(value)));
  return BigInt.asIntN(32, whole) === whole
    ? Number(whole)
    : refuse(tx, 'Integer.valueOf of a number of more than 32 bits');
}

export const INTEGER: LibraryType = {
  name: 'Integer',
  members: {
    'static valueOf(String):Integer': (tx, _type, text: string | null) => integerOf(tx, given(tx, text)),
    'static valueOf(Object):Integer': (tx, _type, value: Value) => integerOfObject(tx, value),
    'format():String': (tx, self: number) => localNumber(tx, self),
    'intValue():Integer': (_tx, self: number) => self,
  },
};

export const LONG: LibraryType = {
  name: 'Long',
  members: {
    'static valueOf(String):Long': (tx, _type, text: string | null) =>
      parseWhole(tx, given(tx, text), 64, 'Long'),
    'format():String': (tx, self: bigint) => localNumber(tx, Number(self)),
    'intValue():Integer': (_tx, self: bigint) => toInteger(self),
  },
};

export const BOOLEAN: LibraryType = {
  name: 'Boolean',
  members: {
    'static valueOf(String):Boolean': (tx, _type, text: string | null) =>
      given(tx, text).toLowerCase() === 'true',
    'static valueOf(Object):Boolean': (tx, _type, value: Value) => {
      const known = given(tx, value);
      if (typeof known === 'boolean') return known;
      return typeof known === 'string'
        ? known.toLowerCase() === 'true'
        : tx.raise(
            'TypeException',
            'Invalid boolean: ' + String(known instanceof ApexDouble ? known.value : known),
          );
    },
  },
};
