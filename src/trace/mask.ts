const MASK = '***';
/** Text that says who someone is. */
const NAMES: ReadonlySet<string> = new Set([
  'name',
  'quickconnectname',
  'agentname',
  'username',
  'detail',
  'label',
]);
/** Sentences: numbers and quoted values in them are masked. */
const SENTENCES: ReadonlySet<string> = new Set(['text', 'message', 'evidence', 'notes', 'reason']);
const NUMBER_KEY = /phone|number|address/;
/** Maps whose values may be anything. */
const VALUE_MAPS: ReadonlySet<string> = new Set(['attributes', 'variables', 'callvariables']);
const NUMBER = /\+?\d(?:[\s().-]*\d){6,}/g;
const QUOTED = /"[^"]*"/g;

/** Keeps the last two digits of each phone-like number, so that two numbers can still be told apart. */
function maskNumbers(text: string): string {
  return text.replace(NUMBER, (number) => `${MASK}${number.slice(-2)}`);
}

function maskText(key: string, text: string): string {
  if (NAMES.has(key)) return MASK;
  if (SENTENCES.has(key)) return maskNumbers(text.replace(QUOTED, `"${MASK}"`));
  return NUMBER_KEY.test(key) ? maskNumbers(text) : text;
}

function maskValue(key: string, value: unknown, keep: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return maskText(key, value);
  if (Array.isArray(value)) return value.map((item) => maskValue(key, item, keep));
  if (typeof value !== 'object' || value === null || key === 'queue') return value;
  if (!VALUE_MAPS.has(key)) return maskPersonal(value, keep);
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, keep.has(name) ? (item as unknown) : MASK]),
  );
}

/**
 * A copy without names and telephone numbers, and without the values of contact attributes and call variables other
 * than those in `keep`. Queue names stay.
 */
export function maskPersonal(value: object, keep: ReadonlySet<string>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, maskValue(key.toLowerCase(), item, keep)]),
  );
}
