import { CALLABLE, COMPARABLE, COMPARATOR, ITERABLE, ITERATOR } from './collections/iterator-types.ts';
import { LIST } from './collections/list-type.ts';
import { MAP } from './collections/map-type.ts';
import { SET } from './collections/set-type.ts';
import { ENUMS } from './enums.ts';
import { EXCEPTIONS } from './exceptions.ts';
import { JSON_GENERATOR } from './json/generator-type.ts';
import { JSON_TYPE } from './json/json-type.ts';
import { DECIMAL } from './numbers/decimal-type.ts';
import { DOUBLE } from './numbers/double-type.ts';
import { ID } from './numbers/id-type.ts';
import { BOOLEAN, INTEGER, LONG } from './numbers/integer-types.ts';
import { MATH } from './numbers/math-type.ts';
import type { Library } from './registry-contract.ts';
import { ASSERT } from './system/assert-types.ts';
import { BLOB, CRYPTO, ENCODING_UTIL, UUID } from './system/blob-types.ts';
import { AURA_HANDLED_EXCEPTION, EXCEPTION } from './system/exception-type.ts';
import { LIMITS } from './system/limits-type.ts';
import { ENUM, OBJECT } from './system/object-types.ts';
import { SYSTEM, TEST } from './system/system-type.ts';
import { TYPE } from './system/type-type.ts';
import { USER_INFO } from './system/user-info-type.ts';
import { MATCHER, PATTERN } from './text/pattern-types.ts';
import { STRING } from './text/string-type.ts';
import { DATE } from './time/date-type.ts';
import { DATETIME } from './time/datetime-type.ts';
import { TIME } from './time/time-type.ts';
import { TIME_ZONE } from './time/time-zone-type.ts';

/** Everything of the platform that does not reach the org's data. */
export const LIBRARY: Library = {
  types: [
    OBJECT,
    ENUM,
    EXCEPTION,
    AURA_HANDLED_EXCEPTION,
    STRING,
    ID,
    BOOLEAN,
    INTEGER,
    LONG,
    DOUBLE,
    DECIMAL,
    MATH,
    DATE,
    DATETIME,
    TIME,
    TIME_ZONE,
    BLOB,
    LIST,
    SET,
    MAP,
    ITERABLE,
    ITERATOR,
    COMPARABLE,
    COMPARATOR,
    CALLABLE,
    PATTERN,
    MATCHER,
    JSON_TYPE,
    JSON_GENERATOR,
    CRYPTO,
    ENCODING_UTIL,
    UUID,
    TYPE,
    SYSTEM,
    TEST,
    ASSERT,
    USER_INFO,
    LIMITS,
  ],
  enums: ENUMS,
  exceptions: EXCEPTIONS,
};
