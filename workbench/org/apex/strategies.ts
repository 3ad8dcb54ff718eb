import type { FieldValue, LookUpStrategy, RecordMatch } from '../../../src/model/apex-contract.ts';
import { textOf } from '../org-record.ts';
import type { OrgRecord } from '../org-record.ts';
import type { FieldDefinition, ObjectDefinition } from '../schema/field-definition.ts';
import type { Access } from '../store/permissions.ts';
import { normalizeRecordId } from '../store/record-id.ts';
import type { ApexContext } from './apex-context.ts';
import { collapsePersonAccount, describeMatch } from './describe-match.ts';
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
  const object = scope.context.schema.objects.get(name);
  if (object === undefined) {
    scope.skip(name, `no such object: ${name}`);
    return null;
  }
  if (!scope.context.permissions.ofObject(scope.access, name).read) {
    scope.skip(name, `no access to ${name}`);
    return null;
  }
  return object;
}

function readableField(scope: LookUpScope, object: ObjectDefinition, name: string): FieldDefinition | null {
  const what = `${object.name}.${name}`;
  const field = object.fields.get(name);
  if (field === undefined) {
    scope.skip(what, `no such field: ${what}`);
    return null;
  }
  if (!scope.context.permissions.ofField(scope.access, object.name, name).read) {
    scope.skip(what, `no access to ${what}`);
    return null;
  }
  if (!field.filterable) {
    scope.skip(what, `${what} cannot be searched`);
    return null;
  }
  return field;
}

/** The value as the field's type compares it; undefined when no record can hold it. */
function comparable(field: FieldDefinition, value: string): FieldValue | undefined {
  if (field.type === 'boolean') return { true: true, false: false }[value.toLowerCase()];
  if (field.type === 'int' || field.type === 'double') {
    const number = Number(value);
    return Number.isFinite(number) ? number : undefined;
  }
  if (field.type === 'id' || field.type === 'reference') return normalizeRecordId(value) ?? undefined;
  if (field.type === 'date' || field.type === 'datetime') return undefined;
  return value.toLowerCase();
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
  const wanted = comparable(field, strategy.value.trim());
  if (wanted === undefined) {
    scope.skip(what, `${what} cannot hold the value searched for`);
    return [];
  }
  const found = scope.context.store.list(object.name).filter((record) => {
    const value = record[field.name];
    return (typeof value === 'string' && field.type !== 'reference' ? value.toLowerCase() : value) === wanted;
  });
  return rank(
    scope,
    visible(scope, found).map((record) => ({ record, score: 1, number: null })),
  );
}

function phoneFields(scope: LookUpScope, object: ObjectDefinition): readonly string[] {
  const names = [...object.fields.values()]
    .filter((field) => field.type === 'phone')
    .map((field) => field.name)
    .filter((name) => scope.context.permissions.ofField(scope.access, object.name, name).read);
  if (names.length === 0) scope.skip(object.name, `no phone field on ${object.name}`);
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
    const fields = phoneFields(scope, object);
    return visible(scope, scope.context.store.list(name)).flatMap((record) =>
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
