import type { ApexDatetime, PlatformObject } from '../../model/values.ts';
import type { Transaction } from '../../model/transaction.ts';
import { userZone, zoneOffset } from '../../values/zones.ts';
import type { LibraryType } from '../registry-contract.ts';
import { given, platformObject, refuse } from '../support.ts';

export const timeZoneOf = (tx: Transaction, id: string): PlatformObject =>
  platformObject(tx, 'TimeZone', id, id, id);

const idOf = (tx: Transaction, self: PlatformObject): string => self.key ?? refuse(tx, 'this TimeZone');

export const TIME_ZONE: LibraryType = {
  name: 'TimeZone',
  members: {
    'static getTimeZone(String):TimeZone': (tx, _type, id: string | null) => {
      const known = given(tx, id);
      const isKnown =
        known === 'GMT' || known === userZone(tx) || /^[A-Z][a-z]+\/[A-Z][A-Za-z_/]+$/.test(known);
      return isKnown ? timeZoneOf(tx, known) : refuse(tx, `the time zone ${known}`);
    },
    'getID():String': (tx, self: PlatformObject) => idOf(tx, self),
    'getOffset(Datetime):Integer': (tx, self: PlatformObject, at: ApexDatetime | null) =>
      zoneOffset(tx, idOf(tx, self), given(tx, at).ms),
  },
};
