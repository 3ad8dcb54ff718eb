import { isSupportedCountry } from 'libphonenumber-js/min';
import type { Expression } from './ast.ts';
import { refusePattern } from './format-date.ts';

/** Why a literal is refused, and what was probably meant. */
export interface LiteralRefusal {
  readonly message: string;
  readonly fix?: string;
}

/** What an argument must be that is written out; with `orField` it may also be a field or a function. */
export interface LiteralRule {
  readonly type: 'string' | 'number';
  readonly orField?: boolean;
  readonly refuse: (value: string | number) => LiteralRefusal | null;
}

export const DATE_PATTERN: LiteralRule = {
  type: 'string',
  refuse: (value) => refusePattern(String(value)),
};

export const CHARACTER_COUNT: LiteralRule = {
  type: 'number',
  refuse: (value) =>
    Number.isInteger(value) && Number(value) >= 1
      ? null
      : { message: `must be a whole number of at least 1, not ${value}` },
};

/** Two-letter codes that people write for a country, and the one that it has. */
const COMMON_MISTAKES: Readonly<Record<string, string>> = { UK: 'GB', EN: 'GB' };

export const COUNTRY: LiteralRule = {
  type: 'string',
  orField: true,
  refuse: (value) => {
    const code = String(value).trim().toUpperCase();
    if (code === '' || isSupportedCountry(code)) return null;
    const meant = COMMON_MISTAKES[code];
    return {
      message: `must be the two-letter code of a country, as 'GB', not '${value}'`,
      ...(meant === undefined ? {} : { fix: `Did you mean '${meant}'?` }),
    };
  },
};

/** Why an argument does not fit; `usage` are the ways to write its function. */
export function checkLiteral(
  arg: Expression,
  rule: LiteralRule,
  usage: readonly string[],
): LiteralRefusal | null {
  if (arg.kind !== 'literal' && rule.orField) return null;
  if (arg.kind !== 'literal' || typeof arg.value !== rule.type)
    return { message: `must be a ${rule.type}: ${usage.join(' or ')}` };
  return rule.refuse(arg.value);
}
