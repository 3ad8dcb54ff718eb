import { normalizePhone } from '../../../src/rules/phone.ts';
import { failed, passed, unchecked } from './check.ts';
import type { Check } from './check.ts';

const MARK = 'PACELINE_PHONE';

/** Anonymous Apex that looks each number up as the softphone does and prints how many contacts were found. */
export function phoneScript(numbers: readonly string[]): string {
  const searches = numbers.flatMap((number) => {
    const phone = normalizePhone(number, 'US');
    if (!phone.ok || phone.value.e164 === null) return [];
    const { e164, nationalDigits, variants } = phone.value;
    const strategy = { by: 'phone', objects: ['Contact'], number: e164, nationalDigits, variants };
    const request = JSON.stringify({ strategies: [strategy], limit: 10 });
    return [
      `System.debug('${MARK}|${e164}|' + PacelineLookupController.search('${request}').matches.size() + '|');`,
    ];
  });
  return `${searches.join('\n')}\n`;
}

/** Reads the log of `phoneScript`: how the sample contacts' numbers are written must not matter. */
export function judgePhones(log: string, numbers: readonly string[]): Check {
  const name = 'phone search';
  const found = [...log.matchAll(new RegExp(`${MARK}\\|(\\+\\d+)\\|(\\d+)\\|`, 'g'))].map((match) => ({
    number: match[1] ?? '',
    count: Number(match[2]),
  }));
  const missed = found.filter(({ count }) => count === 0).map(({ number }) => number);
  if (found.length !== numbers.length)
    return failed(name, `${found.length} of ${numbers.length} searches ran`);
  if (missed.length === found.length) {
    return unchecked(name, 'no sample contact was found: import demo-app/data, wait a minute, run again');
  }
  return missed.length === 0
    ? passed(name, `${found.length} spellings found`)
    : failed(name, `not found: ${missed.join(', ')}`);
}
