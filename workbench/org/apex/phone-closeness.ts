/** Fewer digits than this are compared only as a whole: extensions and short codes. */
const SHORTEST_SUFFIX = 7;
/** Text that begins with the code of a country: `+49 ...`, `0049 ...`. */
const COUNTRY = /^[^\d+]*(?:\+|00)/;

/** Digits of a phone field as typed, without an extension (`x12`, `ext. 12`, `#12`) and the international prefix 00. */
export function phoneDigits(text: string): string {
  const main = text.split(/\s*(?:x|ext|#)/i)[0] ?? '';
  return main.replace(/\D/g, '').replace(/^00/, '');
}

/** `+44 (0)20 7946 0123`: the number with the trunk prefix that is dialled only within its country. */
function withTrunk(digits: string, nationalDigits: string): string {
  if (nationalDigits === '') return digits;
  const country = digits.endsWith(nationalDigits) ? digits.slice(0, -nationalDigits.length) : digits;
  return `${country}0${nationalDigits}`;
}

/**
 * How close a stored number is to the one searched for: 1 they are equal, 2 the national numbers are (a trunk 0 apart),
 * 3 one ends with the other; null for no match. Where both say their country, only equal ones match.
 */
export function phoneCloseness(stored: string, number: string, nationalDigits: string): 1 | 2 | 3 | null {
  const digits = phoneDigits(stored);
  const searched = phoneDigits(number);
  if (digits === '') return null;
  if (digits === searched) return 1;
  if (number.startsWith('+') && COUNTRY.test(stored))
    return digits === withTrunk(searched, nationalDigits) ? 1 : null;
  if (digits === nationalDigits || digits === `0${nationalDigits}`) return 2;
  if (nationalDigits.length < SHORTEST_SUFFIX || digits.length < SHORTEST_SUFFIX) return null;
  return digits.endsWith(nationalDigits) || nationalDigits.endsWith(digits) ? 3 : null;
}
