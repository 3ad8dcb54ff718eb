import type { FieldValue } from '../../model/apex-contract.ts';
import { normalizePhone } from '../phone.ts';
import { CHARACTER_COUNT, COUNTRY, DATE_PATTERN } from './check-literal.ts';
import type { LiteralRule } from './check-literal.ts';
import { cutText } from './cut-text.ts';
import { formatDate } from './format-date.ts';
import { formatDuration } from './format-duration.ts';

/** What functions need to know of the org and the agent. */
export interface MergeEnvironment {
  /** Two-letter code for numbers without a country code. */
  readonly defaultCountry: string | null;
  /** IANA name, for dates. */
  readonly timeZone: string;
}

/** A function of merge fields; `null` is "no value", in and out. */
export interface MergeFunction {
  /** Ways to write it. */
  readonly usage: readonly string[];
  readonly about: string;
  /** Fewest and most arguments. */
  readonly arity: readonly [number, number];
  /** What arguments must be that are written out, by their index. */
  readonly literals?: Readonly<Record<number, LiteralRule>>;
  readonly apply: (args: readonly FieldValue[], environment: MergeEnvironment) => FieldValue;
}

const textOf = (value: FieldValue | undefined): string =>
  value === null || value === undefined ? '' : String(value);

const isEmpty = (value: FieldValue | undefined): boolean => textOf(value).trim() === '';

function phone(
  value: FieldValue | undefined,
  country: FieldValue | undefined,
  environment: MergeEnvironment,
) {
  const result = normalizePhone(
    textOf(value),
    isEmpty(country) ? environment.defaultCountry : textOf(country),
  );
  return result.ok ? result.value : null;
}

export const MERGE_FUNCTIONS: Readonly<Record<string, MergeFunction>> = {
  default: {
    usage: ["default(field, 'instead')"],
    about: 'The first value, or the second when the first is empty',
    arity: [2, 2],
    apply: ([value, instead]) => (isEmpty(value) ? (instead ?? null) : (value ?? null)),
  },
  e164: {
    usage: ['e164(number)', "e164(number, 'GB')"],
    about: 'The number as +442079460123; empty when it is none',
    arity: [1, 2],
    literals: { 1: COUNTRY },
    apply: ([value, country], environment) => phone(value, country, environment)?.e164 ?? null,
  },
  national: {
    usage: ['national(number)', "national(number, 'GB')"],
    about: 'The number as people of its country write it; empty when it is none',
    arity: [1, 2],
    literals: { 1: COUNTRY },
    apply: ([value, country], environment) => phone(value, country, environment)?.national ?? null,
  },
  date: {
    usage: ['date(time)', "date(time, 'dd.MM.yyyy HH:mm')"],
    about: "A time in the agent's time zone; the letters yyyy MM dd HH mm ss; yyyy-MM-dd without a pattern",
    arity: [1, 2],
    literals: { 1: DATE_PATTERN },
    apply: ([value, pattern], { timeZone }) =>
      formatDate(textOf(value), isEmpty(pattern) ? 'yyyy-MM-dd' : textOf(pattern), timeZone),
  },
  duration: {
    usage: ['duration(seconds)'],
    about: 'Seconds as 1:05 or 1:02:03',
    arity: [1, 1],
    apply: ([value]) =>
      isEmpty(value) || Number.isNaN(Number(value)) ? null : formatDuration(Number(value)),
  },
  truncate: {
    usage: ['truncate(text, 80)'],
    about: 'At most so many characters, ending in … where something was cut',
    arity: [2, 2],
    literals: { 1: CHARACTER_COUNT },
    apply: ([value, length]) => (isEmpty(value) ? null : cutText(textOf(value), Number(length))),
  },
  upper: {
    usage: ['upper(text)'],
    about: 'Capital letters',
    arity: [1, 1],
    apply: ([value]) => (isEmpty(value) ? null : textOf(value).toUpperCase()),
  },
};
