import type { Transaction } from '../../model/transaction.ts';
import { ApexDatetime } from '../../model/values.ts';
import type { ApexEnum, Value } from '../../model/values.ts';
import { sameValue } from '../../values/equality.ts';
import { shownText } from '../../values/text.ts';
import { localDate } from '../../values/zones.ts';
import type { LibraryType } from '../registry-contract.ts';
import { SYSTEM_ASSERTS } from './assert-types.ts';

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
    'static equals(Object,Object):Boolean': (tx, _type, a: Value, b: Value) => sameValue(a, b, tx),
  },
};

export const TEST: LibraryType = {
  name: 'Test',
  members: {
    'static isRunningTest():Boolean': (tx) => tx.test !== null,
  },
};
