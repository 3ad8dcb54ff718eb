export const MASK = '***';

/** What may stand between two digits of a telephone number, percent-encoded too. */
const GAP = String.raw`(?:%(?:25)*(?:2[089DEF]|A0)|[\s().\-/\u2010-\u2015])*`;
const NUMBER = String.raw`(?:\+|%(?:25)*2B)?\d(?:${GAP}\d){6,}`;
/** Ids that look like numbers in part: of contacts, of Salesforce records, of Amazon's resources. */
const ID = String.raw`\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b[0-9A-Z]{15}(?=[0-5]{0,2}[A-Z])[A-Z0-5]{3}\b|\barn:[\w:/.-]+`;
const NUMBER_OR_ID = new RegExp(`(?<id>${ID})|${NUMBER}`, 'gi');
const PERCENT_CODE = /%(?:25)*[0-9A-F]{2}/gi;

const URL_TAIL = /\b(?<host>[a-z][a-z0-9+.-]*:\/\/(?:[^\s"<>/?#@]*@)?[^\s"<>/?#]*)[^\s"<>]*/gi;
const ADDRESS = /(?:\b(?:sips?|tel|mailto):[^\s"'<>()]+)|[^\s"'<>();,]+@[^\s"'<>();]+/gi;

/** Sentences of Paceline in which a value of the call stands without quotes. */
const OPEN_PLACES: readonly RegExp[] = [
  /(?<=\bphone )(?:(?! matched nothing in ).)+(?= matched nothing in )/gs,
  /(?<=\bnot a record id: )[^)]*/g,
  /(?<=\bThe host )\S+(?= is not among )/g,
  /(?<=\bThe URL begins with )\S+(?=: but )/g,
];
/** Between two quoted values of one sentence. */
const BETWEEN_VALUES = /" (matched nothing in [^"]*) "/;

function lastDigits(number: string): string {
  return number.replace(PERCENT_CODE, '').replace(/\D/g, '').slice(-2);
}

/** Masks all but the last two digits of whatever looks like a telephone number. */
export function maskNumbers(text: string): string {
  return text.replace(NUMBER_OR_ID, (found: string, id: string | undefined) =>
    id === undefined ? MASK + lastDigits(found) : found,
  );
}

/** Masks a whole field that holds a telephone number or an address; of a number its last two digits stay. */
export function maskPhone(text: string): string {
  if (text === '') return text;
  const bare = text.replace(/^(?:tel|sips?):/i, '').replace(/[@;?].*$/s, '');
  const isNumber = /^[+\d\s().\-/\u2010-\u2015]+$/.test(bare) && bare.replace(/\D/g, '').length > 4;
  return isNumber ? MASK + lastDigits(bare) : MASK;
}

/** Masks from the first quote to the last, because a value may hold quotes itself. */
function maskQuoted(text: string): string {
  const first = text.indexOf('"');
  if (first < 0) return text;
  const last = text.lastIndexOf('"');
  const between = text.slice(first + 1, last).split(BETWEEN_VALUES);
  const kept = between.filter((_part, index) => index % 2 === 1).map((part) => ` ${part} "${MASK}"`);
  return `${text.slice(0, first)}"${MASK}"${kept.join('')}${last === first ? '' : text.slice(last + 1)}`;
}

/**
 * Masks a sentence: values of the call where Paceline puts them, the personal values that are known, whatever is quoted,
 * addresses, what follows the host in a URL, and telephone numbers.
 */
export function maskSentence(text: string, maskKnown: (text: string) => string): string {
  const open = OPEN_PLACES.reduce((rest, place) => rest.replace(place, maskPhone), text);
  return maskNumbers(
    maskQuoted(maskKnown(open))
      .replace(URL_TAIL, (url: string, host: string) => {
        const kept = host.replace(/\/\/.*@/s, '//');
        return url === host ? kept : `${kept}/${MASK}`;
      })
      .replace(ADDRESS, MASK),
  );
}
