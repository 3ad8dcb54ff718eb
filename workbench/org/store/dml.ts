import type { FieldValue, FieldValues } from '../../../src/model/apex-contract.ts';
import type { Clock } from '../../../src/model/ports.ts';
import type { OrgRecord } from '../org-record.ts';
import { DmlRefusal } from '../refusal.ts';
import type { ObjectDefinition } from '../schema/field-definition.ts';
import { requireField, requireObject } from '../schema/org-schema.ts';
import type { OrgSchema } from '../schema/org-schema.ts';
import type { OrgDuplicateRule, OrgValidationRule } from './org-rules.ts';
import { checkObjectRules, checkReferences, checkRequired, checkUnique } from './check-record.ts';
import { checkValue } from './check-value.ts';
import { deleteWithChildren } from './delete-records.ts';
import { deriveFields } from './derive-fields.ts';
import type { Access, Permissions } from './permissions.ts';
import { asPersonAccount, contactOfPerson } from './person-accounts.ts';
import { createRecordId, normalizeRecordId } from './record-id.ts';
import { fieldsOf } from './record-store.ts';
import type { RecordStore } from './record-store.ts';

export interface DmlOptions {
  /** Save although a duplicate rule matches. */
  readonly allowDuplicates?: boolean;
  /** Only for sample records: fields that the platform computes may be given. */
  readonly allowReadOnly?: boolean;
}

/** Writes with every check of the org. Refusals are thrown as `DmlRefusal`; nothing is written then. */
export interface Dml {
  insert(access: Access, object: string, fields: FieldValues, options?: DmlOptions): string;
  update(access: Access, recordId: string, fields: FieldValues, options?: DmlOptions): void;
  delete(access: Access, recordId: string): void;
  undelete(access: Access, recordId: string): void;
  /** Out of the recycle bin. */
  purge(access: Access, recordId: string): void;
  /** Null when there is no such record or the user may not see it. */
  read(access: Access, recordId: string): OrgRecord | null;
  /** By sharing alone. */
  isVisible(access: Access, record: OrgRecord): boolean;
}

export interface DmlParts {
  readonly schema: OrgSchema;
  readonly store: RecordStore;
  readonly clock: Clock;
  readonly permissions: Permissions;
  readonly validationRules: readonly OrgValidationRule[];
  readonly duplicateRules: readonly OrgDuplicateRule[];
}

type Operation = 'createable' | 'updateable';

