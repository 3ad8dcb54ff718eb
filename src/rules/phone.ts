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
const NUMBER = /^\+?[\d\s().\-/]+$/;
const EXTENSION = /[\s,]*(?:ext(?:ension)?|x|#)[.:\s]*\d{1,10}$/i;

/** What was dialled, without the address around it: `sip:+12025550143;ext=12@host` is `+12025550143`. */
interface Dialled {
  readonly text: string;
  readonly isSip: boolean;
}

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

/** Takes a `tel:` or SIP address apart: the part before the `@` is the number, the host says only by which gateway it came. */
function readDialled(raw: string | null): Dialled {
  const address = (raw ?? '').replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').trim();
  const user = address.replace(/^(?:tel|sips?):/i, '').split('@')[0] ?? '';
  const text = (user.split(';')[0] ?? '').replace(/^%2B/i, '+').trim();
  return {
    text: text.length > LONGEST_INPUT ? text : text.replace(EXTENSION, ''),
    isSip: /^sips?:/i.test(address) || address.includes('@'),
  };
}

const isWithheldWord = (text: string): boolean => WITHHELD.includes(text.toLowerCase());

/** True for the words and numbers that carriers send in place of a caller's number. */
export function isWithheld(raw: string | null): boolean {
  return isWithheldWord(readDialled(raw).text);
}

function refusal({ text, isSip }: Dialled): string | null {
  if (text === '' && !isSip) return 'there is no number';
  if (isWithheldWord(text)) return 'the number is withheld';
  if (text.length > LONGEST_INPUT || !NUMBER.test(text))
    return isSip ? 'it is a SIP address, not a telephone number' : 'it is not a telephone number';
  const digits = text.replace(/\D/g, '').length;
  return digits < SHORTEST ? `it is a short number (${digits} digits)` : null;
}

/**
 * The country's own reading comes first: `00` begins national numbers in a few countries. Where it gives no valid number,
 * `00` is read as the international prefix that most countries dial, also in those that dial another one.
 */
function parse(text: string, country: CountryCode | undefined): PhoneNumber | null {
  const parsed = parsePhoneNumberFromString(text, country);
  if (parsed?.isValid() !== true && text.startsWith('00')) {
    const international = parsePhoneNumberFromString(`+${text.slice(2)}`);
    if (international?.isValid()) return international;
  }
  return parsed?.isPossible() ? parsed : null;
}

/**
 * Reads a number as Amazon Connect or a dialler sends it. `defaultCountry` is a two-letter code for numbers without a
 * country code. A SIP address is read when a number stands before its `@`; an extension is left out. Withheld and short
 * numbers and other SIP addresses come back with a reason. Pure; never throws.
 */
export function normalizePhone(raw: string | null, defaultCountry: string | null): PhoneResult {
  const dialled = readDialled(raw);
  const reason = refusal(dialled);
  if (reason !== null) return { ok: false, reason };
  const { text } = dialled;
  const country = defaultCountry?.trim().toUpperCase();
  const known = country !== undefined && /^[A-Z]{2}$/.test(country);
  const parsed = parse(text, known ? (country as CountryCode) : undefined);
  if (parsed !== null) return { ok: true, value: fromParsed(parsed) };
  const digits = text.replace(/\D/g, '');
  return {
    ok: true,
    value: { e164: null, national: text, nationalDigits: digits, variants: unique([text, digits]) },
  };
}
