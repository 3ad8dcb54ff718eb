import { findField } from '../schema/schema.ts';
import { kindOf } from '../soql/field-kind.ts';
import { objectOf } from '../fields/type-rules.ts';
import { childOf, childrenOf, textOf } from '../xml.ts';
import type { XmlCheck } from '../xml-checks.ts';
import { filterProblem, logicProblem } from './view-fields.ts';

/** Words for standard columns of custom objects. Source: Metadata API Developer Guide, ListView, and views as the platform writes them. */
const STANDARD = new Set(
  (
    'NAME OWNER.ALIAS OWNER.FIRST_NAME OWNER.LAST_NAME OWNER_ID CREATED_DATE CREATEDBY_USER CREATEDBY_USER.ALIAS LAST_UPDATE ' +
    'UPDATEDBY_USER UPDATEDBY_USER.ALIAS LAST_ACTIVITY RECORDTYPE OBJECT_ID CURRENCY_ISO_CODE SYSTEM_MODSTAMP'
  ).split(' '),
);
/** Of custom metadata types. */
const METADATA = new Set([
  'MasterLabel',
  'DeveloperName',
  'NamespacePrefix',
  'Language',
  'QualifiedApiName',
  'Label',
]);
const MOST_COLUMNS = 15;
const MOST_FILTERS = 10;

export const checkListViewValues: XmlCheck = ({ root, file, schema, report }) => {
  const object = objectOf(file);
  const columns = childrenOf(root, 'columns');
  const filters = childrenOf(root, 'filters');
  const isMetadata = object.endsWith('__mdt');
  for (const column of [...columns, ...filters.flatMap((filter) => childOf(filter, 'field') ?? [])]) {
    const text = column.text.trim();
    if (text.endsWith('__c') || !/__(c|mdt)$/.test(object)) continue;
    const known = isMetadata ? METADATA : STANDARD;
    if (!known.has(text))
      report(column, `${object} has no standard column ${text}: it has ${[...known].join(', ')}`);
  }
  if (columns.length === 0) report(root, 'the view shows no column: add <columns>');
  if (columns.length > MOST_COLUMNS)
    report(root, `the view has ${columns.length} columns, at most ${MOST_COLUMNS}`);
  if (filters.length > MOST_FILTERS)
    report(root, `the view has ${filters.length} filters, at most ${MOST_FILTERS}`);
  for (const filter of filters) {
    const field = textOf(filter, 'field') ?? '';
    const problem = filterProblem(
      schema,
      object,
      field,
      textOf(filter, 'operation') ?? '',
      textOf(filter, 'value') ?? '',
    );
    if (problem !== null) report(childOf(filter, 'value') ?? filter, problem);
  }
  const logic = childOf(root, 'booleanFilter');
  const problem = logic === undefined ? null : logicProblem(logic.text, filters.length);
  if (problem !== null) report(logic ?? root, problem);
  const scope = childOf(root, 'filterScope');
  if (isMetadata && scope !== undefined && scope.text.trim() !== 'Everything') {
    report(scope, 'custom metadata has no owner: <filterScope> must be Everything');
  }
  if (scope?.text.trim() === 'Queue' && childOf(root, 'queue') === undefined) {
    report(scope, 'a view of a queue needs <queue>');
  }
};

/** Source: Salesforce Help, Compact Layouts. */
export const checkCompactFields: XmlCheck = ({ root, file, schema, report }) => {
  const object = objectOf(file);
  const fields = childrenOf(root, 'fields');
  if (fields.length === 0) report(root, 'a compact layout needs at least one of <fields>');
  if (fields.length > 10)
    report(root, `a compact layout has at most 10 fields, this one has ${fields.length}`);
  for (const element of fields) {
    const field = findField(schema, object, element.text.trim());
    const kind = field === undefined ? 'unknown' : kindOf(object, field);
    if (kind === 'longText' || kind === 'multiPicklist' || field?.definition?.type === 'TextArea') {
      report(
        element,
        `${element.text.trim()} cannot stand on a compact layout: text areas and multi-select picklists are refused`,
      );
    }
  }
};

const SEARCH_LISTS =
  /^(customTabListAdditionalFields|lookupDialogsAdditionalFields|lookupPhoneDialogsAdditionalFields|searchFilterFields|searchResultsAdditionalFields|lookupFilterFields)$/;

/** Fields that the object's search layouts show. */
export const checkSearchLayouts: XmlCheck = ({ root, file, schema, report }) => {
  const object = file.split('/').at(-1)?.split('.')[0] ?? '';
  const layouts = childOf(root, 'searchLayouts');
  for (const element of layouts?.children ?? []) {
    const text = element.text.trim();
    if (!SEARCH_LISTS.test(element.name)) continue;
    if (text.endsWith('__c') ? findField(schema, object, text) === undefined : !STANDARD.has(text)) {
      report(element, `${object} has no field ${text} for its search layouts`);
    }
  }
};
