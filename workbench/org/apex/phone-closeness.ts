/** Fewer digits than this are compared only as a whole: extensions and short codes. */
const SHORTEST_SUFFIX = 7;

/** Digits of a phone field as typed, without an extension (`x12`, `ext. 12`, `#12`) and the international prefix 00. */
export function phoneDigits(text: string): string {
  const main = text.split(/\s*(?:x|ext|#)/i)[0] ?? '';
  return main.replace(/\D/g, '').replace(/^00/, '');
}

/**
 * How close a stored number is to the one searched for: 1 all digits are equal, 2 the national numbers are (a trunk 0
 * apart), 3 one ends with the other; null for no match.
 */
export function phoneCloseness(stored: string, number: string, nationalDigits: string): 1 | 2 | 3 | null {
  const digits = phoneDigits(stored);
  if (digits === '') return null;
  if (digits === phoneDigits(number)) return 1;
  if (digits === nationalDigits || digits === `0${nationalDigits}`) return 2;
  if (nationalDigits.length < SHORTEST_SUFFIX || digits.length < SHORTEST_SUFFIX) return null;
  return digits.endsWith(nationalDigits) || nationalDigits.endsWith(digits) ? 3 : null;
}
