/** White space as Java's Character.isWhitespace sees it: no-break spaces are none. */
const SPACE = /[^\S\u00A0\u2007\u202F\uFEFF]|[\u001C-\u001F]/u;
const SPACES = new RegExp(`(?:${SPACE.source})+`, 'gu');
const ONLY_SPACE = new RegExp(`^(?:${SPACE.source})*$`, 'u');

export const hasSpace = (text: string): boolean => SPACE.test(text);
export const isSpaceOnly = (text: string): boolean => ONLY_SPACE.test(text);
export const isSpaceAt = (text: string, index: number): boolean => SPACE.test(text.charAt(index));
export const withoutSpaces = (text: string): string => text.replace(SPACES, '');

/** Cuts control characters and spaces, up to U+0020, from both ends: no other white space. */
export function trimmed(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && text.charCodeAt(from) <= 32) from++;
  while (to > from && text.charCodeAt(to - 1) <= 32) to--;
  return text.slice(from, to);
}

/** One space for each run of white space, none at the ends. */
export const normalizedSpace = (text: string): string => trimmed(text.replace(SPACES, ' '));
