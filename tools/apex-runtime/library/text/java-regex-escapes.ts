/** Where in a regular expression a translation is. */
export interface RegexReader {
  readonly text: string;
  index: number;
  readonly ignoresCase: boolean;
  refuse(): never;
}

export const LINE_END = '\\n\\r\\u0085\\u2028\\u2029';
/** What `\s` means in Java, within brackets. */
const SPACE = ' \\t\\n\\x0B\\f\\r';

/** Classes that are ASCII in Java, as text within brackets. */
const POSIX: Readonly<Record<string, string>> = {
  Lower: 'a-z',
  Upper: 'A-Z',
  ASCII: '\\x00-\\x7F',
  Alpha: 'a-zA-Z',
  Digit: '0-9',
  Alnum: 'a-zA-Z0-9',
  Punct: '!-\\/:-@\\[-`\\{-~',
  Space: SPACE,
  XDigit: '0-9a-fA-F',
};

const CATEGORIES = /^(?:L|Lu|Ll|Lt|Lm|Lo|M|Mn|N|Nd|Nl|No|P|Pd|Ps|Pe|S|Sc|Sm|Z|Zs|C|Cc)$/;

/** A character that stands for itself. */
export function escapeText(character: string): string {
  if (/^[\^$\\.*+?()[\]{}|/-]$/.test(character)) return character === '-' ? '\\x2D' : `\\${character}`;
  return character;
}

/** `[xX]` for a letter where case is ignored; null where it stands for itself. Java ignores the case of ASCII alone. */
export function asciiLetter(character: string, ignoresCase: boolean): string | null {
  if (!ignoresCase || !/^[A-Za-z]$/.test(character)) return null;
  return `[${character.toLowerCase()}${character.toUpperCase()}]`;
}

/** What stands within brackets for `\d`, `\w`, `\s`, `\p{L}`; null when the escape at the index is no such class. */
export function classOfEscape(
  reader: RegexReader,
): { readonly text: string; readonly isNegated: boolean } | null {
  const letter = reader.text.charAt(reader.index);
  const plain = { d: '0-9', w: 'a-zA-Z0-9_', s: SPACE }[letter.toLowerCase()];
  if (plain !== undefined) {
    reader.index++;
    return { text: plain, isNegated: letter !== letter.toLowerCase() };
  }
  if (letter.toLowerCase() !== 'p') return null;
  const property = /^[pP](?:\{(\w+)\}|([LMNPSZC]))/.exec(reader.text.slice(reader.index));
  const name = property?.[1] ?? property?.[2];
  if (property === null || name === undefined) reader.refuse();
  reader.index += property[0].length;
  const category = name.replace(/^Is(?=[A-Z][a-z]?$)/, '');
  const posix = POSIX[name];
  if (posix === undefined && !CATEGORIES.test(category)) reader.refuse();
  if (reader.ignoresCase && /^(?:Lower|Upper|Lu|Ll|Lt)$/.test(category)) reader.refuse();
  return { text: posix ?? `\\p{${category}}`, isNegated: letter === 'P' };
}

export function shorthand(reader: RegexReader): string | null {
  const found = classOfEscape(reader);
  return found === null ? null : `[${found.isNegated ? '^' : ''}${found.text}]`;
}

const CONTROLS: Readonly<Record<string, string>> = {
  t: '\t',
  n: '\n',
  r: '\r',
  f: '\f',
  a: '\u0007',
  e: '\u001B',
};

/** The character of an escape such as `\.`, `\t`, `\u00e9`; the index is behind the backslash. */
export function quotedEscape(reader: RegexReader): string {
  const letter = reader.text.charAt(reader.index);
  const coded = /^(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|x\{([0-9A-Fa-f]{1,6})\})/.exec(
    reader.text.slice(reader.index),
  );
  if (coded !== null) {
    reader.index += coded[0].length;
    return String.fromCodePoint(Number.parseInt(coded[1] ?? coded[2] ?? coded[3] ?? '0', 16));
  }
  const control = CONTROLS[letter];
  if (control === undefined && /^[A-Za-z0-9]?$/.test(letter)) reader.refuse();
  reader.index++;
  return control ?? letter;
}
