import type { FieldValue, RuleRecord } from '../../../src/model/apex-contract.ts';
import { RULE_TYPE, ruleRecordOf } from '../../../src/metadata/custom-metadata.ts';
import { lineOfPointer } from './json-lines.ts';
import { childOf, childrenOf, textOf } from './xml.ts';
import type { XmlElement } from './xml.ts';

/** A custom metadata record as the configuration controller would answer it. */
export interface RecordFields {
  /** By API name without `__c`. */
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** The `<value>` element of each. */
  readonly elements: ReadonlyMap<string, XmlElement>;
}

function convert(value: XmlElement): FieldValue {
  if (value.attributes['xsi:nil'] === 'true') return null;
  const type = value.attributes['xsi:type'];
  if (type === 'xsd:boolean') return value.text === 'true';
  return type === 'xsd:double' ? Number(value.text) : value.text;
}

export function readRecordFields(record: XmlElement): RecordFields {
  const elements = new Map<string, XmlElement>();
  const fields: Record<string, FieldValue> = {};
  for (const entry of childrenOf(record, 'values')) {
    const name = (textOf(entry, 'field') ?? '').replace(/__c$/, '');
    const value = childOf(entry, 'value');
    if (value === undefined) continue;
    elements.set(name, value);
    fields[name] = convert(value);
  }
  return { fields, elements };
}

export function readRuleRecord(developerName: string, record: XmlElement): RuleRecord {
  const { fields } = readRecordFields(record);
  return ruleRecordOf({
    type: RULE_TYPE,
    developerName,
    label: textOf(record, 'label') ?? '',
    fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${name}__c`, value])),
  });
}

/** Line of a path such as `trigger.events[0]` or `actions[1].fields` in the record's file. */
export function lineOfRulePath(record: XmlElement, path: string): number {
  const steps = path.split(/[.[\]]+/).filter((step) => step !== '');
  const [first = '', ...rest] = steps;
  const field = first === 'actions' ? 'Actions' : 'Trigger';
  if (!['actions', 'trigger', 'once'].includes(first)) return record.line;
  const element = readRecordFields(record).elements.get(field);
  if (element === undefined) return record.line;
  const json = element.text;
  const lead = first === 'once' ? ['once'] : [];
  const wrapped = field === 'Actions' && json.trimStart().startsWith('{') && /^\d+$/.test(rest[0] ?? '');
  const pointer = ['', ...lead, ...(wrapped ? ['actions'] : []), ...rest].join('/');
  return element.line + lineOfPointer(json, pointer) - 1;
}
