import type { Dml } from '../store/dml.ts';
import { requireObject } from '../schema/org-schema.ts';
import type { ApexContext } from './apex-context.ts';
import { fieldValues } from './field-values.ts';

/** Twin of `PacelineRecordWriter`: writes whose values are made to fit their fields; what was changed goes to `notes`. */
export function createRecordWriter({ dml, schema }: ApexContext, notes: string[]): Dml {
  return {
    ...dml,
    insert(access, objectName, fields, options) {
      const object = requireObject(schema, objectName);
      return dml.insert(access, object.name, fieldValues(object, fields, notes), options);
    },
    update(access, recordId, fields, options) {
      const object = schema.objectOfId(recordId);
      const values = object === undefined ? fields : fieldValues(object, fields, notes);
      dml.update(access, recordId, values, options);
    },
  };
}
