import type { FieldValue } from '../../../src/model/apex-contract.ts';
import type { MetadataFile } from './package-files.ts';
import { childText, childrenOf, parseXml } from './xml.ts';
import type { XmlElement } from './xml.ts';

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
