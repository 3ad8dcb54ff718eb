import type { LookUpStrategy, RecordMatch } from '../../../src/model/apex-contract.ts';
import { textOf } from '../org-record.ts';
import type { OrgRecord } from '../org-record.ts';
import type { FieldDefinition, ObjectDefinition } from '../schema/field-definition.ts';
import { findField, findObject } from '../schema/org-schema.ts';
import type { Access } from '../store/permissions.ts';
import { normalizeRecordId } from '../store/record-id.ts';
import type { ApexContext } from './apex-context.ts';
import { collapsePersonAccount, describeMatch } from './describe-match.ts';
import { fromText } from './field-values.ts';
import { phoneCloseness } from './phone-closeness.ts';

const SHORTEST_NUMBER = 3;

/** One look-up request at work. */
export interface LookUpScope {
  readonly context: ApexContext;
  readonly access: Access;
  skip(what: string, reason: string): void;
}

interface Candidate {
  readonly record: OrgRecord;
  readonly score: number;
  readonly number: string | null;
}

function readableObject(scope: LookUpScope, name: string): ObjectDefinition | null {
  const object = findObject(scope.context.schema, name);
  if (object === undefined) {
    scope.skip(name, `no such object: ${name}`);
    return null;
  }
  if (!scope.context.permissions.ofObject(scope.access, object.name).read) {
    scope.skip(name, `no access to ${name}`);
    return null;
  }
  return object;
}

function readableField(scope: LookUpScope, object: ObjectDefinition, name: string): FieldDefinition | null {
  const what = `${object.name}.${name}`;
  const field = findField(object, name);
  if (field === undefined) {
    scope.skip(what, `no such field: ${what}`);
    return null;
  }
  if (!scope.context.permissions.ofField(scope.access, object.name, field.name).read) {
    scope.skip(what, `no access to ${what}`);
    return null;
  }
  if (!field.filterable) {
    scope.skip(what, `${what} cannot be searched`);
    return null;
  }
  return field;
}

/** Text is compared whatever its case, ids as they are. */
function comparable(field: FieldDefinition, value: unknown): unknown {
  const isId = field.type === 'id' || field.type === 'reference';
  return typeof value === 'string' && !isId ? value.toLowerCase() : value;
}

function rank(scope: LookUpScope, candidates: readonly Candidate[]): readonly RecordMatch[] {
  const best = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const record = collapsePersonAccount(scope.context, scope.access, candidate.record);
    const known = best.get(record.Id);
    if (known === undefined || candidate.score < known.score) best.set(record.Id, { ...candidate, record });
  }
  const sorted = [...best.values()].sort((left, right) => left.score - right.score);
  const scores = [...new Set(sorted.map((candidate) => candidate.score))];
  return sorted.map(({ record, score, number }) =>
    describeMatch(scope.context, scope.access, record, scores.indexOf(score) + 1, number),
  );
}

function visible(scope: LookUpScope, records: readonly OrgRecord[]): readonly OrgRecord[] {
  return records.filter((record) => scope.context.dml.read(scope.access, record.Id) !== null);
}

function byRecordId(scope: LookUpScope, recordId: string): readonly RecordMatch[] {
  const id = normalizeRecordId(recordId.trim());
  if (id === null) {
    scope.skip('record-id', `not a record id: ${recordId.slice(0, 40)}`);
    return [];
  }
  const record = scope.context.dml.read(scope.access, id);
  return record === null ? [] : rank(scope, [{ record, score: 1, number: null }]);
}

function byField(scope: LookUpScope, strategy: LookUpStrategy & { by: 'field' }): readonly RecordMatch[] {
  const object = readableObject(scope, strategy.object);
  if (object === null) return [];
  const field = readableField(scope, object, strategy.field);
  if (field === null) return [];
  const what = `${object.name}.${field.name}`;
  if (strategy.value.trim() === '') {
    scope.skip(what, `no value to search ${what} for`);
    return [];
  }
  const wanted = fromText(field, strategy.value.trim());
  if (wanted === null) {
    scope.skip(what, `${what} cannot hold the value searched for`);
    return [];
  }
  const found = scope.context.store
    .list(object.name)
    .filter((record) => comparable(field, record[field.name]) === comparable(field, wanted));
  return rank(
    scope,
    visible(scope, found).map((record) => ({ record, score: 1, number: null })),
  );
}

function phoneFields(scope: LookUpScope, object: ObjectDefinition, asked: string): readonly string[] {
  const names = [...object.fields.values()]
    .filter((field) => field.type === 'phone')
    .map((field) => field.name)
    .filter((name) => scope.context.permissions.ofField(scope.access, object.name, name).read);
  if (names.length === 0) scope.skip(asked, `no phone field on ${asked}`);
  return names;
}

function byPhone(scope: LookUpScope, strategy: LookUpStrategy & { by: 'phone' }): readonly RecordMatch[] {
  if (strategy.number.replace(/\D/g, '').length < SHORTEST_NUMBER) {
    scope.skip('phone', 'the number is too short to search for');
    return [];
  }
  const candidates = strategy.objects.flatMap((name, objectIndex): readonly Candidate[] => {
    const object = readableObject(scope, name);
    if (object === null) return [];
    const fields = phoneFields(scope, object, name);
    return visible(scope, scope.context.store.list(object.name)).flatMap((record) =>
      fields.flatMap((field): Candidate[] => {
        const number = textOf(record, field);
        const closeness = phoneCloseness(number, strategy.number, strategy.nationalDigits);
        return closeness === null ? [] : [{ record, number, score: closeness * 1000 + objectIndex }];
      }),
    );
  });
  return rank(scope, candidates);
}

/** Records that one strategy finds, best first. */
export function runStrategy(scope: LookUpScope, strategy: LookUpStrategy): readonly RecordMatch[] {
  switch (strategy.by) {
    case 'record-id':
      return byRecordId(scope, strategy.recordId);
    case 'field':
      return byField(scope, strategy);
    case 'phone':
      return byPhone(scope, strategy);
  }
}
