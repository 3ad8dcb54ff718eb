import { OWNER_FIELD, SYSTEM_FIELDS, defineField, fieldMap } from '../schema/field-definition.ts';
import type {
  FieldDefinition,
  FieldType,
  ObjectDefinition,
  RecordTypeDefinition,
} from '../schema/field-definition.ts';
import type { MetadataFile } from '../../../src/metadata/custom-metadata.ts';
import { childText, childrenOf, parseXml } from '../../../src/metadata/xml.ts';
import type { XmlElement } from '../../../src/metadata/xml.ts';

const TYPES: Readonly<Record<string, FieldType>> = {
  Text: 'string',
  TextArea: 'textarea',
  LongTextArea: 'textarea',
  Phone: 'phone',
  Url: 'url',
  Email: 'email',
  Picklist: 'picklist',
  MultiselectPicklist: 'multipicklist',
  MetadataRelationship: 'reference',
  Checkbox: 'boolean',
  Number: 'double',
  Currency: 'currency',
  Percent: 'percent',
  Date: 'date',
  DateTime: 'datetime',
  Lookup: 'reference',
};

const FIXED_LENGTHS: Readonly<Record<string, number>> = {
  TextArea: 255,
  Phone: 40,
  Url: 255,
  Email: 80,
  Picklist: 255,
};

/** A field of our own with the object it stands on. */
export interface OwnField {
  readonly object: string;
  readonly field: FieldDefinition;
}

function defaultOf(root: XmlElement, type: FieldType): FieldDefinition['defaultValue'] {
  if (type === 'picklist') {
    const values = childrenOf(root, 'valueSet').flatMap((set) => childrenOf(set, 'valueSetDefinition'));
    const chosen = values
      .flatMap((definition) => childrenOf(definition, 'value'))
      .find((value) => childText(value, 'default') === 'true');
    return chosen === undefined ? null : childText(chosen, 'fullName');
  }
  const written = childText(root, 'defaultValue');
  if (type === 'boolean') return written === 'true';
  return written !== null && type === 'double' ? Number(written) : written;
}

function readField(file: MetadataFile): FieldDefinition {
  const root = parseXml(file.content, 'CustomField', file.path);
  const xmlType = childText(root, 'type') ?? '';
  const type = TYPES[xmlType] ?? 'string';
  const precision = childText(root, 'precision');
  const scale = Number(childText(root, 'scale') ?? '0');
  const length = childText(root, 'length');
  const relationship = childText(root, 'relationshipName');
  return defineField(childText(root, 'fullName') ?? '', childText(root, 'label') ?? '', type, {
    length: length === null ? (FIXED_LENGTHS[xmlType] ?? null) : Number(length),
    integerDigits: precision === null ? null : Number(precision) - scale,
    scale,
    required: childText(root, 'required') === 'true',
    unique: childText(root, 'unique') === 'true',
    externalId: childText(root, 'externalId') === 'true',
    caseSensitive: childText(root, 'caseSensitive') === 'true',
    childRelationship: relationship === null ? null : `${relationship}__r`,
    values: childrenOf(root, 'valueSet')
      .flatMap((set) => childrenOf(set, 'valueSetDefinition'))
      .flatMap((definition) => childrenOf(definition, 'value'))
      .map((value) => childText(value, 'fullName') ?? ''),
    restricted: childrenOf(root, 'valueSet').some((set) => childText(set, 'restricted') === 'true'),
    referenceTo: childrenOf(root, 'referenceTo').map((target) => target.text.trim()),
    filterable: xmlType !== 'LongTextArea',
    defaultValue: defaultOf(root, type),
    helpText: childText(root, 'inlineHelpText'),
  });
}

function nameField(root: XmlElement): { field: FieldDefinition; autoNumber: string | null } {
  const definition = childrenOf(root, 'nameField')[0];
  const autoNumber = definition === undefined ? null : childText(definition, 'displayFormat');
  return {
    autoNumber,
    field: defineField('Name', 'Name', 'string', {
      length: 80,
      createable: autoNumber === null,
      updateable: autoNumber === null,
    }),
  };
}

