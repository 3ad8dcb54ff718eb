import type { FieldValue, FieldValues, PlatformError } from '../../src/model/apex-contract.ts';
import { objectOf, textOf } from './org-record.ts';
import type { OrgRecord } from './org-record.ts';
import { DmlRefusal, OrgRefusal } from './refusal.ts';
import type { ObjectDefinition } from './schema/field-definition.ts';
import type { OrgSchema } from './schema/org-schema.ts';
import type { UiFieldValue, UiPicklist, UiRecord } from './simulated-org.ts';
import type { Dml } from './store/dml.ts';
import type { Access, Permissions } from './store/permissions.ts';
import { normalizeRecordId } from './store/record-id.ts';

/** What the User Interface API works with in one request. */
export interface UiApiContext {
  readonly access: Access;
  readonly schema: OrgSchema;
  readonly dml: Dml;
  readonly permissions: Permissions;
}

function refuse(status: number, statusText: string, errorCode: string, message: string): never {
  throw new OrgRefusal(status, statusText, { statusCode: status, errorCode, message });
}

/** The error body of a refused create or update: errors of the page, and errors of fields by field name. */
function shapeRefusal(error: PlatformError, object: ObjectDefinition | undefined): OrgRefusal {
  const entry = { errorCode: error.statusCode, message: error.message, duplicateRecordError: null };
  const fieldErrors = Object.fromEntries(
    error.fields
      .filter((name) => object?.fields.has(name) === true)
      .map((name) => [
        name,
        [
          {
            ...entry,
            constituentField: null,
            field: name,
            fieldLabel: object?.fields.get(name)?.label ?? name,
          },
        ],
      ]),
  );
  const isFieldError = Object.keys(fieldErrors).length > 0;
  return new OrgRefusal(400, 'Bad Request', {
    statusCode: 400,
    enhancedErrorType: 'RecordError',
    message: 'An error occurred while trying to update the record. Please try again.',
    output: {
      errors: isFieldError ? [] : [{ ...entry, constituentField: null, field: null, fieldLabel: null }],
      fieldErrors,
    },
  });
}

function requireSupported(context: UiApiContext, name: string): ObjectDefinition {
  const object = context.schema.objects.get(name);
  if (object === undefined) {
    return refuse(400, 'Bad Request', 'INVALID_TYPE', `sObject type '${name}' is not supported.`);
  }
  if (!object.uiApi) {
    return refuse(400, 'Bad Request', 'NOT_SUPPORTED', `Object ${name} is not supported in UI API`);
  }
  return object;
}

function displayValue(value: FieldValue, object: ObjectDefinition, field: string): string | null {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') {
    return object.fields.get(field)?.type === 'picklist' && typeof value === 'string' ? value : null;
  }
  return String(value);
}

/** `Account` to `AccountId`, `Account__r` to `Account__c`. */
function relationshipColumn(relationship: string): string {
  return relationship.endsWith('__r') ? relationship.replace(/__r$/, '__c') : `${relationship}Id`;
}

function readField(context: UiApiContext, record: OrgRecord, path: readonly string[]): UiFieldValue {
  const [name = '', ...rest] = path;
  const object = requireSupported(context, objectOf(record));
  const column = rest.length === 0 ? name : relationshipColumn(name);
  if (!object.fields.has(column) || !context.permissions.ofField(context.access, object.name, column).read) {
    return refuse(400, 'Bad Request', 'INVALID_FIELD', `No such column '${name}' on entity '${object.name}'`);
  }
  const value = record[column] as FieldValue;
  if (rest.length === 0) return { value, displayValue: displayValue(value, object, column) };
  const related = typeof value === 'string' ? context.dml.read(context.access, value) : null;
  if (related === null) return { value: null, displayValue: null };
  return { value: toUiRecord(context, related, [rest]), displayValue: textOf(related, 'Name') || null };
}

function toUiRecord(
  context: UiApiContext,
  record: OrgRecord,
  paths: readonly (readonly string[])[],
): UiRecord {
  return {
    id: record.Id,
    apiName: objectOf(record),
    lastModifiedDate: textOf(record, 'LastModifiedDate'),
    fields: Object.fromEntries(paths.map((path) => [path[0] ?? '', readField(context, record, path)])),
  };
}

function allReadable(context: UiApiContext, object: ObjectDefinition): readonly (readonly string[])[] {
  return [...object.fields.keys()]
    .filter((name) => context.permissions.ofField(context.access, object.name, name).read)
    .map((name) => [name]);
}

function requireVisible(context: UiApiContext, recordId: string): OrgRecord {
  const id = normalizeRecordId(recordId);
  if (id === null) return refuse(400, 'Bad Request', 'MALFORMED_ID', `Malformed ID ${recordId}`);
  const object = context.schema.objectOfId(id);
  if (object !== undefined) requireSupported(context, object.name);
  return (
    context.dml.read(context.access, id) ??
    refuse(404, 'Not Found', 'NOT_FOUND', 'The requested resource does not exist')
  );
}

export function uiGetRecord(context: UiApiContext, recordId: string, fields: readonly string[]): UiRecord {
  const record = requireVisible(context, recordId);
  const paths = fields.map((field) => {
    const [object, ...path] = field.split('.');
    if (object !== objectOf(record)) {
      return refuse(400, 'Bad Request', 'INVALID_FIELD', `${field} is not a field of ${objectOf(record)}`);
    }
    return path;
  });
  return toUiRecord(context, record, paths);
}

/** The values of a picklist that is not split by record types. */
export function uiGetPicklistValues(
  context: UiApiContext,
  objectApiName: string,
  fieldApiName: string,
): UiPicklist {
  const object = requireSupported(context, objectApiName);
  const field = object.fields.get(fieldApiName);
  const isReadable = context.permissions.ofField(context.access, object.name, fieldApiName).read;
  if (field?.type !== 'picklist' || !isReadable) {
    return refuse(400, 'Bad Request', 'INVALID_FIELD', `${fieldApiName} is no picklist of ${object.name}`);
  }
  return {
    controllerValues: {},
    defaultValue: null,
    values: field.values.map((value) => ({ attributes: null, label: value, validFor: [], value })),
  };
}

export function uiCreateRecord(
  context: UiApiContext,
  input: { readonly apiName: string; readonly fields: FieldValues },
): UiRecord {
  const object = requireSupported(context, input.apiName);
  try {
    const id = context.dml.insert(context.access, input.apiName, input.fields);
    return toUiRecord(context, requireVisible(context, id), allReadable(context, object));
  } catch (error) {
    if (error instanceof DmlRefusal) throw shapeRefusal(error.error, object);
    throw error;
  }
}

export function uiUpdateRecord(context: UiApiContext, input: { readonly fields: FieldValues }): UiRecord {
  const { Id, ...fields } = input.fields;
  const record = requireVisible(context, String(Id ?? ''));
  const object = requireSupported(context, objectOf(record));
  try {
    context.dml.update(context.access, record.Id, fields);
    return toUiRecord(context, requireVisible(context, record.Id), allReadable(context, object));
  } catch (error) {
    if (error instanceof DmlRefusal) throw shapeRefusal(error.error, object);
    throw error;
  }
}
