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

/** Most characters of types without a length of their own. Source: Salesforce Help, Custom Field Types. */
const LENGTHS: Readonly<Record<string, number>> = { Email: 80, Phone: 40, TextArea: 255, Url: 255 };

function numberProblem({ name, element }: FieldDefinition, text: string): string | null {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return `${name} "${text}" is not a number`;
  const scale = Number(textOf(element, 'scale') ?? 0);
  const digits = Number(textOf(element, 'precision') ?? 18) - scale;
  const [whole = '', rest = ''] = text.replace('-', '').split('.');
  if (whole.length > digits)
    return `${name} ${text} has ${whole.length} digits before the point, at most ${digits}`;
  const decimals = rest.replace(/0+$/, '').length;
  return decimals > scale ? `${name} ${text} has ${decimals} decimals, at most ${scale}` : null;
}

function textProblem(field: FieldDefinition, text: string): string | null {
  const most = field.length > 0 ? field.length : (LENGTHS[field.type] ?? Infinity);
  if (text.length > most) return `${field.name} has ${text.length} characters, at most ${most}`;
  if (field.type === 'Email' && !/^\S+@\S+\.\S+$/.test(text))
    return `${field.name} "${text}" is no email address`;
  if (field.type === 'Text' && text.includes('\n'))
    return `${field.name} is one line of text, it holds a line break`;
  const words = picklistWords(field);
  return words === null || words.includes(text)
    ? null
    : `${field.name} "${text}" is not one of ${words.join(', ')}`;
}

function valueProblem(field: FieldDefinition, value: XmlElement | undefined): string | null {
  if (value === undefined) return `${field.name} has no <value>`;
  const { text } = value;
  const isEmpty = value.attributes['xsi:nil'] === 'true' || text === '';
  if (isEmpty && field.required) return `${field.name} is required`;
  if (value.attributes['xsi:nil'] === 'true') return null;
  const type = value.attributes['xsi:type'];
  const expected = XSI_TYPE[field.type] ?? 'string';
  if (type !== `xsd:${expected}`) {
    return `${field.name} is a ${field.type}: its xsi:type must be xsd:${expected}, is ${type ?? 'missing'}`;
  }
  if (expected === 'boolean')
    return /^(true|false)$/.test(text) ? null : `${field.name} "${text}" is not true or false`;
  if (expected === 'double') return numberProblem(field, text);
  if (expected === 'date')
    return /^\d{4}-\d{2}-\d{2}$/.test(text) ? null : `${field.name} "${text}" is not a date`;
  if (expected === 'dateTime') {
    return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/.test(text)
      ? null
      : `${field.name} "${text}" is not a date and time`;
  }
  return textProblem(field, text);
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
  if ((textOf(record, 'label') ?? '') === '') {
    problems.push({ file, line: record.line, message: 'the record needs a <label>' });
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
