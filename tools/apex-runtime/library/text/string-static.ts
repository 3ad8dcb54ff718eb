import type { Transaction } from '../../model/transaction.ts';
import { ApexDate, ApexDatetime, ApexEnum } from '../../model/values.ts';
import type { ApexDecimal, ApexDouble, ApexList, Value } from '../../model/values.ts';
import { gmtText, isoDate } from '../../values/dates.ts';
import { textOf, valueText } from '../../values/text.ts';
import { localText } from '../../values/zones.ts';
import { elementsOf } from '../collections/elements.ts';
import type { LibraryType } from '../registry-contract.ts';
import { given, refuse } from '../support.ts';
import { isSpaceOnly } from './white-space.ts';

const isBlank = (text: string | null): boolean => text === null || isSpaceOnly(text);

/** Java's MessageFormat with plain placeholders: `{0}`. What single quotes do since API 51 is not published. */
function formatMessage(tx: Transaction, pattern: string, args: readonly Value[]): string {
  return pattern.replace(/\{(\d+)\}|['{}]/g, (whole, index?: string) => {
    if (index === undefined) return refuse(tx, `the format ${pattern}`);
    const argument = args[Number(index)];
    return argument === undefined ? whole : formatArgument(tx, argument);
  });
}

function formatArgument(tx: Transaction, value: Value): string {
  if (typeof value === 'string' || value === null || value instanceof ApexEnum) return textOf(tx, value);
  if (value instanceof ApexDate || value instanceof ApexDatetime)
    return refuse(tx, 'a Date or Datetime as an argument of String.format');
  return textOf(tx, value);
}

function commonPrefix(items: readonly string[]): string {
  let prefix = items[0] ?? '';
  for (const item of items) while (!item.startsWith(prefix)) prefix = prefix.slice(0, -1);
  return prefix;
}

/** Static members of String. */
export const STRING_STATIC: LibraryType['members'] = {
  'static isBlank(String):Boolean': (_tx, _type, text: string | null) => isBlank(text),
  'static isNotBlank(String):Boolean': (_tx, _type, text: string | null) => !isBlank(text),
  'static isEmpty(String):Boolean': (_tx, _type, text: string | null) => text === null || text === '',
  'static isNotEmpty(String):Boolean': (_tx, _type, text: string | null) => text !== null && text !== '',
  'static escapeSingleQuotes(String):String': (tx, _type, text: string | null) =>
    given(tx, text).replace(/['\\]/g, '\\$&'),
  'static join(Object,String):String': (tx, _type, items: Value, separator: string | null) =>
    elementsOf(tx, given(tx, items))
      .map((item) => textOf(tx, item))
      .join(given(tx, separator, 2)),
  'static format(String,List<Object>):String': (tx, _type, pattern: string | null, args: ApexList | null) =>
    formatMessage(tx, given(tx, pattern), args?.items ?? []),
  'static fromCharArray(List<Integer>):String': (tx, _type, codes: ApexList | null) =>
    String.fromCharCode(...given(tx, codes).items.map(Number)),
  'static getCommonPrefix(List<String>):String': (tx, _type, items: ApexList | null) =>
    commonPrefix(given(tx, items).items.map((item) => textOf(tx, given(tx, item)))),
  'static valueOf(Date):String': (tx, _type, value: ApexDate | null) => isoDate(given(tx, value)),
  'static valueOf(Datetime):String': (tx, _type, value: ApexDatetime | null) =>
    localText(tx, given(tx, value)),
  'static valueOf(Integer):String': (tx, _type, value: number | null) => valueText(tx, value),
  'static valueOf(Long):String': (tx, _type, value: bigint | null) => valueText(tx, value),
  'static valueOf(Decimal):String': (tx, _type, value: ApexDecimal | null) => valueText(tx, value),
  'static valueOf(Double):String': (tx, _type, value: ApexDouble | null) => valueText(tx, value),
  'static valueOf(Object):String': (tx, _type, value: Value) => valueText(tx, value),
  'static valueOfGmt(Datetime):String': (tx, _type, value: ApexDatetime | null) => gmtText(given(tx, value)),
};