/** Fields in `objects/<Object>/fields/`; those of Activity are fields of Task. */
export function readOwnFields(files: readonly MetadataFile[]): readonly OwnField[] {
  return files.flatMap((file) => {
    const match = /(?:^|\/)objects\/([^/]+)\/fields\/[^/]+\.field-meta\.xml$/.exec(file.path);
    if (match?.[1] === undefined) return [];
    return [{ object: match[1] === 'Activity' ? 'Task' : match[1], field: readField(file) }];
  });
}

const METADATA_FIELDS: readonly FieldDefinition[] = [
  defineField('DeveloperName', 'Custom Metadata Record Name', 'string', { length: 40, required: true }),
  defineField('MasterLabel', 'Label', 'string', { length: 40, required: true }),
  defineField('Label', 'Label', 'string', { length: 40 }),
  defineField('Language', 'Master Language', 'string', { length: 40 }),
  defineField('NamespacePrefix', 'Namespace Prefix', 'string', { length: 15 }),
  defineField('QualifiedApiName', 'Qualified API Name', 'string', { length: 70 }),
];
const EVENT_FIELDS: readonly FieldDefinition[] = [
  defineField('EventUuid', 'Event UUID', 'string', { length: 36 }),
  defineField('ReplayId', 'Replay ID', 'string', { length: 1000 }),
];

const SUFFIXES = { __c: 'custom', __mdt: 'metadata', __e: 'event' } as const;
const PREFIXES = { custom: 'a0', metadata: 'm0', event: 'e0' } as const;

/** Custom objects, custom metadata types and platform events; key prefixes are given in the order of the files. */
export function readOwnObjects(files: readonly MetadataFile[]): readonly ObjectDefinition[] {
  const fields = readOwnFields(files);
  const counts = { custom: 0, metadata: 0, event: 0 };
  return files.flatMap((file): readonly ObjectDefinition[] => {
    const match = /(?:^|\/)objects\/([^/]+(__c|__mdt|__e))\/\1\.object-meta\.xml$/.exec(file.path);
    const [, name, suffix] = match ?? [];
    if (name === undefined || suffix === undefined) return [];
    const kind = SUFFIXES[suffix as keyof typeof SUFFIXES];
    const root = parseXml(file.content, 'CustomObject', file.path);
    const naming = nameField(root);
    const own = fields.filter((field) => field.object === name).map((field) => field.field);
    const label = childText(root, 'label') ?? name;
    const system = {
      custom: [...SYSTEM_FIELDS, OWNER_FIELD, naming.field],
      metadata: [...SYSTEM_FIELDS, ...METADATA_FIELDS],
      event: [...SYSTEM_FIELDS, ...EVENT_FIELDS],
    }[kind];
    return [
      {
        name,
        label,
        labelPlural: childText(root, 'pluralLabel') ?? label,
        kind,
        searchable: childText(root, 'enableSearch') === 'true',
        publishedAtOnce: childText(root, 'publishBehavior') === 'PublishImmediately',
        keyPrefix: `${PREFIXES[kind]}${counts[kind]++}`,
        nameField: kind === 'custom' ? 'Name' : 'DeveloperName',
        sharing: childText(root, 'sharingModel') === 'Private' ? 'private' : 'public',
        uiApi: kind === 'custom',
        autoNumber: naming.autoNumber,
        recordTypes: readRecordTypes(files, name),
        fields: fieldMap([...system, ...own]),
      },
    ];
  });
}

function readRecordTypes(files: readonly MetadataFile[], object: string): readonly RecordTypeDefinition[] {
  return files.flatMap((file) => {
    if (!file.path.includes(`objects/${object}/recordTypes/`)) return [];
    const root = parseXml(file.content, 'RecordType', file.path);
    const developerName = childText(root, 'fullName') ?? '';
    return [{ developerName, label: childText(root, 'label') ?? developerName, isPerson: false }];
  });
}
