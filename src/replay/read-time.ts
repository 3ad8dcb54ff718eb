import { refuseRecording } from './refuse-recording.ts';

const SECONDS_BELOW = 1e11;
const ISO_8601 = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/i;

function toMilliseconds(value: unknown): number {
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'number') return value < SECONDS_BELOW ? Math.round(value * 1000) : value;
  if (typeof value !== 'string') return Number.NaN;
  const match = ISO_8601.exec(value.trim());
  if (match === null) return Number.NaN;
  const zoned = match[1] !== undefined || value.trim().length === 10;
  return Date.parse(zoned ? value.trim() : `${value.trim()}Z`);
}

/**
 * ISO 8601 (UTC unless it names a zone), epoch milliseconds or epoch seconds (any number below 1e11) as a Date; null
 * where there is none. Refuses everything else.
 */
export function readTime(value: unknown, path: string): Date | null {
  if (value === undefined || value === null) return null;
  const time = new Date(toMilliseconds(value));
  if (Number.isNaN(time.getTime())) {
    throw refuseRecording(path, 'must be a time: ISO 8601, epoch milliseconds or epoch seconds');
  }
  return time;
}
