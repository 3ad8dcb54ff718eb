import type { Transaction } from '../../model/transaction.ts';
import { ApexTime } from '../../model/values.ts';
import { DAY_MS } from '../../values/dates.ts';
import type { LibraryType } from '../registry-contract.ts';
import { given } from '../support.ts';

const HOUR = 3_600_000;

/** Wraps around at midnight. */
const timeAt = (ms: number): ApexTime => new ApexTime(((ms % DAY_MS) + DAY_MS) % DAY_MS);

const later =
  (unit: number) =>
  (tx: Transaction, self: ApexTime, amount: number | null): ApexTime =>
    timeAt(self.ms + unit * given(tx, amount));

export const TIME: LibraryType = {
  name: 'Time',
  members: {
    'static newInstance(Integer,Integer,Integer,Integer):Time': (
      tx,
      _type,
      hour: number | null,
      minute: number | null,
      second: number | null,
      ms: number | null,
    ) =>
      timeAt(
        given(tx, hour) * HOUR +
          given(tx, minute, 2) * 60_000 +
          given(tx, second, 3) * 1000 +
          given(tx, ms, 4),
      ),
    'addHours(Integer):Time': later(HOUR),
    'addMinutes(Integer):Time': later(60_000),
    'addSeconds(Integer):Time': later(1000),
    'addMilliseconds(Integer):Time': later(1),
    'hour():Integer': (_tx, self: ApexTime) => Math.floor(self.ms / HOUR),
    'minute():Integer': (_tx, self: ApexTime) => Math.floor(self.ms / 60_000) % 60,
    'second():Integer': (_tx, self: ApexTime) => Math.floor(self.ms / 1000) % 60,
    'millisecond():Integer': (_tx, self: ApexTime) => self.ms % 1000,
  },
};
