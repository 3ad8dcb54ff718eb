import { UnsupportedApex } from '../../model/errors.ts';
import { translateClass } from './java-regex-class.ts';
import { asciiLetter, escapeText, LINE_END, quotedEscape, shorthand } from './java-regex-escapes.ts';
import type { RegexReader } from './java-regex-escapes.ts';

/** A Java regular expression in JavaScript's syntax; what would mean something else there is refused. */
export interface TranslatedRegex {
  readonly source: string;
  readonly groupCount: number;
  readonly groupNames: readonly string[];
  /** `\b` sees letters beyond ASCII in Java only: such text is refused then. */
  readonly needsAscii: boolean;
  /** A group within a repeated one keeps its last match in Java, and loses it in JavaScript. */
  readonly hasRepeatedGroups: boolean;
}

const END = '(?![\\s\\S])';
const END_OR_LAST_LINE = `(?=(?:\\r\\n|[${LINE_END}])?${END})(?<!\\r(?=\\n))`;

interface OpenGroup {
  readonly isCapturing: boolean;
  readonly isLookBehind: boolean;
  holdsCapture: boolean;
}

class Translator implements RegexReader {
  readonly text: string;
  index = 0;
  ignoresCase = false;
  #dotMatchesAll = false;
  #needsAscii = false;
  #hasRepeatedGroups = false;
  #groupCount = 0;
  readonly #groupNames: string[] = [];
  readonly #open: OpenGroup[] = [];
  #lastClosed: OpenGroup | null = null;

  constructor(text: string) {
    this.text = text;
  }

  refuse(): never {
    throw new UnsupportedApex(`the regular expression ${this.text}`);
  }

  translate(): TranslatedRegex {
    this.#readFlags();
    let source = '';
    while (this.index < this.text.length) source += this.#next();
    if (this.#open.length > 0) this.refuse();
    return {
      source,
      groupCount: this.#groupCount,
      groupNames: this.#groupNames,
      needsAscii: this.#needsAscii,
      hasRepeatedGroups: this.#hasRepeatedGroups,
    };
  }

  /** Only at the start: `(?i)`, `(?s)`, `(?is)`. */
  #readFlags(): void {
    const flags = /^\(\?([is]+)\)/.exec(this.text);
    if (flags === null) return;
    this.ignoresCase = flags[1]?.includes('i') === true;
    this.#dotMatchesAll = flags[1]?.includes('s') === true;
    this.index = flags[0].length;
  }

  #next(): string {
    const closed = this.#lastClosed;
    this.#lastClosed = null;
    const character = String.fromCodePoint(this.text.codePointAt(this.index) ?? 0);
    this.index += character.length;
    switch (character) {
      case '\\':
        return this.#escape();
      case '[':
        return translateClass(this);
      case '(':
        return this.#openGroup();
      case ')':
        return this.#closeGroup();
      case '.':
        return this.#dotMatchesAll ? '[\\s\\S]' : `[^${LINE_END}]`;
      case '$':
        return END_OR_LAST_LINE;
      case '^':
      case '|':
        return character;
      case '*':
      case '+':
      case '?':
      case '{':
        return this.#quantifier(character, closed);
      default:
        return asciiLetter(character, this.ignoresCase) ?? escapeText(character);
    }
  }

  #escape(): string {
    const letter = this.text.charAt(this.index);
    switch (letter) {
      case 'b':
      case 'B':
        this.#needsAscii = true;
        this.index++;
        return `\\${letter}`;
      case 'A':
        this.index++;
        return '(?<![\\s\\S])';
      case 'z':
        this.index++;
        return END;
      case 'Z':
        this.index++;
        return END_OR_LAST_LINE;
      case 'Q':
        return this.#quoted();
    }
    return shorthand(this) ?? this.#literal(quotedEscape(this));
  }

  #literal(character: string): string {
    return asciiLetter(character, this.ignoresCase) ?? escapeText(character);
  }

  #quoted(): string {
    const from = this.index + 1;
    const end = this.text.indexOf('\\E', from);
    const to = end < 0 ? this.text.length : end;
    this.index = end < 0 ? to : end + 2;
    return [...this.text.slice(from, to)].map((character) => this.#literal(character)).join('');
  }

  #openGroup(): string {
    const rest = this.text.slice(this.index);
    const special = /^\?(?::|=|!|<=|<!|<([A-Za-z][A-Za-z0-9]*)>)/.exec(rest);
    if (special === null && rest.startsWith('?')) this.refuse();
    const name = special?.[1];
    const isCapturing = special === null || name !== undefined;
    if (isCapturing) {
      this.#groupCount++;
      this.#groupNames.push(name ?? '');
      for (const group of this.#open) group.holdsCapture = true;
    }
    const isLookBehind = /^\?<[=!]/.test(special?.[0] ?? '');
    this.#open.push({ isCapturing, isLookBehind, holdsCapture: false });
    this.index += special?.[0].length ?? 0;
    return `(${special?.[0] ?? ''}`;
  }

  #closeGroup(): string {
    this.#lastClosed = this.#open.pop() ?? this.refuse();
    return ')';
  }

  #quantifier(first: string, closed: OpenGroup | null): string {
    let text = first;
    if (first === '{') {
      const counted = /^(\d+(?:,\d*)?)\}/.exec(this.text.slice(this.index));
      if (counted === null) this.refuse();
      text += counted[0];
      this.index += counted[0].length;
    }
    if (this.#open.some((group) => group.isLookBehind) && /[*+]|,\}/.test(text)) this.refuse();
    if (text !== '?' && closed?.holdsCapture === true) this.#hasRepeatedGroups = true;
    const after = this.text.charAt(this.index);
    if (after === '+') this.refuse();
    if (after !== '?') return text;
    this.index++;
    return `${text}?`;
  }
}

export const translateRegex = (java: string): TranslatedRegex => new Translator(java).translate();
