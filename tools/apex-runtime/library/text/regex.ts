import type { Transaction } from '../../model/transaction.ts';
import { refuse } from '../support.ts';
import { translateRegex } from './java-regex.ts';
import type { TranslatedRegex } from './java-regex.ts';

/** A Java regular expression ready to run. */
export class Regex {
  readonly java: string;
  readonly translated: TranslatedRegex;
  readonly #find: RegExp;
  readonly #here: RegExp;
  readonly #whole: RegExp;

  constructor(java: string) {
    this.java = java;
    this.translated = translateRegex(java);
    const { source } = this.translated;
    this.#find = new RegExp(source, 'dgu');
    this.#here = new RegExp(source, 'dyu');
    this.#whole = new RegExp(`(?:${source})(?![\\s\\S])`, 'dyu');
  }

  /** The first match at or after an index. */
  find(tx: Transaction, text: string, from: number): RegExpExecArray | null {
    return this.#run(tx, this.#find, text, from);
  }

  /** A match that starts with the text. */
  lookingAt(tx: Transaction, text: string): RegExpExecArray | null {
    return this.#run(tx, this.#here, text, 0);
  }

  matches(tx: Transaction, text: string): RegExpExecArray | null {
    return this.#run(tx, this.#whole, text, 0);
  }

  #run(tx: Transaction, expression: RegExp, text: string, from: number): RegExpExecArray | null {
    if (this.translated.needsAscii && !/^[\u0000-\u007F]*$/.test(text))
      refuse(tx, `\\b of a regular expression on text beyond ASCII: ${this.java}`);
    expression.lastIndex = from;
    return expression.exec(text);
  }
}

export function compileRegex(tx: Transaction, java: string): Regex {
  const key = `regex:${java}`;
  const known = tx.memo.get(key);
  if (known instanceof Regex) return known;
  const made = new Regex(java);
  tx.memo.set(key, made);
  return made;
}

/** A group of a match; null when it took no part in it. */
export function groupOf(tx: Transaction, regex: Regex, match: RegExpExecArray, group: number): string | null {
  if (group < 0 || group > regex.translated.groupCount)
    return tx.raise('StringException', `No group ${group}`);
  const text = match[group];
  if (text === undefined && regex.translated.hasRepeatedGroups)
    refuse(tx, `a group within a repeated one that took no part in the last round: ${regex.java}`);
  return text ?? null;
}

/** Text of Java's replacement syntax: `$1`, `${name}`, `\$`. */
export function expandReplacement(
  tx: Transaction,
  regex: Regex,
  match: RegExpExecArray,
  replacement: string,
): string {
  return replacement.replace(
    /\\(.)|\$(?:\{(\w+)\}|(\d+))|\\$|\$/gsu,
    (whole, escaped?: string, name?: string, digits?: string) => {
      if (escaped !== undefined) return escaped;
      if (name !== undefined) {
        const index = regex.translated.groupNames.indexOf(name);
        return index < 0
          ? refuse(tx, `the replacement ${replacement}`)
          : (groupOf(tx, regex, match, index + 1) ?? '');
      }
      if (digits === undefined) return refuse(tx, `the replacement ${whole} in ${replacement}`);
      let length = digits.length;
      while (length > 1 && Number(digits.slice(0, length)) > regex.translated.groupCount) length--;
      return (groupOf(tx, regex, match, Number(digits.slice(0, length))) ?? '') + digits.slice(length);
    },
  );
}

/** All matches from an index on, as `find` finds them one after the other. */
export function* allMatches(tx: Transaction, regex: Regex, text: string): Generator<RegExpExecArray> {
  for (let from = 0; from <= text.length;) {
    const match = regex.find(tx, text, from);
    if (match === null) return;
    yield match;
    const end = match.index + match[0].length;
    from = match[0] === '' ? end + 1 : end;
  }
}

export function replaceMatches(
  tx: Transaction,
  regex: Regex,
  text: string,
  replacement: string,
  onlyFirst: boolean,
): string {
  let result = '';
  let from = 0;
  for (const match of allMatches(tx, regex, text)) {
    result += text.slice(from, match.index) + expandReplacement(tx, regex, match, replacement);
    from = match.index + match[0].length;
    if (onlyFirst) break;
  }
  return result + text.slice(from);
}

/** A limit of 0 drops empty parts at the end, a negative one keeps them, a positive one is the most parts. */
export function splitText(tx: Transaction, regex: Regex, text: string, limit: number): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const match of allMatches(tx, regex, text)) {
    if (limit > 0 && parts.length === limit - 1) break;
    const end = match.index + match[0].length;
    if (end === 0 || (match[0] === '' && match.index === text.length)) continue;
    parts.push(text.slice(from, match.index));
    from = end;
  }
  if (parts.length === 0) return [text];
  parts.push(text.slice(from));
  if (limit === 0) while (parts.at(-1) === '') parts.pop();
  return parts;
}
