import type { Transaction } from '../../model/transaction.ts';
import type { LibraryType } from '../registry-contract.ts';
import { given, refuse, strings } from '../support.ts';
import { characterGroups } from './character-groups.ts';
import { compileRegex, splitText } from './regex.ts';

function substring(tx: Transaction, self: string, from: number | null, to: number | null): string {
  const start = given(tx, from);
  const end = given(tx, to, 2);
  if (start < 0 || start > self.length)
    return tx.raise('StringException', `Starting position out of bounds: ${start}`);
  if (end < start || end > self.length)
    return tx.raise('StringException', `Ending position out of bounds: ${end}`);
  return self.slice(start, end);
}

const part = (tx: Transaction, value: string | null, method: string): string =>
  value ?? refuse(tx, `null as an argument of String.${method}`);

function between(tx: Transaction, self: string, open: string | null, close: string | null): string | null {
  const left = part(tx, open, 'substringBetween');
  const right = part(tx, close, 'substringBetween');
  const start = self.indexOf(left);
  const end = start < 0 ? -1 : self.indexOf(right, start + left.length);
  return end < 0 ? null : self.slice(start + left.length, end);
}

function repeated(tx: Transaction, times: number | null): number {
  return Math.max(0, given(tx, times));
}

/** Spaces or another text up to a length; null or empty text is a space. */
function padding(length: number, pad: string | null): string {
  const text = pad === null || pad === '' ? ' ' : pad;
  return length <= 0 ? '' : text.repeat(Math.ceil(length / text.length)).slice(0, length);
}

function centered(self: string, size: number, pad: string): string {
  const missing = size - self.length;
  if (missing <= 0) return self;
  const left = padding(Math.floor(missing / 2), pad) + self;
  return left + padding(size - left.length, pad);
}

function abbreviated(tx: Transaction, self: string, width: number | null): string {
  const size = given(tx, width);
  if (size < 4) return tx.raise('StringException', 'Minimum abbreviation width is 4');
  return self.length <= size ? self : `${self.slice(0, size - 3)}...`;
}

function abbreviatedFrom(tx: Transaction, self: string, width: number | null, offset: number | null): string {
  const size = given(tx, width);
  if (size < 4 || self.length <= size) return abbreviated(tx, self, size);
  let from = Math.min(given(tx, offset, 2), self.length);
  if (self.length - from < size - 3) from = self.length - (size - 3);
  if (from <= 4) return abbreviated(tx, self, size);
  if (size < 7) return tx.raise('StringException', 'Minimum abbreviation width with offset is 7');
  return `...${abbreviated(tx, self.slice(from), size - 3)}`;
}

