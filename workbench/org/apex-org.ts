import type { ApexOrg, OrgUser, RowOutcome } from '../../tools/apex-runtime/model/apex-org.ts';
import type { FieldValues } from '../../src/model/apex-contract.ts';
import type { FaultKind } from './faults.ts';
import type { OrgState } from './org-state.ts';
import { textOf } from './org-record.ts';
import { DmlRefusal } from './refusal.ts';
import type { ObjectDefinition } from './schema/field-definition.ts';
import { requireField } from './schema/org-schema.ts';
import { searchPhones } from './search-phones.ts';
import { checkRequired } from './store/check-record.ts';
import { checkValue } from './store/check-value.ts';
import { convertLead } from './store/convert-lead.ts';
import { mergeRecords } from './store/merge-records.ts';
import { createRecordId } from './store/record-id.ts';

const INTERACTION = 'Paceline_Interaction__c';

function outcomeOf(id: string | null, write: () => string | void): RowOutcome {
  try {
    return { ok: true, id: write() ?? id ?? '' };
  } catch (error) {
    if (error instanceof DmlRefusal) return { ok: false, error: error.error };
    throw error;
  }
}

function readUser(state: OrgState, userId: string): OrgUser {
  const user = state.store.find(userId);
  const text = (field: string, otherwise: string): string => textOf(user, field) || otherwise;
  return {
    id: userId,
    name: text('Name', ''),
    firstName: text('FirstName', '') || null,
    lastName: text('LastName', ''),
    userName: text('Username', ''),
    email: text('Email', ''),
    timeZone: text('TimeZoneSidKey', 'America/New_York'),
    locale: text('LocaleSidKey', 'en_US'),
    language: text('LanguageLocaleKey', 'en_US'),
    profileId: text('ProfileId', ''),
    roleId: text('UserRoleId', '') || null,
    userType: text('UserType', 'Standard'),
  };
}

/** The event's fields as they are sent, or the refusal of one. */
function checkEvent(definition: ObjectDefinition, given: FieldValues): FieldValues {
  const defaults = [...definition.fields.values()].map((field) => [field.name, field.defaultValue] as const);
  const checked = Object.entries(given).map(([name, value]) => {
    const field = requireField(definition, name);
    return [field.name, checkValue(field, value)] as const;
  });
  const fields = Object.fromEntries([...defaults, ...checked]);
  checkRequired(definition, fields);
  return fields;
}

/** The simulated org behind the port of the Apex runtime; `faults` strike in this one transaction. */
export function createApexOrg(state: OrgState, faults: ReadonlySet<FaultKind>): ApexOrg {
  const { store, dml, permissions, schema } = state;
  const at = (): string => new Date(state.clock.now()).toISOString();
  let isRaced = faults.has('duplicate');

  /** Another transaction of the same user is first. */
  const race = (access: Parameters<typeof dml.insert>[0], fields: Parameters<typeof dml.insert>[2]): void => {
    isRaced = false;
    outcomeOf(null, () => dml.insert(access, INTERACTION, fields));
  };

  return {
    schema: state.apexSchema,
    now: () => state.clock.now(),
    organizationId: state.orgId,
    organizationName: textOf(store.find(state.orgId), 'Name'),
    user: (userId) => readUser(state, userId),
    find: store.find,
    list: store.list,
    findBy: (object, field, value) =>
      store.isIndexed(object, field) ? store.findBy(object, field, value) : undefined,
    deleted: store.listDeleted,
    objectAccess: (userId, object) => permissions.ofObject({ userId, ...USER }, object),
    fieldAccess: (userId, object, field) => permissions.ofField({ userId, ...USER }, object, field),
    isVisible: (access, record) => dml.isVisible(access, record as Parameters<typeof dml.isVisible>[1]),
    mayUse: permissions.mayUse,
    mayCallClass: permissions.mayCall,
    insert(access, object, fields, options) {
      if (isRaced && object === INTERACTION) race(access, fields);
      return outcomeOf(null, () => dml.insert(access, object, fields, options));
    },
    update: (access, id, fields, options) => outcomeOf(id, () => dml.update(access, id, fields, options)),
    delete: (access, id) => outcomeOf(id, () => dml.delete(access, id)),
    undelete: (access, id) => outcomeOf(id, () => dml.undelete(access, id)),
    purge: (access, id) => outcomeOf(id, () => dml.purge(access, id)),
    merge: (_access, master, merged) =>
      outcomeOf(master, () => mergeRecords({ schema, store, at: at() }, master, merged)),
    convertLead(access, conversion) {
      try {
        return convertLead({ dml, store, at: at() }, access, conversion);
      } catch (error) {
        if (error instanceof DmlRefusal) return error.error;
        throw error;
      }
    },
    lock: () => !faults.has('row-lock'),
    publish(event) {
      const definition = schema.objects.get(event.object);
      if (definition === undefined)
        return { ok: false, error: { statusCode: 'INVALID_TYPE', message: event.object, fields: [] } };
      return outcomeOf(null, () => {
        const fields = checkEvent(definition, event.fields);
        const sent = { ...event, fields };
        state.events.push(sent);
        if (!definition.publishedAtOnce) {
          store.onUndo(() => void state.events.splice(state.events.indexOf(sent), 1));
        }
        return createRecordId(definition.keyPrefix, store.count(event.object));
      });
    },
    sendEmail(email) {
      state.emails.push(email);
      store.onUndo(() => void state.emails.splice(state.emails.indexOf(email), 1));
    },
    setCreatedDate(id, createdAt) {
      const record = store.find(id);
      if (record !== undefined) store.put({ ...record, CreatedDate: createdAt });
    },
    searchPhones(object, terms) {
      const definition = schema.objects.get(object);
      return definition === undefined ? [] : searchPhones(store, definition, terms);
    },
    savepoint: store.savepoint,
    rollback: store.rollback,
    transaction: store.transaction,
    isolate: store.isolate,
  };
}

const USER = { mode: 'user', isSharingEnforced: true } as const;
