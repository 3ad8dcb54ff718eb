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
