const TOKEN = /yyyy|MM|dd|HH|mm|ss/g;
const PART: Readonly<Record<string, Intl.DateTimeFormatPartTypes>> = {
  yyyy: 'year',
  MM: 'month',
  dd: 'day',
  HH: 'hour',
  mm: 'minute',
  ss: 'second',
};

function formatter(timeZone: string): Intl.DateTimeFormat {
  const options: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  };
  try {
    return new Intl.DateTimeFormat('en-GB', { ...options, timeZone });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
  }
}

/**
 * A time (ISO 8601 text) in the pattern's letters yyyy MM dd HH mm ss, in an IANA time zone (UTC where that name is
 * unknown); null when the text is no time.
 */
export function formatDate(text: string, pattern: string, timeZone: string): string | null {
  const at = Date.parse(text);
  if (Number.isNaN(at)) return null;
  const parts = formatter(timeZone).formatToParts(at);
  const value = (token: string): string => {
    const found = parts.find((part) => part.type === PART[token])?.value ?? '';
    return token === 'yyyy' ? found.padStart(4, '0') : found.padStart(2, '0');
  };
  return pattern.replace(TOKEN, value);
}

/** Letters of other date patterns, and what they are here. */
const REPAIRS: readonly (readonly [RegExp, string])[] = [
  [/[Yy]+/g, 'yyyy'],
  [/M+/g, 'MM'],
  [/[Dd]+/g, 'dd'],
  [/[Hh]+/g, 'HH'],
  [/m+/g, 'mm'],
  [/[Ss]+/g, 'ss'],
];

/** Besides the letters that stand for something only the T of ISO times may stand in a pattern. */
const isPattern = (text: string): boolean => {
  const rest = text.replace(TOKEN, '');
  return rest !== text && !/[^\P{L}T]/u.test(rest);
};

/** Why a text is no pattern for `formatDate`, and the one that was probably meant; null for a pattern. */
export function refusePattern(text: string): { message: string; fix: string } | null {
  if (text.trim() === '' || isPattern(text)) return null;
  const repaired = REPAIRS.reduce((pattern, [letters, token]) => pattern.replace(letters, token), text);
  return {
    message: `must be a pattern of the letters yyyy MM dd HH mm ss, not '${text}'`,
    fix: isPattern(repaired) ? `Did you mean '${repaired}'?` : 'Write words outside of the merge field',
  };
}
