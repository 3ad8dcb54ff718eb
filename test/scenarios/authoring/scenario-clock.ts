/** Second 0 of every scenario. */
export const START = Date.UTC(2026, 4, 4, 8, 0, 0);

/** Epoch milliseconds of a scenario's second. */
export function timeOf(second: string): number {
  const value = Number(second);
  if (!Number.isFinite(value)) throw new TypeError(`"${second}" is not a second`);
  return START + Math.round(value * 1000);
}

export type TimeForm = 'iso' | 'ms' | 's';

/** A time as the recording writes it. */
export function writeTime(at: number, form: TimeForm): string | number {
  if (form === 'iso') return new Date(at).toISOString();
  return form === 'ms' ? at : at / 1000;
}
