import type { Transaction } from '../../model/transaction.ts';
import { ApexId } from '../../model/values.ts';
import type { Value } from '../../model/values.ts';
import { sameValue } from '../../values/equality.ts';
import type { LibraryType } from '../registry-contract.ts';
import { given, refuse } from '../support.ts';

const lower = (text: string): string => text.toLowerCase();

function charIndex(tx: Transaction, self: string, index: number | null): number {
  const at = given(tx, index);
  if (at < 0 || at >= self.length) return tx.raise('StringException', `String index out of range: ${at}`);
  return at;
}

function lastIndexOf(self: string, part: string, end: number): number {
  return end < 0 ? -1 : self.lastIndexOf(part, end);
}

function indexWhere(self: string, test: (character: string) => boolean): number {
  const found = [...self].find(test);
  return found === undefined ? -1 : self.indexOf(found);
}

function differenceIndex(self: string, other: string): number {
  if (self === other) return -1;
  let index = 0;
  while (index < self.length && self.charAt(index) === other.charAt(index)) index++;
  return index;
}

/** The commons library answers for null here, the platform's check of arguments is not published. */
function text(tx: Transaction, value: string | null, method: string): string {
  return value ?? refuse(tx, `null as an argument of String.${method}`);
}

function count(self: string, part: string): number {
  return part === '' ? 0 : self.split(part).length - 1;
}

