import type { Transaction } from '../../model/transaction.ts';
import { ApexDatetime } from '../../model/values.ts';
import type { ApexEnum, Value } from '../../model/values.ts';
import { sameValue } from '../../values/equality.ts';
import { runtimeTypeOf } from '../../values/runtime-type.ts';
import { shownText } from '../../values/text.ts';
import { localDate } from '../../values/zones.ts';
import type { LibraryType } from '../registry-contract.ts';
import { refuse } from '../support.ts';
import { javaHash } from '../text/string-change.ts';
import { SYSTEM_ASSERTS } from './assert-types.ts';

/** Java's Boolean.hashCode. */
const TRUE_HASH = 1231;
const FALSE_HASH = 1237;

function debug(tx: Transaction, level: string, value: Value): void {
  tx.debugLog.push(`${tx.position.file}:${tx.position.line} ${level} ${shownText(tx, value)}`);
}

export const SYSTEM: LibraryType = {
  name: 'System',
  members: {
    ...SYSTEM_ASSERTS,
    'static debug(Object):void': (tx, _type, value: Value) => {
      debug(tx, 'DEBUG', value);
    },
    'static debug(LoggingLevel,Object):void': (tx, _type, level: ApexEnum | null, value: Value) => {
      debug(tx, level?.name ?? 'DEBUG', value);
    },
    'static now():Datetime': (tx) => new ApexDatetime(tx.org.now()),
    'static today():Date': (tx) => localDate(tx, tx.org.now()),
    'static currentTimeMillis():Long': (tx) => BigInt(tx.org.now()),
    'static hashCode(Object):Integer': (tx, _type, value: Value) => {
      if (typeof value === 'number') return value;
      if (typeof value === 'string') return javaHash(value);
      if (typeof value === 'boolean') return value ? TRUE_HASH : FALSE_HASH;
      return value === null ? 0 : refuse(tx, `System.hashCode of a ${runtimeTypeOf(tx.types, value).name}`);
    },
    'static equals(Object,Object):Boolean': (tx, _type, a: Value, b: Value) => sameValue(a, b, tx),
  },
};

export const TEST: LibraryType = {
  name: 'Test',
  members: {
    'static isRunningTest():Boolean': (tx) => tx.test !== null,
  },
};