/** Parts of a String, and what makes it longer or shorter. */
export const STRING_PARTS: LibraryType['members'] = {
  'left(Integer):String': (tx, self: string, length: number | null) =>
    self.slice(0, Math.max(0, given(tx, length))),
  'right(Integer):String': (tx, self: string, length: number | null) => {
    const size = Math.max(0, given(tx, length));
    return size === 0 ? '' : self.slice(-size);
  },
  'mid(Integer,Integer):String': (tx, self: string, start: number | null, length: number | null) => {
    const from = Math.max(0, given(tx, start));
    return self.slice(from, from + Math.max(0, given(tx, length, 2)));
  },
  'substring(Integer):String': (tx, self: string, from: number | null) =>
    substring(tx, self, from, self.length),
  'substring(Integer,Integer):String': (tx, self: string, from: number | null, to: number | null) =>
    substring(tx, self, from, to),
  'substringAfter(String):String': (tx, self: string, separator: string | null) => {
    const text = part(tx, separator, 'substringAfter');
    const at = self.indexOf(text);
    return at < 0 ? '' : self.slice(at + text.length);
  },
  'substringAfterLast(String):String': (tx, self: string, separator: string | null) => {
    const text = part(tx, separator, 'substringAfterLast');
    const at = text === '' ? -1 : self.lastIndexOf(text);
    return at < 0 ? '' : self.slice(at + text.length);
  },
  'substringBefore(String):String': (tx, self: string, separator: string | null) => {
    const at = self.indexOf(part(tx, separator, 'substringBefore'));
    return at < 0 ? self : self.slice(0, at);
  },
  'substringBeforeLast(String):String': (tx, self: string, separator: string | null) => {
    const text = part(tx, separator, 'substringBeforeLast');
    const at = text === '' ? -1 : self.lastIndexOf(text);
    return at < 0 ? self : self.slice(0, at);
  },
  'substringBetween(String):String': (tx, self: string, tag: string | null) => between(tx, self, tag, tag),
  'substringBetween(String,String):String': (tx, self: string, open: string | null, close: string | null) =>
    between(tx, self, open, close),
  'remove(String):String': (tx, self: string, text: string | null) => {
    const unwanted = part(tx, text, 'remove');
    return unwanted === '' ? self : self.split(unwanted).join('');
  },
  'removeStart(String):String': (tx, self: string, text: string | null) => {
    const start = part(tx, text, 'removeStart');
    return self.startsWith(start) ? self.slice(start.length) : self;
  },
  'removeStartIgnoreCase(String):String': (tx, self: string, text: string | null) => {
    const start = part(tx, text, 'removeStartIgnoreCase');
    return self.toLowerCase().startsWith(start.toLowerCase()) ? self.slice(start.length) : self;
  },
  'removeEnd(String):String': (tx, self: string, text: string | null) => {
    const end = part(tx, text, 'removeEnd');
    return self.endsWith(end) ? self.slice(0, self.length - end.length) : self;
  },
  'removeEndIgnoreCase(String):String': (tx, self: string, text: string | null) => {
    const end = part(tx, text, 'removeEndIgnoreCase');
    return self.toLowerCase().endsWith(end.toLowerCase()) ? self.slice(0, self.length - end.length) : self;
  },
  'repeat(Integer):String': (tx, self: string, times: number | null) => self.repeat(repeated(tx, times)),
  'repeat(String,Integer):String': (tx, self: string, separator: string | null, times: number | null) =>
    Array.from({ length: repeated(tx, times) }, () => self).join(part(tx, separator, 'repeat')),
  'leftPad(Integer):String': (tx, self: string, length: number | null) =>
    padding(given(tx, length) - self.length, ' ') + self,
  'leftPad(Integer,String):String': (tx, self: string, length: number | null, pad: string | null) =>
    padding(given(tx, length) - self.length, pad) + self,
  'rightPad(Integer):String': (tx, self: string, length: number | null) =>
    self + padding(given(tx, length) - self.length, ' '),
  'rightPad(Integer,String):String': (tx, self: string, length: number | null, pad: string | null) =>
    self + padding(given(tx, length) - self.length, pad),
  'center(Integer):String': (tx, self: string, size: number | null) => centered(self, given(tx, size), ' '),
  'center(Integer,String):String': (tx, self: string, size: number | null, pad: string | null) =>
    centered(self, given(tx, size), part(tx, pad, 'center')),
  'abbreviate(Integer):String': (tx, self: string, width: number | null) => abbreviated(tx, self, width),
  'abbreviate(Integer,Integer):String': (tx, self: string, width: number | null, offset: number | null) =>
    abbreviatedFrom(tx, self, width, offset),
  'splitByCharacterType():List<String>': (tx, self: string) => strings(tx, characterGroups(self, false)),
  'splitByCharacterTypeCamelCase():List<String>': (tx, self: string) =>
    strings(tx, characterGroups(self, true)),
  'split(String):List<String>': (tx, self: string, java: string | null) =>
    strings(tx, splitText(tx, compileRegex(tx, given(tx, java)), self, 0)),
  'split(String,Integer):List<String>': (tx, self: string, java: string | null, limit: number | null) =>
    strings(tx, splitText(tx, compileRegex(tx, given(tx, java)), self, given(tx, limit, 2))),
};
