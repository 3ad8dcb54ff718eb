import { SYSTEM_FIELDS, defineField, fieldMap } from '../schema/field-definition.ts';
import type { FieldDefinition, FieldType, ObjectDefinition } from '../schema/field-definition.ts';
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
  Checkbox: 'boolean',
  Number: 'double',
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
  return defineField(childText(root, 'fullName') ?? '', childText(root, 'label') ?? '', type, {
    length: length === null ? (FIXED_LENGTHS[xmlType] ?? null) : Number(length),
    integerDigits: precision === null ? null : Number(precision) - scale,
    required: childText(root, 'required') === 'true',
    unique: childText(root, 'unique') === 'true',
    values: childrenOf(root, 'valueSet')
      .flatMap((set) => childrenOf(set, 'valueSetDefinition'))
      .flatMap((definition) => childrenOf(definition, 'value'))
      .map((value) => childText(value, 'fullName') ?? ''),
    restricted: childrenOf(root, 'valueSet').some((set) => childText(set, 'restricted') === 'true'),
    referenceTo: childrenOf(root, 'referenceTo').map((target) => target.text.trim()),
    filterable: xmlType !== 'LongTextArea',
    defaultValue: defaultOf(root, type),
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

/** Custom objects (`__c`) with their fields; key prefixes are given in the order of the files. */
export function readOwnObjects(files: readonly MetadataFile[]): readonly ObjectDefinition[] {
  const fields = readOwnFields(files);
  const objects = files.flatMap((file) => {
    const match = /(?:^|\/)objects\/([^/]+__c)\/\1\.object-meta\.xml$/.exec(file.path);
    return match?.[1] === undefined ? [] : [{ name: match[1], file }];
  });
  return objects.map(({ name, file }, index) => {
    const root = parseXml(file.content, 'CustomObject', file.path);
    const naming = nameField(root);
    const own = fields.filter((field) => field.object === name).map((field) => field.field);
    return {
      name,
      label: childText(root, 'label') ?? name,
      keyPrefix: `a0${index}`,
      nameField: 'Name',
      sharing: childText(root, 'sharingModel') === 'Private' ? 'private' : 'public',
      uiApi: true,
      autoNumber: naming.autoNumber,
      fields: fieldMap([...SYSTEM_FIELDS, naming.field, ...own]),
    };
  });
}
