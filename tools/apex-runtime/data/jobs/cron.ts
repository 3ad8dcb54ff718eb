import { UnsupportedApex } from '../../model/errors.ts';

/** A cron expression of the platform: seconds, minutes, hours, day of month, month, day of week, optional year. */
export interface Cron {
  /** The first time after `wall`, both as milliseconds of the clock on the wall; null: never again. */
  next(wall: number): number | null;
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const DAY_MS = 86_400_000;
const LAST_YEAR = 2099;
/** Of days looked at: four years hold every date. */
const HORIZON_DAYS = 4 * 366;

function parseNumber(text: string, names: readonly string[], firstName: number): number {
  const index = names.indexOf(text.toUpperCase());
  return index >= 0 ? index + firstName : /^\d+$/.test(text) ? Number(text) : NaN;
}

/** The numbers of one field; undefined: the text is wrong. */
function parseField(
  text: string,
  from: number,
  to: number,
  names: readonly string[] = [],
  firstName = 0,
): Set<number> | undefined {
  const values = new Set<number>();
  for (const part of text.split(',')) {
    if (/[LW#]/i.test(part.replace(/[A-Z]{3}/gi, '')))
      throw new UnsupportedApex(`"${part}" in a cron expression`);
    const [range = '', stepText] = part.split('/');
    const step = stepText === undefined ? 1 : Number(stepText);
    const [first = '', last] = range === '*' || range === '?' ? [String(from), String(to)] : range.split('-');
    const start = parseNumber(first, names, firstName);
    const end =
      last === undefined ? (stepText === undefined ? start : to) : parseNumber(last, names, firstName);
    if ([start, end, step].some((value) => !Number.isInteger(value)) || start < from || end > to || step < 1)
      return undefined;
    for (let value = start; value <= end; value += step) values.add(value);
  }
  return values;
}

/** Undefined: the expression is wrong. */
export function parseCron(expression: string): Cron | undefined {
  const fields = expression.trim().split(/\s+/);
  const [seconds = '', minutes = '', hours = '', days = '', months = '', weekdays = '', years = '*'] = fields;
  if (fields.length < 6 || fields.length > 7 || (days === '?') === (weekdays === '?')) return undefined;
  const parsed = {
    seconds: parseField(seconds, 0, 59),
    minutes: parseField(minutes, 0, 59),
    hours: parseField(hours, 0, 23),
    days: parseField(days, 1, 31),
    months: parseField(months, 1, 12, MONTHS, 1),
    weekdays: parseField(weekdays, 1, 7, DAYS, 1),
    years: parseField(years, 1970, LAST_YEAR),
  };
  if (Object.values(parsed).some((set) => set === undefined)) return undefined;
  const sets = parsed as { readonly [Name in keyof typeof parsed]: Set<number> };

  const isDay = (at: Date): boolean =>
    sets.years.has(at.getUTCFullYear()) &&
    sets.months.has(at.getUTCMonth() + 1) &&
    sets.days.has(at.getUTCDate()) &&
    sets.weekdays.has(at.getUTCDay() + 1);

  const timesOfDay = [...sets.hours].flatMap((hour) =>
    [...sets.minutes].flatMap((minute) =>
      [...sets.seconds].map((second) => ((hour * 60 + minute) * 60 + second) * 1000),
    ),
  );
  timesOfDay.sort((left, right) => left - right);

  return {
    next(wall) {
      const today = Math.floor(wall / DAY_MS);
      for (let day = today; day <= today + HORIZON_DAYS; day += 1) {
        if (!isDay(new Date(day * DAY_MS))) continue;
        const time = timesOfDay.find((ms) => day * DAY_MS + ms > wall);
        if (time !== undefined) return day * DAY_MS + time;
      }
      return null;
    },
  };
}
