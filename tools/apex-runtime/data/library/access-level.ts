import type { LibraryType } from '../../library/registry-contract.ts';
import { given, platformObject } from '../../library/support.ts';
import type { AccessMode, Transaction } from '../../model/transaction.ts';
import type { PlatformObject } from '../../model/values.ts';

export const ACCESS_LEVEL: LibraryType = {
  name: 'AccessLevel',
  members: {
    'static property USER_MODE:AccessLevel': (tx) =>
      platformObject(tx, 'AccessLevel', 'user', 'USER_MODE', 'USER_MODE'),
    'static property SYSTEM_MODE:AccessLevel': (tx) =>
      platformObject(tx, 'AccessLevel', 'system', 'SYSTEM_MODE', 'SYSTEM_MODE'),
  },
};

export function accessMode(tx: Transaction, level: PlatformObject | null): AccessMode {
  return given(tx, level).state === 'user' ? 'user' : 'system';
}
