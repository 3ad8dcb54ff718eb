import type { OrgUser } from '../../model/apex-org.ts';
import type { Transaction } from '../../model/transaction.ts';
import type { LibraryType } from '../registry-contract.ts';
import { timeZoneOf } from '../time/time-zone-type.ts';

const user = (tx: Transaction): OrgUser => tx.org.user(tx.userId);

export const USER_INFO: LibraryType = {
  name: 'UserInfo',
  members: {
    'static getUserId():String': (tx) => tx.userId,
    'static getName():String': (tx) => user(tx).name,
    'static getFirstName():String': (tx) => user(tx).firstName,
    'static getLastName():String': (tx) => user(tx).lastName,
    'static getUserName():String': (tx) => user(tx).userName,
    'static getUserEmail():String': (tx) => user(tx).email,
    'static getUserType():String': (tx) => user(tx).userType,
    'static getProfileId():String': (tx) => user(tx).profileId,
    'static getUserRoleId():String': (tx) => user(tx).roleId,
    'static getLocale():String': (tx) => user(tx).locale,
    'static getLanguage():String': (tx) => user(tx).language,
    'static getTimeZone():TimeZone': (tx) => timeZoneOf(tx, user(tx).timeZone),
    'static getOrganizationId():String': (tx) => tx.org.organizationId,
    'static getOrganizationName():String': (tx) => tx.org.organizationName,
    'static isMultiCurrencyOrganization():Boolean': () => false,
  },
};
