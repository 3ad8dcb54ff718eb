import type { LibraryType } from '../registry-contract.ts';
import { hasSpace, isSpaceOnly } from './white-space.ts';

const every =
  (pattern: RegExp) =>
  (_tx: unknown, self: string): boolean =>
    pattern.test(self);

/** Questions about the characters of a String. Empty text is all lower case for none of them, a number for none. */
export const STRING_KIND: LibraryType['members'] = {
  'isAllLowerCase():Boolean': every(/^\p{Ll}+$/u),
  'isAllUpperCase():Boolean': every(/^\p{Lu}+$/u),
  'isAlpha():Boolean': every(/^\p{L}+$/u),
  'isAlphaSpace():Boolean': every(/^[\p{L} ]*$/u),
  'isAlphanumeric():Boolean': every(/^[\p{L}\p{Nd}]+$/u),
  'isAlphanumericSpace():Boolean': every(/^[\p{L}\p{Nd} ]*$/u),
  'isAsciiPrintable():Boolean': every(/^[ -~]*$/),
  'isNumeric():Boolean': every(/^\p{Nd}+$/u),
  'isNumericSpace():Boolean': every(/^[\p{Nd} ]*$/u),
  'isWhitespace():Boolean': (_tx, self: string) => isSpaceOnly(self),
  'containsWhitespace():Boolean': (_tx, self: string) => hasSpace(self),
};
