import { INTERACTION_OBJECT } from '../../model/action.ts';
import type { UpdateCallLogAction } from '../../model/action.ts';
import type { ActionRequest } from '../../model/action-request.ts';
import type { ApplyOperation, FieldValue, WrapUpFields } from '../../model/apex-contract.ts';
import { ownValue } from '../../model/plain-value.ts';
import { fitFields } from './fit-fields.ts';
import { interactionFields } from './interaction-fields.ts';
import { resolveFields, withReferences } from './resolve-fields.ts';
import type { Resolver } from './resolver.ts';
import { WRAP_UP_FIELDS, taskFields } from './task-fields.ts';

const OF_INTERACTION = `${INTERACTION_OBJECT}.`;
const LEAD_ID = /^00Q/;

type Target = Extract<ApplyOperation, { kind: 'update-record' }>['target'];

interface Found {
  readonly object: string;
  readonly target: Target;
}

/** A Task whose WhoId is a lead can have no WhatId: the platform refuses both together. */
function dropWhatOfLead(task: Record<string, FieldValue>, notes: string[]): Record<string, FieldValue> {
  const { WhatId, ...rest } = task;
  if (typeof WhatId !== 'string' || !LEAD_ID.test(String(task.WhoId))) return task;
  notes.push('WhatId is left out: a task that belongs to a lead cannot be related to another record');
  return rest;
}

function split(map: UpdateCallLogAction['fields'], ofInteraction: boolean): UpdateCallLogAction['fields'] {
  const entries = Object.entries(map).filter(([name]) => name.startsWith(OF_INTERACTION) === ofInteraction);
  return Object.fromEntries(
    entries.map(([name, value]) => [ofInteraction ? name.slice(OF_INTERACTION.length) : name, value]),
  );
}

/** A Task field that the rule's own map names, whatever comes of it, belongs to the rule. */
function wrapUpFields(ofTask: UpdateCallLogAction['fields']): { wrapUpFields: WrapUpFields } | object {
  const written = new Set(Object.keys(ofTask).map((name) => name.toLowerCase()));
  const left = Object.entries(WRAP_UP_FIELDS).filter(([, field]) => !written.has(field.toLowerCase()));
  return left.length === 0 ? {} : { wrapUpFields: Object.fromEntries(left) };
}

function closeLog(action: UpdateCallLogAction, key: string, resolver: Resolver): ActionRequest {
  const { scope, options, notes } = resolver;
  const own = resolveFields(split(action.fields, true), resolver);
  const taskMap = split(action.fields, false);
  const ofTask = resolveFields(taskMap, resolver);
  const references = Object.keys(ofTask.references);
  if (references.length > 0)
    notes.push(`${references.join(', ')} left out: the record has no id yet when the log is written with it`);
  const fields = { ...interactionFields(scope), Log_State__c: 'closed', ...own.fields };
  const task = dropWhatOfLead({ ...taskFields(scope, options), ...ofTask.fields }, notes);
  return {
    kind: 'apply',
    operation: {
      kind: 'close-interaction',
      key,
      fields: fitFields(INTERACTION_OBJECT, fields, notes),
      task: fitFields('Task', task, notes),
      ...(action.matchTaskBy === undefined ? {} : { matchTaskBy: action.matchTaskBy }),
      ...wrapUpFields(taskMap),
      ...withReferences(own.references),
    },
    openAfter: false,
    notes,
  };
}

function findTarget(action: UpdateCallLogAction, resolver: Resolver): Found | ActionRequest {
  const { scope } = resolver;
  const skip = (reason: string): ActionRequest => ({ kind: 'skip', reason });
  if (action.target === 'match') {
    if (scope.match === null) return skip('There is no match to update');
    return { object: scope.match.objectApiName, target: { recordId: scope.match.recordId } };
  }
  if (action.target.startsWith('created.')) {
    const object = action.target.slice('created.'.length).replace(/\.Id$/, '');
    const creating = ownValue(scope.creating, object);
    if (creating !== null) return { object, target: { created: creating } };
    const recordId = ownValue(scope.created, object);
    return recordId === null
      ? skip(`This call created no ${object} that could be updated`)
      : { object, target: { recordId } };
  }
  const recordId = resolver.recordId('target', action.target);
  if (recordId === null) return skip(`There is no record to update: ${resolver.notes.join('; ')}`);
  if (action.object === undefined)
    return { kind: 'refuse', reason: 'The rule does not say of which object the record to update is' };
  return { object: action.object, target: { recordId } };
}

/** The call log's close, or the update of a record that the call found or created. */
export function resolveUpdate(action: UpdateCallLogAction, key: string, resolver: Resolver): ActionRequest {
  if (action.target === 'log') return closeLog(action, key, resolver);
  const found = findTarget(action, resolver);
  if ('kind' in found) return found;
  const { fields, references } = resolveFields(action.fields, resolver);
  if (Object.keys(fields).length + Object.keys(references).length === 0)
    return { kind: 'skip', reason: 'No field has a value to write' };
  return {
    kind: 'apply',
    operation: {
      kind: 'update-record',
      key,
      object: found.object,
      target: found.target,
      fields: fitFields(found.object, fields, resolver.notes),
      ...withReferences(references),
    },
    openAfter: false,
    notes: resolver.notes,
  };
}
