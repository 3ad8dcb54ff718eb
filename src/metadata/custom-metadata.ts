import type { FieldValue, RuleRecord } from '../model/apex-contract.ts';
import { childText, childrenOf, parseXml } from './xml.ts';
import type { XmlElement } from './xml.ts';

export const SETTING_TYPE = 'Paceline_Setting__mdt';
export const RULE_TYPE = 'Paceline_Rule__mdt';

/** A source metadata file; `path` uses `/`. */
export interface MetadataFile {
  readonly path: string;
  readonly content: string;
}

/** A record of a custom metadata type; `fields` by API name with `__c`. */
export interface CustomMetadataRecord {
  /** `Paceline_Rule__mdt` */
  readonly type: string;
  readonly developerName: string;
  readonly label: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
}

function valueOf(values: XmlElement): FieldValue {
  const value = childrenOf(values, 'value')[0];
  if (value === undefined || value.attributes['xsi:nil'] === 'true') return null;
  const kind = value.attributes['xsi:type'];
  if (kind === 'xsd:boolean') return value.text.trim() === 'true';
  if (kind === 'xsd:double') return Number(value.text);
  return value.text === '' ? null : value.text;
}

/** Records in `<Type>.<DeveloperName>.md-meta.xml` files, in the order of their paths. */
export function readCustomMetadata(files: readonly MetadataFile[]): readonly CustomMetadataRecord[] {
  return files.flatMap((file) => {
    const match = /(?:^|\/)([^/.]+)\.([^/.]+)\.md-meta\.xml$/.exec(file.path);
    if (match?.[1] === undefined || match[2] === undefined) return [];
    const root = parseXml(file.content, 'CustomMetadata', file.path);
    return [
      {
        type: `${match[1]}__mdt`,
        developerName: match[2],
        label: childText(root, 'label') ?? match[2],
        fields: Object.fromEntries(
          childrenOf(root, 'values').map((values) => [childText(values, 'field') ?? '', valueOf(values)]),
        ),
      },
    ];
  });
}

/** Fields of a setting record as the configuration controller answers them: by API name without `__c`. */
export function settingFieldsOf(record: CustomMetadataRecord): Readonly<Record<string, FieldValue>> {
  return Object.fromEntries(
    Object.entries(record.fields).map(([name, value]) => [name.replace(/__c$/, ''), value]),
  );
}

/** A rule record as the configuration controller answers it. */
export function ruleRecordOf(record: CustomMetadataRecord): RuleRecord {
  const text = (name: string): string | null => {
    const value = record.fields[name];
    return typeof value === 'string' ? value : null;
  };
  return {
    developerName: record.developerName,
    label: record.label,
    ruleset: text('Ruleset__c') ?? '',
    order: Number(record.fields['Order__c'] ?? 0),
    active: record.fields['Active__c'] === true,
    triggerJson: text('Trigger__c'),
    actionsJson: text('Actions__c'),
  };
}
