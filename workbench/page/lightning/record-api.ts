import type { UiFieldValue, UiRecord } from '../../org/simulated-org.ts';
import type { FieldValues } from '../../../src/model/apex-contract.ts';
import type { OrgHttpClient } from '../org-client.ts';
import { createLoadingAdapter } from './wire-adapter.ts';

type FieldId = string | { readonly fieldApiName: string; readonly objectApiName: string };

function qualifiedName(field: FieldId): string {
  return typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`;
}

function findField(record: UiRecord | undefined, field: FieldId): UiFieldValue | undefined {
  let current = record;
  const steps = qualifiedName(field).split('.').slice(1);
  for (const [index, step] of steps.entries()) {
    const found: UiFieldValue | undefined = current?.fields[step];
    if (index === steps.length - 1 || found === undefined) return found;
    current = typeof found.value === 'object' && found.value !== null ? found.value : undefined;
  }
  return undefined;
}

function fieldList(config: Readonly<Record<string, unknown>>): FieldId[] {
  return [config['fields'], config['optionalFields']].flatMap((fields) =>
    Array.isArray(fields) ? (fields as FieldId[]) : fields === undefined ? [] : [fields as FieldId],
  );
}

/** `lightning/uiRecordApi` over the simulated org. `onChange` is told the ids of records that were written. */
export function createRecordApiModule(
  org: OrgHttpClient,
  onChange: (recordIds: readonly string[]) => void,
): Record<string, unknown> {
  const reloads = new Set<() => void>();
  const changed = (recordIds: readonly string[]): void => {
    onChange(recordIds);
    for (const reload of [...reloads]) reload();
  };
  const plain = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;
  return {
    getRecord: createLoadingAdapter(
      (config) => {
        const recordId = config['recordId'];
        if (typeof recordId !== 'string') return null;
        return org.getRecord(recordId, fieldList(config).map(qualifiedName));
      },
      (reload) => {
        reloads.add(reload);
        return () => reloads.delete(reload);
      },
    ),
    getFieldValue: (record: UiRecord | undefined, field: FieldId) => findField(record, field)?.value,
    getFieldDisplayValue: (record: UiRecord | undefined, field: FieldId) =>
      findField(record, field)?.displayValue,
    async createRecord(input: { apiName: string; fields: FieldValues }) {
      const record = await org.createRecord(plain(input));
      changed([record.id]);
      return record;
    },
    async updateRecord(input: { fields: FieldValues }) {
      const record = await org.updateRecord(plain(input));
      changed([record.id]);
      return record;
    },
    notifyRecordUpdateAvailable(records: readonly { readonly recordId: string }[]) {
      changed(records.map(({ recordId }) => recordId));
      return Promise.resolve();
    },
  };
}
