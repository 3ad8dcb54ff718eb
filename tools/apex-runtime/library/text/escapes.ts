/** Escapes of Strings for other languages. */

const pairs = (text: string, table: ReadonlyMap<string, string>): string =>
  [...text].map((character) => table.get(character) ?? character).join('');

const XML = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&apos;'],
]);

const HTML = new Map([...XML].filter(([character]) => character !== "'"));

const unicodeEscape = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

const JAVA = new Map([
  ['\\', '\\\\'],
  ['"', '\\"'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\b', '\\b'],
  ['\f', '\\f'],
]);

/** Code units, so that a character beyond the first plane becomes two escapes. */
const units = (text: string): string[] => text.split('');

export const escapeXml = (text: string): string => pairs(text, XML);

/** Null where a character beyond ASCII would need the table of HTML's entities. */
export const escapeHtml = (text: string): string | null =>
  units(text).every((unit) => unit.charCodeAt(0) < 128) ? pairs(text, HTML) : null;

/** Null where an entity is in it that is not one of the four. */
export function unescapeHtml(text: string): string | null {
  const known = new Map([...HTML].map(([character, entity]) => [entity, character]));
  let isKnown = true;
  const result = text.replace(/&#?\w+;/g, (entity) => {
    const character = known.get(entity);
    if (character === undefined) isKnown = false;
    return character ?? entity;
  });
  return isKnown ? result : null;
}

export const unescapeXml = (text: string): string => {
  const known = new Map([...XML].map(([character, entity]) => [entity, character]));
  return text.replace(/&(?:amp|lt|gt|quot|apos);/g, (entity) => known.get(entity) ?? entity);
};

const isPlain = (unit: string): boolean => unit >= ' ' && unit <= '~';

export const escapeJava = (text: string): string =>
  units(text)
    .map((unit) => JAVA.get(unit) ?? (isPlain(unit) ? unit : unicodeEscape(unit)))
    .join('');

export const escapeEcmaScript = (text: string): string =>
  units(text)
    .map((unit) => {
      if (unit === "'" || unit === '/') return `\\${unit}`;
      return JAVA.get(unit) ?? (isPlain(unit) ? unit : unicodeEscape(unit));
    })
    .join('');

export const escapeUnicode = (text: string): string =>
  units(text)
    .map((unit) => (unit.charCodeAt(0) < 128 ? unit : unicodeEscape(unit)))
    .join('');

/** `\n`, `\"`, `\u00e9`, ... of Java and EcmaScript. */
export function unescapeJava(text: string): string {
  const known = new Map([...JAVA].map(([character, escape]) => [escape.slice(1), character]));
  return text.replace(/\\(?:u([0-9A-Fa-f]{4})|(.))/gs, (_whole, code?: string, letter?: string) =>
    code === undefined
      ? (known.get(letter ?? '') ?? letter ?? '')
      : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

export const escapeCsv = (text: string): string =>
  /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

export const unescapeCsv = (text: string): string => {
  const inner = /^"(.*)"$/s.exec(text)?.[1];
  return inner !== undefined && /[",\n\r]/.test(inner) ? inner.replaceAll('""', '"') : text;
};
