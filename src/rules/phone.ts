import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { CountryCode, PhoneNumber } from 'libphonenumber-js/min';

/** A telephone number in the spellings that a look-up needs. */
export interface NormalizedPhone {
  /** Null when the number is national and no country is known. */
  readonly e164: string | null;
  /** As people of that country write it; else as received. */
  readonly national: string;
  /** Digits of the national number without its trunk prefix. */
  readonly nationalDigits: string;
  /** Spellings to search for, best first, each once. */
  readonly variants: readonly string[];
}

export type PhoneResult =
  { readonly ok: true; readonly value: NormalizedPhone } | { readonly ok: false; readonly reason: string };

/** What carriers send in place of a withheld number. */
const WITHHELD = [
  'anonymous',
  'anonymous.invalid',
  'private',
  'restricted',
  'unavailable',
  'unknown',
  'withheld',
  '+266696687',
  '266696687',
];
const SHORTEST = 7;
const LONGEST_INPUT = 64;

const unique = (items: readonly string[]): string[] => [...new Set(items)].filter((item) => item !== '');

function fromParsed(parsed: PhoneNumber): NormalizedPhone {
  const nationalDigits: string = parsed.nationalNumber;
  const national = parsed.formatNational();
  return {
    e164: parsed.number,
    national,
    nationalDigits,
    variants: unique([
      parsed.number,
      parsed.number.slice(1),
      national,
      national.replace(/\D/g, ''),
      nationalDigits,
      parsed.formatInternational(),
    ]),
  };
}

function refusal(text: string): string | null {
  const word = text.toLowerCase();
  if (text === '') return 'there is no number';
  if (WITHHELD.includes(word)) return 'the number is withheld';
  if (word.startsWith('sip:') || word.startsWith('sips:') || word.includes('@'))
    return 'it is a SIP address, not a telephone number';
  if (text.length > LONGEST_INPUT || !/^\+?[\d\s().\-/]+$/.test(text)) return 'it is not a telephone number';
  const digits = text.replace(/\D/g, '').length;
  return digits < SHORTEST ? `it is a short number (${digits} digits)` : null;
}

/**
 * Reads a number as Amazon Connect or a dialler sends it. `defaultCountry` is a two-letter code for numbers without a
 * country code. Withheld, short and SIP numbers come back with a reason. Pure; never throws.
 */
export function normalizePhone(raw: string | null, defaultCountry: string | null): PhoneResult {
  const text = (raw ?? '')
    .replace(/^tel:/i, '')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
  const reason = refusal(text);
  if (reason !== null) return { ok: false, reason };
  const country = defaultCountry?.trim().toUpperCase();
  const parsed = parsePhoneNumberFromString(
    text,
    country === undefined || !/^[A-Z]{2}$/.test(country) ? undefined : (country as CountryCode),
  );
  if (parsed?.isPossible()) return { ok: true, value: fromParsed(parsed) };
  const digits = text.replace(/\D/g, '');
  return {
    ok: true,
    value: { e164: null, national: text, nationalDigits: digits, variants: unique([text, digits]) },
  };
}
