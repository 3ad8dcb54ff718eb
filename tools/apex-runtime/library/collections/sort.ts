import type { Transaction } from '../../model/transaction.ts';
import { T } from '../../model/types.ts';
import { ApexDate, ApexDatetime, ApexEnum, ApexId, ApexObject, ApexTime } from '../../model/values.ts';
import type { ApexList, Value } from '../../model/values.ts';
import { compare, isNumber, toDecimal } from '../../values/decimal.ts';
import { orderOfNumbers, orderOfTexts } from '../../values/order.ts';
import { refuse } from '../support.ts';

type Compare = (a: Value, b: Value) => number;

const TEXTS = [T.String, T.Id];
const NUMBERS = [T.Integer, T.Long, T.Double, T.Decimal];
const TIMES = [T.Date, T.Datetime, T.Time];

const textOf = (value: Value): string => (value instanceof ApexId ? value.value : String(value));

const numberOf = (value: Value): number => {
  if (value instanceof ApexDate) return value.days;
  return value instanceof ApexDatetime || value instanceof ApexTime ? value.ms : 0;
};

function compareNumbers(a: Value, b: Value): number {
  return isNumber(a) && isNumber(b) ? compare(toDecimal(a), toDecimal(b)) : 0;
}

/** Nulls come first. */
const nullsFirst =
  (order: Compare): Compare =>
  (a, b) => {
    if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
    return order(a, b);
  };

function compareObjects(tx: Transaction, type: string): Compare {
  return (a, b) => {
    const order = a instanceof ApexObject ? tx.callByName(a, 'compareTo', [b]) : undefined;
    return typeof order === 'number' ? order : refuse(tx, `the order of ${type}`);
  };
}

function naturalOrder(tx: Transaction, list: ApexList): Compare {
  const element = list.type.args[0] ?? T.Object;
  if (TEXTS.includes(element)) return nullsFirst((a, b) => orderOfTexts(textOf(a), textOf(b)));
  if (NUMBERS.includes(element)) return nullsFirst(compareNumbers);
  if (TIMES.includes(element)) return nullsFirst((a, b) => orderOfNumbers(numberOf(a), numberOf(b)));
  if (element.kind === 'enum')
    return nullsFirst((a, b) => (a instanceof ApexEnum && b instanceof ApexEnum ? a.ordinal - b.ordinal : 0));
  if (element.kind === 'class' || element.name === 'Comparable') return compareObjects(tx, element.name);
  return refuse(tx, `sort() of a ${list.type.name}`);
}

/** Equal elements keep their order. */
export function sortList(tx: Transaction, list: ApexList): void {
  list.items.sort(naturalOrder(tx, list));
}

/** By `compare(a, b)` of a Comparator. */
export function sortBy(tx: Transaction, list: ApexList, comparator: Value): void {
  if (!(comparator instanceof ApexObject)) return refuse(tx, 'a Comparator that is no class of the sources');
  list.items.sort((a, b) => {
    const order = tx.callByName(comparator, 'compare', [a, b]);
    return typeof order === 'number' ? order : refuse(tx, `compare of ${comparator.classModel.name}`);
  });
}
