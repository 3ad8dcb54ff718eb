import { classOfEscape, escapeText, quotedEscape } from './java-regex-escapes.ts';
import type { RegexReader } from './java-regex-escapes.ts';

const withinBrackets = (character: string): string => (character === '^' ? '\\^' : escapeText(character));

const isBetween = (code: number, from: string, to: string): boolean =>
  code >= from.charCodeAt(0) && code <= to.charCodeAt(0);

/** The other case of the ASCII letters of a range, as ranges. */
function otherCase(from: string, to: string): string {
  let text = '';
  for (let code = from.codePointAt(0) ?? 0; code <= Math.min(to.codePointAt(0) ?? 0, 122); code++)
    if (isBetween(code, 'a', 'z')) text += String.fromCharCode(code - 32);
    else if (isBetween(code, 'A', 'Z')) text += String.fromCharCode(code + 32);
  return text;
}

/** One character; null when a class such as `\d` was added to `parts`. */
function member(reader: RegexReader, parts: string[]): string | null {
  const character = String.fromCodePoint(reader.text.codePointAt(reader.index) ?? 0);
  reader.index += character.length;
  if (character === '[' || (character === '&' && reader.text.charAt(reader.index) === '&'))
    return reader.refuse();
  if (character !== '\\') return character;
  const found = classOfEscape(reader);
  if (found === null) return quotedEscape(reader);
  if (found.isNegated) return reader.refuse();
  parts.push(found.text);
  return null;
}

/** `[...]`; the index is behind the opening bracket. Unions and intersections are refused. */
export function translateClass(reader: RegexReader): string {
  const isNegated = reader.text.charAt(reader.index) === '^';
  if (isNegated) reader.index++;
  const parts: string[] = [];
  if (reader.text.charAt(reader.index) === ']') return reader.refuse();
  while (reader.text.charAt(reader.index) !== ']') {
    if (reader.index >= reader.text.length) return reader.refuse();
    const from = member(reader, parts);
    if (from === null) continue;
    const isRange = reader.text.charAt(reader.index) === '-' && reader.text.charAt(reader.index + 1) !== ']';
    if (isRange) reader.index++;
    const to = isRange ? (member(reader, parts) ?? reader.refuse()) : from;
    parts.push(isRange ? `${withinBrackets(from)}-${withinBrackets(to)}` : withinBrackets(from));
    if (reader.ignoresCase) parts.push(otherCase(from, to));
  }
  reader.index++;
  return `[${isNegated ? '^' : ''}${parts.join('')}]`;
}
