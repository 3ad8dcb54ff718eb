import { INTERACTION_OBJECT } from '../../model/action.ts';
import type { CreateRecordAction } from '../../model/action.ts';
import type { ActionRequest } from '../../model/action-request.ts';
import { fitFields } from './fit-fields.ts';
import { interactionFields } from './interaction-fields.ts';
import { takesObject } from './relate-match.ts';
import { resolveFields, withReferences } from './resolve-fields.ts';
import type { Resolver } from './resolver.ts';

/** The first of the named fields that can hold the match takes it. */
function relation(action: CreateRecordAction, { scope, notes }: Resolver): Record<string, string> {
  const { relateMatchTo } = action;
  const { match } = scope;
  if (relateMatchTo === undefined || match === null) return {};
  const names = typeof relateMatchTo === 'string' ? [relateMatchTo] : relateMatchTo;
  const field = names.find((name) => takesObject(name, match.objectApiName));
  if (field !== undefined) return { [field]: match.recordId };
  notes.push(
    `${names.join(', ')} cannot hold a ${match.objectApiName}, so the record is not related to the match`,
  );
  return {};
}

/** A new record; for the interaction's own object: the call's live record is opened and filled in. */
export function resolveCreate(action: CreateRecordAction, key: string, resolver: Resolver): ActionRequest {
  const { scope, notes } = resolver;
  const { fields, references } = resolveFields(action.fields, resolver);
  const related = { ...relation(action, resolver), ...fields };
  if (action.object === INTERACTION_OBJECT) {
    const values = { ...interactionFields(scope), Log_State__c: 'open', ...related };
    return {
      kind: 'apply',
      operation: {
        kind: 'save-interaction',
        key,
        fields: fitFields(INTERACTION_OBJECT, values, notes),
        ...withReferences(references),
      },
      openAfter: action.openAfter,
      notes,
    };
  }
  return {
    kind: 'apply',
    operation: {
      kind: 'create-record',
      key,
      object: action.object,
      recordType: action.recordType ?? null,
      duplicates: action.duplicates,
      fields: fitFields(action.object, related, notes),
      ...withReferences(references),
    },
    openAfter: action.openAfter,
    notes,
  };
}