/** Questions about what is in a String and where. */
export const STRING_FIND: LibraryType['members'] = {
  'length():Integer': (_tx, self: string) => self.length,
  'charAt(Integer):Integer': (tx, self: string, index: number | null) =>
    self.charCodeAt(charIndex(tx, self, index)),
  'codePointAt(Integer):Integer': (tx, self: string, index: number | null) =>
    self.codePointAt(charIndex(tx, self, index)) ?? 0,
  'codePointBefore(Integer):Integer': (tx, self: string, index: number | null) => {
    const before = [...self.slice(0, charIndex(tx, self, given(tx, index) - 1) + 1)];
    return before.at(-1)?.codePointAt(0) ?? 0;
  },
  'codePointCount(Integer,Integer):Integer': (tx, self: string, from: number | null, to: number | null) =>
    [...self.slice(given(tx, from), given(tx, to, 2))].length,
  'compareTo(String):Integer': (tx, self: string, other: string | null) => {
    const right = given(tx, other);
    const at = differenceIndex(self, right);
    if (at < 0) return 0;
    return at < self.length && at < right.length
      ? self.charCodeAt(at) - right.charCodeAt(at)
      : self.length - right.length;
  },
  'contains(String):Boolean': (tx, self: string, part: string | null) => self.includes(given(tx, part)),
  'containsIgnoreCase(String):Boolean': (tx, self: string, part: string | null) =>
    lower(self).includes(lower(text(tx, part, 'containsIgnoreCase'))),
  'containsAny(String):Boolean': (tx, self: string, characters: string | null) =>
    [...text(tx, characters, 'containsAny')].some((character) => self.includes(character)),
  'containsNone(String):Boolean': (tx, self: string, characters: string | null) =>
    ![...given(tx, characters)].some((character) => self.includes(character)),
  'containsOnly(String):Boolean': (tx, self: string, characters: string | null) => {
    const allowed = text(tx, characters, 'containsOnly');
    return [...self].every((character) => allowed.includes(character));
  },
  'countMatches(String):Integer': (tx, self: string, part: string | null) =>
    count(self, text(tx, part, 'countMatches')),
  'startsWith(String):Boolean': (tx, self: string, part: string | null) => self.startsWith(given(tx, part)),
  'startsWithIgnoreCase(String):Boolean': (tx, self: string, part: string | null) =>
    lower(self).startsWith(lower(text(tx, part, 'startsWithIgnoreCase'))),
  'endsWith(String):Boolean': (tx, self: string, part: string | null) => self.endsWith(given(tx, part)),
  'endsWithIgnoreCase(String):Boolean': (tx, self: string, part: string | null) =>
    lower(self).endsWith(lower(text(tx, part, 'endsWithIgnoreCase'))),
  'equals(String):Boolean': (_tx, self: string, other: string | null) => self === other,
  'equals(Id):Boolean': (_tx, self: string, other: ApexId | null) => sameValue(self, other),
  'equals(Object):Boolean': (_tx, self: string, other: Value) =>
    other instanceof ApexId ? sameValue(self, other) : self === other,
  'equalsIgnoreCase(String):Boolean': (_tx, self: string, other: string | null) =>
    other !== null && lower(self) === lower(other),
  'indexOf(String):Integer': (tx, self: string, part: string | null) => self.indexOf(given(tx, part)),
  'indexOf(String,Integer):Integer': (tx, self: string, part: string | null, from: number | null) =>
    self.indexOf(given(tx, part), given(tx, from, 2)),
  'indexOfIgnoreCase(String):Integer': (tx, self: string, part: string | null) =>
    lower(self).indexOf(lower(text(tx, part, 'indexOfIgnoreCase'))),
  'indexOfIgnoreCase(String,Integer):Integer': (tx, self: string, part: string | null, from: number | null) =>
    lower(self).indexOf(lower(text(tx, part, 'indexOfIgnoreCase')), given(tx, from, 2)),
  'indexOfAny(String):Integer': (tx, self: string, characters: string | null) => {
    const wanted = text(tx, characters, 'indexOfAny');
    return indexWhere(self, (character) => wanted.includes(character));
  },
  'indexOfAnyBut(String):Integer': (tx, self: string, characters: string | null) => {
    const unwanted = text(tx, characters, 'indexOfAnyBut');
    return indexWhere(self, (character) => !unwanted.includes(character));
  },
  'indexOfChar(Integer):Integer': (tx, self: string, code: number | null) =>
    self.indexOf(String.fromCodePoint(given(tx, code))),
  'indexOfChar(Integer,Integer):Integer': (tx, self: string, code: number | null, from: number | null) =>
    self.indexOf(String.fromCodePoint(given(tx, code)), given(tx, from, 2)),
  'indexOfDifference(String):Integer': (tx, self: string, other: string | null) =>
    differenceIndex(self, text(tx, other, 'indexOfDifference')),
  'lastIndexOf(String):Integer': (tx, self: string, part: string | null) => self.lastIndexOf(given(tx, part)),
  'lastIndexOf(String,Integer):Integer': (tx, self: string, part: string | null, end: number | null) =>
    lastIndexOf(self, given(tx, part), given(tx, end, 2)),
  'lastIndexOfIgnoreCase(String):Integer': (tx, self: string, part: string | null) =>
    lower(self).lastIndexOf(lower(text(tx, part, 'lastIndexOfIgnoreCase'))),
  'lastIndexOfIgnoreCase(String,Integer):Integer': (
    tx,
    self: string,
    part: string | null,
    end: number | null,
  ) => lastIndexOf(lower(self), lower(text(tx, part, 'lastIndexOfIgnoreCase')), given(tx, end, 2)),
  'lastIndexOfChar(Integer):Integer': (tx, self: string, code: number | null) =>
    self.lastIndexOf(String.fromCodePoint(given(tx, code))),
  'lastIndexOfChar(Integer,Integer):Integer': (tx, self: string, code: number | null, end: number | null) =>
    lastIndexOf(self, String.fromCodePoint(given(tx, code)), given(tx, end, 2)),
  'difference(String):String': (tx, self: string, other: string | null) => {
    const right = given(tx, other);
    const at = differenceIndex(self, right);
    return at < 0 ? '' : right.slice(at);
  },
  'getLevenshteinDistance(String):Integer': (tx, self: string, other: string | null) =>
    levenshtein(self, text(tx, other, 'getLevenshteinDistance')),
  'getLevenshteinDistance(String,Integer):Integer': (
    tx,
    self: string,
    other: string | null,
    threshold: number | null,
  ) => {
    const distance = levenshtein(self, text(tx, other, 'getLevenshteinDistance'));
    return distance <= given(tx, threshold, 2) ? distance : -1;
  },
};

function levenshtein(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_unused, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1;
      next.push(Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + cost));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
