const BASE_62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const SUFFIX = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** The three characters that make a 15-character id safe where case is ignored: one bit per upper-case letter. */
function caseSuffix(id15: string): string {
  return [0, 5, 10]
    .map((start) => {
      const bits = [...id15.slice(start, start + 5)].reduce(
        (sum, character, index) => sum + (/[A-Z]/.test(character) ? 1 << index : 0),
        0,
      );
      return SUFFIX.charAt(bits);
    })
    .join('');
}

/** An 18-character id of the object with this key prefix; `sequence` counts from 1. */
export function createRecordId(keyPrefix: string, sequence: number): string {
  let digits = '';
  for (let rest = sequence; rest > 0; rest = Math.floor(rest / 62))
    digits = BASE_62.charAt(rest % 62) + digits;
  const id15 = `${keyPrefix}Pw00000${digits.padStart(5, '0')}`;
  return id15 + caseSuffix(id15);
}

/** The 18-character form of a 15- or 18-character id; null for text that is no id. */
export function normalizeRecordId(text: string): string | null {
  if (!/^(?:[0-9A-Za-z]{15}|[0-9A-Za-z]{18})$/.test(text)) return null;
  const id15 = text.slice(0, 15);
  const id18 = id15 + caseSuffix(id15);
  return text.length === 15 || text === id18 ? id18 : null;
}
