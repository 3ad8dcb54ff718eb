import type { Checker } from '../lib/checker.ts';
import type { Problem } from '../lib/problem.ts';
import type { Project } from '../lib/project.ts';
import { listFieldDefinitions, listObjectFiles, picklistWords } from '../lib/schema/object-definitions.ts';
import type { FieldDefinition } from '../lib/schema/object-definitions.ts';
import { childOf, childrenOf, textOf } from '../lib/xml.ts';
import type { XmlElement } from '../lib/xml.ts';

const RECORD_FILE = /(?:^|\/)customMetadata\/([^./]+)\.([^./]+)\.md-meta\.xml$/;

/** `xsi:type` that the platform writes for each type of field. */
const XSI_TYPE: Readonly<Record<string, string>> = {
  Text: 'string',
  TextArea: 'string',
  LongTextArea: 'string',
  Url: 'string',
  Email: 'string',
  Phone: 'string',
  Picklist: 'string',
  MetadataRelationship: 'string',
  Checkbox: 'boolean',
  Number: 'double',
  Percent: 'double',
  Date: 'date',
  DateTime: 'dateTime',
};

function valueProblem(field: FieldDefinition, value: XmlElement | undefined): string | null {
  if (value === undefined) return `${field.name} has no <value>`;
  if (value.attributes['xsi:nil'] === 'true') return field.required ? `${field.name} is required` : null;
  const type = value.attributes['xsi:type'];
  const expected = XSI_TYPE[field.type] ?? 'string';
  if (type !== `xsd:${expected}`) {
    return `${field.name} is a ${field.type}: its xsi:type must be xsd:${expected}, is ${type ?? 'missing'}`;
  }
  const text = value.text;
  if (expected === 'boolean' && !/^(true|false)$/.test(text))
    return `${field.name} "${text}" is not true or false`;
  if (expected === 'double' && !/^-?\d+(\.\d+)?$/.test(text))
    return `${field.name} "${text}" is not a number`;
  if (field.length > 0 && text.length > field.length) {
    return `${field.name} has ${text.length} characters, at most ${field.length}`;
  }
  const words = picklistWords(field);
  return words === null || words.includes(text)
    ? null
    : `${field.name} "${text}" is not one of ${words.join(', ')}`;
}

function checkRecord(
  file: string,
  record: XmlElement,
  type: string,
  fields: readonly FieldDefinition[],
): Problem[] {
  const problems: Problem[] = [];
  const given = new Set<string>();
  for (const entry of childrenOf(record, 'values')) {
    const name = textOf(entry, 'field') ?? '';
    const value = childOf(entry, 'value');
    if (given.has(name)) problems.push({ file, line: entry.line, message: `${name} is there twice` });
    given.add(name);
    const field = fields.find((candidate) => candidate.name === name);
    const message = field === undefined ? `${type} has no field ${name}` : valueProblem(field, value);
    if (message !== null) problems.push({ file, line: (value ?? entry).line, message });
  }
  for (const { name, required } of fields) {
    if (required && !given.has(name)) {
      problems.push({ file, line: record.line, message: `${name} is required and missing` });
    }
  }
  return problems;
}

/** Custom metadata records with the object names of their types, `Paceline_Rule__mdt`. */
export function listRecords(project: Project): readonly {
  readonly file: string;
  readonly type: string;
  readonly name: string;
  readonly element: XmlElement;
}[] {
  return project.files.flatMap((file) => {
    const [, type, name] = RECORD_FILE.exec(file) ?? [];
    const element = project.xml(file);
    if (type === undefined || name === undefined || element === null) return [];
    return [{ file, type: `${type}__mdt`, name, element }];
  });
}

export const customMetadata: Checker = {
  name: 'custom-metadata',
  about: 'custom metadata records against the fields of their types',
  run: (project) => {
    const types = new Set(listObjectFiles(project).map(({ name }) => name));
    return listRecords(project).flatMap(({ file, type, element }) =>
      types.has(type)
        ? checkRecord(
            file,
            element,
            type,
            listFieldDefinitions(project).filter(({ object }) => object === type),
          )
        : [{ file, line: element.line, message: `there is no custom metadata type ${type}` }],
    );
  },
};
