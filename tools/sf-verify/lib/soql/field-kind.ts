import type { SchemaField } from '../schema/schema.ts';
import { textOf } from '../xml.ts';

/** What queries may do with a field depends on this. */
export type FieldKind =
  | 'autoNumber'
  | 'blob'
  | 'boolean'
  | 'compound'
  | 'date'
  | 'datetime'
  | 'encrypted'
  | 'id'
  | 'longText'
  | 'multiPicklist'
  | 'number'
  | 'picklist'
  | 'text'
  | 'time'
  | 'unknown';

const CUSTOM: Readonly<Record<string, FieldKind>> = {
  AutoNumber: 'autoNumber',
  Checkbox: 'boolean',
  Currency: 'number',
  Date: 'date',
  DateTime: 'datetime',
  Email: 'text',
  EncryptedText: 'encrypted',
  Html: 'longText',
  Location: 'compound',
  LongTextArea: 'longText',
  Lookup: 'id',
  MasterDetail: 'id',
  MetadataRelationship: 'text',
  MultiselectPicklist: 'multiPicklist',
  Number: 'number',
  Percent: 'number',
  Phone: 'text',
  Picklist: 'picklist',
  Summary: 'number',
  Text: 'text',
  TextArea: 'text',
  Time: 'time',
  Url: 'text',
};

const STANDARD: Readonly<Record<string, FieldKind>> = {
  '@Address': 'compound',
  '@Location': 'compound',
  Blob: 'blob',
  Boolean: 'boolean',
  Date: 'date',
  Datetime: 'datetime',
  Decimal: 'number',
  Double: 'number',
  Id: 'id',
  Integer: 'number',
  Long: 'number',
  String: 'text',
  Time: 'time',
};

/** Standard fields of type long text. Source: Object Reference for the Salesforce Platform, fields without Filter. */
const LONG_STANDARD_FIELDS = new Set(
  [
    'Account',
    'Campaign',
    'Case',
    'Contact',
    'Contract',
    'Event',
    'Lead',
    'Opportunity',
    'Order',
    'Solution',
    'Task',
  ]
    .map((object) => `${object}.Description`)
    .concat(
      'CaseComment.CommentBody',
      'Note.Body',
      'FeedItem.Body',
      'Solution.SolutionNote',
      'EmailMessage.TextBody',
    )
    .concat('EmailMessage.HtmlBody', 'User.AboutMe', 'ContentNote.Content', 'AsyncApexJob.ExtendedStatus')
    .map((name) => name.toLowerCase()),
);

export function kindOf(object: string, { name, type, definition }: SchemaField): FieldKind {
  if (definition !== undefined) {
    return CUSTOM[definition.type] ?? 'unknown';
  }
  if (LONG_STANDARD_FIELDS.has(`${object}.${name}`.toLowerCase())) return 'longText';
  return STANDARD[type] ?? 'unknown';
}

export const isFormula = ({ definition }: SchemaField): boolean =>
  definition !== undefined && textOf(definition.element, 'formula') !== undefined;

/** Words for messages. */
export const KIND_WORDS: Readonly<Record<FieldKind, string>> = {
  autoNumber: 'an auto-number',
  blob: 'binary data',
  boolean: 'a checkbox',
  compound: 'a compound field',
  date: 'a date',
  datetime: 'a date and time',
  encrypted: 'encrypted text',
  id: 'an id',
  longText: 'long text',
  multiPicklist: 'a multi-select picklist',
  number: 'a number',
  picklist: 'a picklist',
  text: 'text',
  time: 'a time',
  unknown: 'of a type unknown here',
};
