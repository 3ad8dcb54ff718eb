/** What the platform says of a type of field. Source: Metadata API Developer Guide, CustomField and FieldType. */
export interface FieldType {
  /** Elements without which a field of the type is refused; formulas need none of them. */
  readonly needs: readonly string[];
  /** Elements that only some types have, of those this type has. */
  readonly takes: readonly string[];
  /** Least and greatest value of numeric elements. */
  readonly ranges?: Readonly<Record<string, readonly [number, number]>>;
}

const RELATION = ['referenceTo', 'relationshipName', 'relationshipLabel', 'lookupFilter'];
const NUMBER: Pick<FieldType, 'needs' | 'ranges'> = {
  needs: ['precision', 'scale'],
  ranges: { precision: [1, 18], scale: [0, 17] },
};
const NUMBER_TAKES = ['precision', 'scale', 'defaultValue', 'formula', 'formulaTreatBlanksAs'];
const FORMULA = ['formula', 'formulaTreatBlanksAs'];

export const FIELD_TYPES: Readonly<Record<string, FieldType>> = {
  AutoNumber: {
    needs: ['displayFormat'],
    takes: ['displayFormat', 'startingNumber', 'populateExistingRows', 'externalId'],
  },
  Checkbox: { needs: ['defaultValue'], takes: ['defaultValue', ...FORMULA] },
  Currency: { ...NUMBER, takes: NUMBER_TAKES },
  Date: { needs: [], takes: ['defaultValue', ...FORMULA] },
  DateTime: { needs: [], takes: ['defaultValue', ...FORMULA] },
  Email: { needs: [], takes: ['defaultValue', 'unique', 'caseSensitive', 'externalId'] },
  EncryptedText: {
    needs: ['length', 'maskChar', 'maskType'],
    takes: ['length', 'maskChar', 'maskType'],
    ranges: { length: [1, 175] },
  },
  Hierarchy: { needs: ['relationshipName'], takes: RELATION },
  Html: {
    needs: ['length', 'visibleLines'],
    takes: ['length', 'visibleLines', 'defaultValue'],
    ranges: { length: [256, 131_072], visibleLines: [10, 50] },
  },
  Location: { needs: ['scale', 'displayLocationInDecimal'], takes: ['scale', 'displayLocationInDecimal'] },
  LongTextArea: {
    needs: ['length', 'visibleLines'],
    takes: ['length', 'visibleLines', 'defaultValue'],
    ranges: { length: [256, 131_072], visibleLines: [2, 50] },
  },
  Lookup: {
    needs: ['referenceTo', 'relationshipName'],
    takes: [...RELATION, 'deleteConstraint', 'defaultValue'],
  },
  MasterDetail: {
    needs: ['referenceTo', 'relationshipName'],
    takes: [...RELATION, 'relationshipOrder', 'reparentableMasterDetail', 'writeRequiresMasterRead'],
    ranges: { relationshipOrder: [0, 1] },
  },
  MetadataRelationship: {
    needs: ['referenceTo', 'relationshipName'],
    takes: [...RELATION, 'metadataRelationshipControllingField', 'unique'],
  },
  MultiselectPicklist: {
    needs: ['visibleLines', 'valueSet'],
    takes: ['visibleLines', 'valueSet', 'defaultValue'],
    ranges: { visibleLines: [3, 10] },
  },
  Number: { ...NUMBER, takes: [...NUMBER_TAKES, 'unique', 'externalId'] },
  Percent: { ...NUMBER, takes: NUMBER_TAKES },
  Phone: { needs: [], takes: ['defaultValue'] },
  Picklist: { needs: ['valueSet'], takes: ['valueSet', 'defaultValue'] },
  Summary: {
    needs: ['summaryForeignKey', 'summaryOperation'],
    takes: ['summaryForeignKey', 'summaryOperation', 'summarizedField', 'summaryFilterItems'],
  },
  Text: {
    needs: ['length'],
    takes: ['length', 'defaultValue', 'unique', 'caseSensitive', 'externalId', ...FORMULA],
    ranges: { length: [1, 255] },
  },
  TextArea: { needs: [], takes: ['defaultValue'] },
  Time: { needs: [], takes: ['defaultValue', ...FORMULA] },
  Url: { needs: [], takes: ['defaultValue'] },
};

/** Elements that only some types have. */
export const TYPED_ELEMENTS: ReadonlySet<string> = new Set(
  Object.values(FIELD_TYPES).flatMap(({ needs, takes }) => [...needs, ...takes]),
);

/** Elements that the platform writes with `false` on every type. */
export const WRITTEN_AS_FALSE: ReadonlySet<string> = new Set(['unique', 'externalId', 'caseSensitive']);

/** Types that cannot be made required; a master-detail field is by nature, the others have no such box in Setup. */
export const NEVER_REQUIRED: ReadonlySet<string> = new Set([
  'AutoNumber',
  'Checkbox',
  'Html',
  'LongTextArea',
  'MasterDetail',
  'MultiselectPicklist',
  'Summary',
]);

/** Types whose history cannot be tracked. Source: Salesforce Help, Field History Tracking. */
export const NEVER_TRACKED: ReadonlySet<string> = new Set(['AutoNumber', 'Summary', 'Location']);

/** Types of the fields of each kind of object, by the suffix of its name. */
export const TYPES_OF_KIND: Readonly<
  Record<string, { readonly what: string; readonly types: ReadonlySet<string> }>
> = {
  // Source: Salesforce Help, Custom Metadata Types, Custom Metadata Type Fields.
  __mdt: {
    what: 'a custom metadata type',
    types: new Set([
      'Checkbox',
      'Date',
      'DateTime',
      'Email',
      'LongTextArea',
      'MetadataRelationship',
      'Number',
      'Percent',
      'Phone',
      'Picklist',
      'Text',
      'TextArea',
      'Url',
    ]),
  },
  // Source: Platform Events Developer Guide, Platform Event Fields.
  __e: {
    what: 'a platform event',
    types: new Set(['Checkbox', 'Date', 'DateTime', 'LongTextArea', 'Number', 'Text']),
  },
};
