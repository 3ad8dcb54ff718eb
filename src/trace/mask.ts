/** Words whose text tells who someone is; their values are masked wherever they stand. */
const PERSONAL_KEYS: ReadonlySet<string> = new Set([
  'phoneNumber',
  'name',
  'quickConnectName',
  'agentName',
  'userName',
  'detail',
  'label',
  'text',
  'message',
  'evidence',
  'notes',
  'reason',
]);
const NUMBER = /\+?\d(?:[\s().-]*\d){6,}/g;
const MASK = '***';

/** Keeps the last two digits of each phone-like number, so that two numbers can still be told apart. */
export function maskNumbers(text: string): string {
  return text.replace(NUMBER, (number) => `${MASK}${number.slice(-2)}`);
}

const isSentence = (key: string): boolean =>
  ['text', 'message', 'evidence', 'notes', 'reason', 'phoneNumber'].includes(key);

/** What the values of contact attributes and call variables may show. */
export interface MaskOptions {
  /** Attributes and variables that decide which events come out; all others are masked. */
  readonly keep: ReadonlySet<string>;
}

function maskValues(values: object, { keep }: MaskOptions): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, keep.has(name) ? value : MASK]),
  );
}

function maskValue(key: string, value: unknown, options: MaskOptions): unknown {
  if (typeof value === 'string') {
    if (!PERSONAL_KEYS.has(key)) return value;
    return isSentence(key) ? maskNumbers(value) : MASK;
  }
  if (Array.isArray(value)) return value.map((item) => maskValue(key, item, options));
  if (typeof value !== 'object' || value === null) return value;
  if (['attributes', 'variables', 'callvariables'].includes(key.toLowerCase()))
    return maskValues(value, options);
  return maskPersonal(value, options);
}

/** A copy without names, numbers, and the values of attributes that do not matter to a replay. Queue names stay. */
export function maskPersonal(value: object, options: MaskOptions): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, key === 'queue' ? item : maskValue(key, item, options)]),
  );
}
