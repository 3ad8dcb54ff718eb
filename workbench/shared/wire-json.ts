const TAG = '$date';

/** JSON text that keeps Dates: the simulated CCP's snapshots carry them, and Streams accepts nothing else. */
export function encodeWire(value: unknown): string {
  return JSON.stringify(value, function (this: Record<string, unknown>, key, plain: unknown) {
    const original = key === '' ? value : this[key];
    return original instanceof Date ? { [TAG]: original.getTime() } : plain;
  });
}

/** The value of `encodeWire`'s text, with its Dates. */
export function decodeWire(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    const time = (value as Record<string, unknown>)[TAG];
    return typeof time === 'number' ? new Date(time) : value;
  });
}
