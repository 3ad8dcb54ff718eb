import { namesOf } from '../project-names.ts';
import { findField } from '../schema/schema.ts';
import { childOf, childrenOf, textOf } from '../xml.ts';
import type { XmlElement } from '../xml.ts';
import type { XmlCheck, XmlContext } from '../xml-checks.ts';

/** Where each list of a permission set names a component, and the suffix of that component's file. */
const NAMED: readonly (readonly [list: string, element: string, suffix: string, what: string])[] = [
  ['classAccesses', 'apexClass', '.cls', 'Apex class'],
  ['customPermissions', 'name', '.customPermission-meta.xml', 'custom permission'],
  ['customMetadataTypeAccesses', 'name', '.object-meta.xml', 'custom metadata type'],
  ['applicationVisibilities', 'application', '.app-meta.xml', 'application'],
  ['tabSettings', 'tab', '.tab-meta.xml', 'tab'],
];

/** Types that nobody can edit. */
const READ_ONLY = new Set(['AutoNumber', 'Summary']);

function checkField({ schema, report }: XmlContext, entry: XmlElement): void {
  const name = childOf(entry, 'field');
  if (name === undefined) return;
  const [object = '', field = ''] = name.text.trim().split('.');
  if (object.endsWith('__mdt')) {
    report(name, `${object}: custom metadata takes no field permissions`);
    return;
  }
  const found = findField(schema, object, field);
  if (found === undefined) {
    report(name, `there is no field ${object}.${field}`);
    return;
  }
  const { definition } = found;
  if (definition === undefined) return;
  if (definition.required || definition.type === 'MasterDetail') {
    report(name, `${field} is required: the platform refuses a field permission for it`);
  }
  const computed = READ_ONLY.has(definition.type) || textOf(definition.element, 'formula') !== undefined;
  if (computed && textOf(entry, 'editable') === 'true')
    report(name, `${field} is computed and cannot be editable`);
  if (textOf(entry, 'editable') === 'true' && textOf(entry, 'readable') !== 'true') {
    report(name, `${field} is editable but not readable`);
  }
}

function checkObject({ schema, report }: XmlContext, entry: XmlElement): void {
  const name = childOf(entry, 'object');
  if (name !== undefined && !schema.has(name.text.trim().toLowerCase())) {
    report(name, `there is no object ${name.text.trim()}`);
  }
  const grants = (right: string): boolean => textOf(entry, right) === 'true';
  const needs: readonly (readonly [string, string])[] = [
    ['allowCreate', 'allowRead'],
    ['allowEdit', 'allowRead'],
    ['allowDelete', 'allowEdit'],
    ['modifyAllRecords', 'allowDelete'],
    ['modifyAllRecords', 'viewAllRecords'],
    ['viewAllRecords', 'allowRead'],
  ];
  for (const [right, other] of needs) {
    if (grants(right) && !grants(other)) report(entry, `${right} needs ${other}`);
  }
}

/** Permission sets: what they name exists, and each permission is one that the platform accepts. */
export const checkPermissionSet: XmlCheck = (context) => {
  const { project, root, report } = context;
  for (const [list, element, suffix, what] of NAMED) {
    const known = namesOf(project, suffix);
    for (const entry of childrenOf(root, list)) {
      const name = childOf(entry, element);
      const text = name?.text.trim() ?? '';
      if (name !== undefined && !text.startsWith('standard') && !known.has(text)) {
        report(name, `there is no ${what} ${text}`);
      }
    }
  }
  childrenOf(root, 'fieldPermissions').forEach((entry) => checkField(context, entry));
  childrenOf(root, 'objectPermissions').forEach((entry) => checkObject(context, entry));
};
