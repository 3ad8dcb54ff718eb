import type { LibraryEnum, LibraryType } from '../library/registry-contract.ts';
import { ACCESS_LEVEL } from './library/access-level.ts';
import { DATABASE, QUERY_TYPES } from './library/database-type.ts';
import {
  DESCRIBE_FIELD_RESULT,
  DESCRIBE_OF_FIELD,
  DISPLAY_TYPE,
  PICKLIST_ENTRY,
} from './library/describe-field.ts';
import {
  CHILD_RELATIONSHIP,
  DESCRIBE_OF_TYPE,
  DESCRIBE_SOBJECT_RESULT,
  RECORD_TYPE_INFO,
  SCHEMA,
  SOBJECT_DESCRIBE_OPTIONS,
  SOBJECT_TYPE_FIELDS,
} from './library/describe-object.ts';
import { DML_OPTIONS, DUPLICATE_RULE_HEADER } from './library/dml-options.ts';
import { EVENT_TYPES } from './library/event-types.ts';
import { JOB_TYPES } from './library/job-types.ts';
import { LEAD_CONVERT } from './library/lead-convert.ts';
import { MESSAGING_TYPES } from './library/messaging-types.ts';
import { QUERY_EXCEPTION } from './library/query-exception.ts';
import { RECORD_COLLECTIONS } from './library/record-collections.ts';
import { RESULT_TYPES } from './library/result-types.ts';
import { SEARCH } from './library/search-types.ts';
import { ID_OF_ORG, SOBJECT, SOBJECT_FIELD, SOBJECT_TYPE } from './library/sobject-type.ts';
import { SANDBOX_TYPES, TEST_OF_ORG } from './library/test-type.ts';

/** What of the platform reaches the org's data. Some names are in library/ too: their members are put together. */
export const DATA_TYPES: readonly LibraryType[] = [
  SOBJECT,
  SOBJECT_TYPE,
  SOBJECT_FIELD,
  ID_OF_ORG,
  SCHEMA,
  DESCRIBE_OF_TYPE,
  DESCRIBE_OF_FIELD,
  DESCRIBE_SOBJECT_RESULT,
  SOBJECT_TYPE_FIELDS,
  DESCRIBE_FIELD_RESULT,
  PICKLIST_ENTRY,
  RECORD_TYPE_INFO,
  CHILD_RELATIONSHIP,
  ACCESS_LEVEL,
  DATABASE,
  DML_OPTIONS,
  DUPLICATE_RULE_HEADER,
  LEAD_CONVERT,
  ...RESULT_TYPES,
  ...QUERY_TYPES,
  SEARCH,
  ...JOB_TYPES,
  ...EVENT_TYPES,
  ...MESSAGING_TYPES,
  TEST_OF_ORG,
  ...SANDBOX_TYPES,
  ...RECORD_COLLECTIONS,
  QUERY_EXCEPTION,
];

export const DATA_ENUMS: readonly LibraryEnum[] = [DISPLAY_TYPE, SOBJECT_DESCRIBE_OPTIONS];
