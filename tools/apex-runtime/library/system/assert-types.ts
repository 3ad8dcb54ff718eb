import { AssertionFailed } from '../../model/errors.ts';
import type { Transaction } from '../../model/transaction.ts';
import type { PlatformObject, Value } from '../../model/values.ts';
import { sameValue } from '../../values/equality.ts';
import { fitsType } from '../../values/runtime-type.ts';
import { shownText } from '../../values/text.ts';
import type { Implementation, LibraryType } from '../registry-contract.ts';
import { given } from '../support.ts';
import { typeOfValue } from './type-type.ts';

/** What was found wrong; null: nothing. */
type Check = (tx: Transaction, ...values: readonly Value[]) => string | null;

const shown = (tx: Transaction, value: Value): string => shownText(tx, value);

const CHECKS: Readonly<Record<string, Check>> = {
  'areEqual(Object,Object': (tx, expected = null, actual = null) =>
    sameValue(expected, actual, tx) ? null : `Expected: ${shown(tx, expected)}, Actual: ${shown(tx, actual)}`,
  'areNotEqual(Object,Object': (tx, expected = null, actual = null) =>
    sameValue(expected, actual, tx) ? `Same value: ${shown(tx, expected)}` : null,
  'isTrue(Boolean': (tx, value = null) =>
    value === true ? null : `Expected: true, Actual: ${shown(tx, value)}`,
  'isFalse(Boolean': (tx, value = null) =>
    value === false ? null : `Expected: false, Actual: ${shown(tx, value)}`,
  'isNull(Object': (tx, value = null) =>
    value === null ? null : `Expected: null, Actual: ${shown(tx, value)}`,
  'isNotNull(Object': (_tx, value = null) => (value === null ? 'Expected not null, Actual: null' : null),
  'isInstanceOfType(Object,Type': (tx, value = null, type = null) =>
    isInstance(tx, value, type) ? null : `Expected an instance of ${shown(tx, type)}`,
  'isNotInstanceOfType(Object,Type': (tx, value = null, type = null) =>
    isInstance(tx, value, type) ? `Expected no instance of ${shown(tx, type)}` : null,
};

function isInstance(tx: Transaction, value: Value, type: Value): boolean {
  return value !== null && fitsType(tx.types, value, typeOfValue(tx, given(tx, type, 2) as PlatformObject));
}

const failed = (message: string | null, problem: string): never => {
  throw new AssertionFailed(`Assertion Failed: ${message === null ? '' : `${message}: `}${problem}`);
};

const withoutMessage =
  (check: Check): Implementation =>
  (tx: Transaction, _type: never, ...values: readonly Value[]) => {
    const problem = check(tx, ...values);
    if (problem !== null) failed(null, problem);
  };

/** The message may not be null, whether the assertion holds or not. */
const withMessage =
  (check: Check): Implementation =>
  (tx: Transaction, _type: never, ...values: readonly Value[]) => {
    const message = shownText(tx, given(tx, values.at(-1) ?? null, values.length));
    const problem = check(tx, ...values.slice(0, -1));
    if (problem !== null) failed(message, problem);
  };

export const ASSERT: LibraryType = {
  name: 'Assert',
  members: {
    ...Object.fromEntries(
      Object.entries(CHECKS).flatMap(([start, check]) => [
        [`static ${start}):void`, withoutMessage(check)],
        [`static ${start},String):void`, withMessage(check)],
      ]),
    ),
    'static fail():void': () => {
      throw new AssertionFailed('Assertion Failed');
    },
    'static fail(String):void': (tx, _type, message: string | null) => {
      throw new AssertionFailed(`Assertion Failed: ${given(tx, message)}`);
    },
  },
};

const areEqual: Check = (tx, ...values) => CHECKS['areEqual(Object,Object']?.(tx, ...values) ?? null;
const areNotEqual: Check = (tx, ...values) => CHECKS['areNotEqual(Object,Object']?.(tx, ...values) ?? null;

/** `System.assert` and its two sisters. */
export const SYSTEM_ASSERTS: LibraryType['members'] = {
  'static assert(Boolean):void': (tx, _type, value: boolean | null) => {
    if (!given(tx, value)) throw new AssertionFailed('Assertion Failed');
  },
  'static assert(Boolean,Object):void': (tx, _type, value: boolean | null, message: Value) => {
    if (!given(tx, value)) throw new AssertionFailed(`Assertion Failed: ${shown(tx, message)}`);
  },
  'static assertEquals(Object,Object):void': withoutMessage(areEqual),
  'static assertEquals(Object,Object,Object):void': withMessage(areEqual),
  'static assertNotEquals(Object,Object):void': withoutMessage(areNotEqual),
  'static assertNotEquals(Object,Object,Object):void': withMessage(areNotEqual),
};
