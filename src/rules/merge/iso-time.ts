const LATEST = 8.64e15;

/** Epoch milliseconds as ISO 8601 UTC text; null for no time and for one that no calendar holds. */
export function isoTime(at: number | null): string | null {
  return at === null || !(Math.abs(at) <= LATEST) ? null : new Date(at).toISOString();
}