export function createDml(parts: DmlParts): Dml {
  const { schema, store, permissions } = parts;
  const now = (): string => new Date(parts.clock.now()).toISOString();

  const isVisible = (access: Access, object: ObjectDefinition, record: OrgRecord): boolean =>
    object.sharing === 'public' ||
    (access.mode === 'system' && !access.isSharingEnforced) ||
    record['OwnerId'] === access.userId ||
    permissions.seesAll(access.userId, object.name);

  const refuseAccess = (message: string, fields: readonly string[] = []): never => {
    throw new DmlRefusal('INSUFFICIENT_ACCESS_OR_READONLY', message, fields);
  };

  const checkFields = (
    access: Access,
    object: ObjectDefinition,
    fields: FieldValues,
    operation: Operation,
    options: DmlOptions,
  ): Record<string, FieldValue> => {
    const checked: Record<string, FieldValue> = {};
    for (const [given, value] of Object.entries(fields)) {
      const field = requireField(object, given);
      const { name } = field;
      if (!field[operation] && options.allowReadOnly !== true) {
        throw new DmlRefusal(
          'INVALID_FIELD_FOR_INSERT_UPDATE',
          `Unable to create/update fields: ${name}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
          [name],
        );
      }
      if (!permissions.ofField(access, object.name, name).edit) {
        refuseAccess(`Operation failed due to fields being inaccessible on Sobject ${object.name}: ${name}`, [
          name,
        ]);
      }
      checked[name] = checkValue(field, value);
    }
    return checked;
  };

  const checkRules = (object: ObjectDefinition, draft: FieldValues): void => {
    for (const rule of parts.validationRules) {
      const message = rule.object === object.name ? rule.check(draft) : null;
      if (message !== null) {
        throw new DmlRefusal(
          rule.statusCode ?? 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
          message,
          rule.field === null ? [] : [rule.field],
        );
      }
    }
  };

  const checkDuplicates = (
    object: ObjectDefinition,
    given: FieldValues,
    ownId: string | null,
    options: DmlOptions,
  ): void => {
    if (options.allowDuplicates === true) return;
    for (const rule of parts.duplicateRules) {
      const value = given[rule.field];
      if (rule.object !== object.name || value === null || value === undefined) continue;
      if (store.list(object.name).some((record) => record.Id !== ownId && record[rule.field] === value)) {
        throw new DmlRefusal('DUPLICATES_DETECTED', 'Use one of these records?');
      }
    }
  };

  const defaultsOf = (object: ObjectDefinition, access: Access): Record<string, FieldValue> => ({
    ...Object.fromEntries([...object.fields.values()].map((field) => [field.name, field.defaultValue])),
    ...(object.fields.has('OwnerId') ? { OwnerId: access.userId } : {}),
  });

  const save = (
    access: Access,
    object: ObjectDefinition,
    id: string,
    draft: Record<string, FieldValue>,
    at: string,
  ): void => {
    store.put({
      ...deriveFields(object.name, draft, store, at),
      LastModifiedDate: at,
      LastModifiedById: access.userId,
      SystemModstamp: at,
      attributes: { type: object.name },
      Id: id,
    });
  };

  const insertPerson = (access: Access, accountId: string, account: Record<string, FieldValue>): void => {
    const system: Access = { ...access, mode: 'system' };
    const person = dml.insert(system, 'Contact', contactOfPerson(accountId, account), {
      allowReadOnly: true,
      allowDuplicates: true,
    });
    const saved = store.find(accountId);
    if (saved !== undefined) store.put({ ...saved, PersonContactId: person });
  };

  const target = (
    access: Access,
    recordId: string,
    need: 'edit' | 'delete',
  ): { object: ObjectDefinition; record: OrgRecord; id: string } => {
    const id = normalizeRecordId(recordId);
    if (id === null) throw new DmlRefusal('MALFORMED_ID', `bad id ${recordId}`, ['Id']);
    const record = store.find(id);
    const object = schema.objectOfId(id);
    if (object !== undefined && store.findDeleted(id) !== undefined) {
      throw new DmlRefusal('ENTITY_IS_DELETED', 'entity is deleted');
    }
    if (record === undefined || object === undefined) {
      throw new DmlRefusal('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', ['Id']);
    }
    if (!permissions.ofObject(access, object.name)[need]) {
      refuseAccess(`Access to entity '${object.name}' denied`);
    }
    if (!isVisible(access, object, record)) refuseAccess('insufficient access rights on object id');
    return { object, record, id };
  };

  const deletedTarget = (
    access: Access,
    recordId: string,
  ): { object: ObjectDefinition; record: OrgRecord } => {
    const record = store.findDeleted(recordId);
    const object = schema.objectOfId(recordId);
    if (record === undefined || object === undefined) {
      throw new DmlRefusal('UNDELETE_FAILED', 'Entity is not in the recycle bin');
    }
    if (!isVisible(access, object, record)) refuseAccess('insufficient access rights on object id');
    return { object, record };
  };

  const dml: Dml = {
    insert(access, objectName, fields, options = {}) {
      const object = requireObject(schema, objectName);
      if (!permissions.ofObject(access, object.name).create) {
        refuseAccess(`Access to entity '${object.name}' denied`);
      }
      const given = checkFields(access, object, fields, 'createable', options);
      const draft = asPersonAccount(object.name, { ...defaultsOf(object, access), ...given }, store);
      checkRequired(object, draft);
      checkReferences(object, given, schema, store);
      checkObjectRules(object, draft, null, schema, store);
      checkUnique(object, draft, null, store);
      checkDuplicates(object, draft, null, options);
      checkRules(object, draft);
      const id = createRecordId(object.keyPrefix, store.count(object.name));
      const at = now();
      if (object.autoNumber !== null) {
        draft[object.nameField] = object.autoNumber.replace(/\{(0+)\}/, (_, zeros: string) =>
          String(store.count(`${object.name}.${object.nameField}`)).padStart(zeros.length, '0'),
        );
      }
      save(access, object, id, { ...draft, CreatedDate: at, CreatedById: access.userId }, at);
      if (object.name === 'Account' && draft['RecordTypeId'] !== null && draft['IsPersonAccount'] === true) {
        insertPerson(access, id, draft);
      }
      return id;
    },

    update(access, recordId, fields, options = {}) {
      const { object, record, id } = target(access, recordId, 'edit');
      if (record['IsConverted'] === true) {
        throw new DmlRefusal('CANNOT_UPDATE_CONVERTED_LEAD', 'cannot update converted lead');
      }
      const given = checkFields(access, object, fields, 'updateable', options);
      const draft = { ...fieldsOf(record), ...given };
      checkRequired(object, draft);
      checkReferences(object, given, schema, store);
      checkObjectRules(object, draft, id, schema, store);
      checkUnique(object, draft, id, store);
      checkDuplicates(object, given, id, options);
      checkRules(object, draft);
      save(access, object, id, draft, now());
    },

    delete(access, recordId) {
      const { object, id } = target(access, recordId, 'delete');
      deleteWithChildren(schema, store, object, id, now());
    },

    undelete(access, recordId) {
      const { object, record } = deletedTarget(access, recordId);
      if (!permissions.ofObject(access, object.name).delete) {
        refuseAccess(`Access to entity '${object.name}' denied`);
      }
      store.putDeleted(record.Id, null);
      store.put({ ...record, IsDeleted: false });
    },

    purge(access, recordId) {
      store.putDeleted(deletedTarget(access, recordId).record.Id, null);
    },

    read(access, recordId) {
      const record = store.find(recordId);
      const object = schema.objectOfId(recordId);
      if (record === undefined || object === undefined) return null;
      if (!permissions.ofObject(access, object.name).read || !isVisible(access, object, record)) return null;
      return record;
    },

    isVisible(access, record) {
      const object = schema.objects.get(record.attributes.type);
      return object === undefined || isVisible(access, object, record);
    },
  };
  return dml;
}
