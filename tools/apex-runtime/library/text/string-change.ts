import type { Transaction } from '../../model/transaction.ts';
import type { LibraryType } from '../registry-contract.ts';
import { given, refuse } from '../support.ts';
import {
  escapeCsv,
  escapeEcmaScript,
  escapeHtml,
  escapeJava,
  escapeUnicode,
  escapeXml,
  unescapeCsv,
  unescapeHtml,
  unescapeJava,
  unescapeXml,
} from './escapes.ts';
import { compileRegex, replaceMatches } from './regex.ts';
import { normalizedSpace, trimmed, withoutSpaces } from './white-space.ts';

const html = (tx: Transaction, text: string | null): string =>
  text ?? refuse(tx, 'HTML entities other than &amp; &lt; &gt; and &quot;');

const unescaped = (_tx: Transaction, self: string): string => unescapeJava(self);
const escapedHtml = (tx: Transaction, self: string): string => html(tx, escapeHtml(self));
const unescapedHtml = (tx: Transaction, self: string): string => html(tx, unescapeHtml(self));

function inLocale(tx: Transaction, locale: string | null, change: (locale: string) => string): string {
  const language = given(tx, locale);
  return /^[a-z]{2}$/i.test(language) ? change(language) : refuse(tx, `the locale ${language} of a String`);
}

/** As Java reverses: a pair of surrogates keeps its order. */
const reversed = (text: string): string => [...text].reverse().join('');

const swapped = (text: string): string =>
  [...text]
    .map((character) =>
      character === character.toLowerCase() ? character.toUpperCase() : character.toLowerCase(),
    )
    .join('');

/** Java's String.hashCode: s[0]·31^(n-1) + ... in 32 bits. */
export function javaHash(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index++) hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  return hash;
}

/** What makes another String of one. */
export const STRING_CHANGE: LibraryType['members'] = {
  'toLowerCase():String': (_tx, self: string) => self.toLowerCase(),
  'toLowerCase(String):String': (tx, self: string, locale: string | null) =>
    inLocale(tx, locale, (language) => self.toLocaleLowerCase(language)),
  'toUpperCase():String': (_tx, self: string) => self.toUpperCase(),
  'toUpperCase(String):String': (tx, self: string, locale: string | null) =>
    inLocale(tx, locale, (language) => self.toLocaleUpperCase(language)),
  'capitalize():String': (_tx, self: string) => self.charAt(0).toUpperCase() + self.slice(1),
  'uncapitalize():String': (_tx, self: string) => self.charAt(0).toLowerCase() + self.slice(1),
  'swapCase():String': (_tx, self: string) => swapped(self),
  'trim():String': (_tx, self: string) => trimmed(self),
  'normalizeSpace():String': (_tx, self: string) => normalizedSpace(self),
  'deleteWhitespace():String': (_tx, self: string) => withoutSpaces(self),
  'reverse():String': (_tx, self: string) => reversed(self),
  'replace(String,String):String': (tx, self: string, target: string | null, replacement: string | null) =>
    self.replaceAll(given(tx, target), () => given(tx, replacement, 2)),
  'replaceAll(String,String):String': (tx, self: string, java: string | null, replacement: string | null) =>
    replaceMatches(tx, compileRegex(tx, given(tx, java)), self, given(tx, replacement, 2), false),
  'replaceFirst(String,String):String': (tx, self: string, java: string | null, replacement: string | null) =>
    replaceMatches(tx, compileRegex(tx, given(tx, java)), self, given(tx, replacement, 2), true),
  'hashCode():Integer': (_tx, self: string) => javaHash(self),
  'toString():String': (_tx, self: string) => self,
  'escapeCsv():String': (_tx, self: string) => escapeCsv(self),
  'unescapeCsv():String': (_tx, self: string) => unescapeCsv(self),
  'escapeXml():String': (_tx, self: string) => escapeXml(self),
  'unescapeXml():String': (_tx, self: string) => unescapeXml(self),
  'escapeHtml3():String': escapedHtml,
  'escapeHtml4():String': escapedHtml,
  'unescapeHtml3():String': unescapedHtml,
  'unescapeHtml4():String': unescapedHtml,
  'escapeJava():String': (_tx, self: string) => escapeJava(self),
  'unescapeJava():String': unescaped,
  'escapeEcmaScript():String': (_tx, self: string) => escapeEcmaScript(self),
  'unescapeEcmaScript():String': unescaped,
  'escapeUnicode():String': (_tx, self: string) => escapeUnicode(self),
  'unescapeUnicode():String': (_tx, self: string) =>
    self.replace(/\\u([0-9A-Fa-f]{4})/g, (_whole, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    ),
};
