import type { LibraryType } from '../../library/registry-contract.ts';
import { platformObject, refuse } from '../../library/support.ts';
import type { PlatformObject } from '../../model/values.ts';

interface DuplicateHeader {
  allowSave: boolean | null;
  runAsCurrentUser: boolean | null;
}

interface Options {
  optAllOrNone: boolean | null;
  readonly duplicates: PlatformObject;
}

const headerOf = (self: PlatformObject): DuplicateHeader => self.state as DuplicateHeader;
const optionsOf = (self: PlatformObject): Options => self.state as Options;

export const DUPLICATE_RULE_HEADER: LibraryType = {
  name: 'Database.DMLOptions.DuplicateRuleHeader',
  members: {
    'property allowSave:Boolean': (_tx, self: PlatformObject) => headerOf(self).allowSave,
    'set allowSave:Boolean': (_tx, self: PlatformObject, value: boolean | null) => {
      headerOf(self).allowSave = value;
    },
    'property runAsCurrentUser:Boolean': (_tx, self: PlatformObject) => headerOf(self).runAsCurrentUser,
    'set runAsCurrentUser:Boolean': (_tx, self: PlatformObject, value: boolean | null) => {
      headerOf(self).runAsCurrentUser = value;
    },
  },
};

export const DML_OPTIONS: LibraryType = {
  name: 'Database.DMLOptions',
  members: {
    'new()': (tx) => {
      const header: DuplicateHeader = { allowSave: null, runAsCurrentUser: null };
      const options: Options = {
        optAllOrNone: null,
        duplicates: platformObject(tx, DUPLICATE_RULE_HEADER.name, header),
      };
      return platformObject(tx, 'Database.DMLOptions', options);
    },
    'property optAllOrNone:Boolean': (_tx, self: PlatformObject) => optionsOf(self).optAllOrNone,
    'set optAllOrNone:Boolean': (_tx, self: PlatformObject, value: boolean | null) => {
      optionsOf(self).optAllOrNone = value;
    },
    'property duplicateRuleHeader:Database.DMLOptions.DuplicateRuleHeader': (_tx, self: PlatformObject) =>
      optionsOf(self).duplicates,
    'set allowFieldTruncation:Boolean': (tx) => refuse(tx, 'allowFieldTruncation'),
  },
};

export interface DmlChoices {
  readonly isAllOrNone: boolean;
  readonly allowDuplicates: boolean;
}

/** Without `optAllOrNone` a statement with options saves what it can. */
export function choicesOf(options: PlatformObject): DmlChoices {
  const { optAllOrNone, duplicates } = optionsOf(options);
  return { isAllOrNone: optAllOrNone === true, allowDuplicates: headerOf(duplicates).allowSave === true };
}
