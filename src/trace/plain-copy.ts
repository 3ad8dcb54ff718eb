import { describeError } from '../errors.ts';

const LARGEST = 20_000;

/** A copy of any value as the trace can keep it: plain data, of bounded size; else a note on why it was left out. */
export function plainCopy(value: unknown): unknown {
  try {
    const text = JSON.stringify(value) ?? String(value);
    if (text.length > LARGEST) return { leftOut: `${text.length} characters` };
    return value === undefined || typeof value === 'function' ? String(value) : (JSON.parse(text) as unknown);
  } catch (error) {
    return { leftOut: describeError(error) };
  }
}
