import { listAuraMethods } from '../apex/aura-methods.ts';
import { namesOf } from '../project-names.ts';
import { listFieldDefinitions } from '../schema/object-definitions.ts';
import { findField } from '../schema/schema.ts';
import { childOf, childrenOf, textOf } from '../xml.ts';
import type { XmlElement } from '../xml.ts';
import type { XmlCheck } from '../xml-checks.ts';
import { suggest } from '../closest-name.ts';

const isTrue = (entry: XmlElement, name: string): boolean => textOf(entry, name) === 'true';
/** Objects without permissions of their own. Source: Metadata API Developer Guide, PermissionSet, objectPermissions. */
const WITHOUT_PERMISSIONS = new Set(['task', 'event', 'activity', 'user']);
/** Standard fields that take no field permission: required, or system fields. Source: the same, fieldPermissions. */
const WITHOUT_FIELD_PERMISSIONS = new Set(
  'createdby createdbyid createddate id isdeleted lastmodifiedby lastmodifiedbyid lastmodifieddate name owner ownerid recordtypeid systemmodstamp'.split(
    ' ',
  ),
);

export const checkObjectRights: XmlCheck = ({ project, root, report }) => {
  const granted = new Map(
    childrenOf(root, 'objectPermissions').map((entry) => [textOf(entry, 'object') ?? '', entry]),
  );
  for (const [object, entry] of granted) {
    const place = childOf(entry, 'object') ?? entry;
    if (object.endsWith('__mdt')) {
      report(
        place,
        `${object}: custom metadata takes no object permissions, write <customMetadataTypeAccesses>`,
      );
    }
    if (WITHOUT_PERMISSIONS.has(object.toLowerCase())) report(place, `${object} takes no object permissions`);
    const isEvent = object.endsWith('__e');
    const refused = ['allowEdit', 'allowDelete', 'viewAllRecords', 'modifyAllRecords'];
    for (const right of isEvent ? refused : []) {
      if (isTrue(entry, right)) report(entry, `${right}: a platform event can be read and created only`);
    }
    for (const field of listFieldDefinitions(project)) {
      if (field.object !== object || field.type !== 'MasterDetail' || !isTrue(entry, 'allowRead')) continue;
      const master = field.referenceTo ?? '';
      if (!granted.has(master) || !isTrue(granted.get(master) ?? entry, 'allowRead')) {
        report(entry, `reading ${object} needs reading its master ${master}`);
      }
    }
  }
};

export const checkFieldRights: XmlCheck = ({ root, schema, report }) => {
  const readable = new Set(
    childrenOf(root, 'objectPermissions')
      .filter((entry) => isTrue(entry, 'allowRead'))
      .map((entry) => textOf(entry, 'object') ?? ''),
  );
  for (const entry of childrenOf(root, 'fieldPermissions')) {
    const place = childOf(entry, 'field') ?? entry;
    const [object = '', name = ''] = place.text.trim().split('.');
    const isOwn = object.endsWith('__c');
    if (name === '') report(place, `<field> ${place.text.trim()} must be written as Object.Field`);
    if (WITHOUT_FIELD_PERMISSIONS.has(name.toLowerCase())) {
      report(place, `${name} takes no field permission: everybody who reads the record reads it`);
    }
    if (object.endsWith('__e')) report(place, `${object}: a platform event takes no field permissions`);
    if (isOwn && isTrue(entry, 'readable') && !readable.has(object) && schema.has(object.toLowerCase())) {
      report(
        place,
        `${place.text.trim()} is readable and ${object} is not: add <objectPermissions> with allowRead`,
      );
    }
    const definition = findField(schema, object, name)?.definition;
    if (definition?.type === 'Summary' && isTrue(entry, 'editable')) report(entry, `${name} is computed`);
  }
};

/** Names that each list holds, with the files or fields that stand behind them. */
export const checkGrantedNames: XmlCheck = ({ project, root, schema, report }) => {
  const known = new Set(
    [...(schema.get('permissionset')?.fields.values() ?? [])].flatMap(
      ({ name }) => /^Permissions(\w+)$/.exec(name)?.[1] ?? [],
    ),
  );
  for (const entry of childrenOf(root, 'userPermissions')) {
    const name = childOf(entry, 'name');
    if (name !== undefined && !known.has(name.text.trim())) {
      report(name, `there is no user permission ${name.text.trim()}${suggest(name.text.trim(), known)}`);
    }
  }
  const lists = [
    ['flowAccesses', 'flow', '.flow-meta.xml'],
    ['pageAccesses', 'apexPage', '.page-meta.xml'],
    ['customSettingAccesses', 'name', '.object-meta.xml'],
  ] as const;
  for (const [list, element, suffix] of lists) {
    for (const name of childrenOf(root, list).flatMap((entry) => childOf(entry, element) ?? [])) {
      if (!namesOf(project, suffix).has(name.text.trim()))
        report(name, `there is no ${name.text.trim()} for <${list}>`);
    }
  }
  for (const tab of childrenOf(root, 'tabSettings').flatMap((entry) => childOf(entry, 'tab') ?? [])) {
    const standard = /^standard-(.+)$/.exec(tab.text.trim())?.[1];
    const isKnown =
      standard === undefined ||
      schema.has(standard.toLowerCase()) ||
      /^(home|report|dashboard|chatter|file)$/i.test(standard);
    if (!isKnown) report(tab, `there is no standard tab ${tab.text.trim()}`);
  }
  for (const list of [
    'classAccesses',
    'customPermissions',
    'customMetadataTypeAccesses',
    'flowAccesses',
    'pageAccesses',
  ]) {
    for (const entry of childrenOf(root, list)) {
      if (textOf(entry, 'enabled') === 'false')
        report(entry, `<${list}> that is not enabled grants nothing: remove it or write true`);
    }
  }
};

/** A set that opens one controller to components opens all that they use together. */
export const checkControllers: XmlCheck = ({ project, root, report }) => {
  const used = project.once('controllers of components', () => {
    const scripts = project.files.filter((file) => /\/lwc\/[^/]+\/[^/]+\.js$/.test(file));
    const names = scripts.flatMap((file) =>
      [...project.read(file).matchAll(/@salesforce\/apex(?:Continuation)?\/(\w+)\./g)].map(
        (match) => match[1] ?? '',
      ),
    );
    return [...new Set(names)].sort();
  });
  const known = new Set(listAuraMethods(project).map(({ id }) => id.split('.')[0]));
  const granted = new Set(
    childrenOf(root, 'classAccesses')
      .filter((entry) => isTrue(entry, 'enabled'))
      .map((entry) => textOf(entry, 'apexClass') ?? ''),
  );
  if (!used.some((name) => granted.has(name))) return;
  for (const name of used.filter((item) => known.has(item) && !granted.has(item))) {
    report(root, `components call ${name}: add <classAccesses> for it beside the other controllers`);
  }
};

export const checkGroup: XmlCheck = ({ project, root, report }) => {
  const lists = [
    ['permissionSets', '.permissionset-meta.xml', 'permission set'],
    ['mutingPermissionSets', '.mutingpermissionset-meta.xml', 'muting permission set'],
  ] as const;
  for (const [list, suffix, what] of lists) {
    for (const entry of childrenOf(root, list)) {
      const name = entry.text.trim();
      if (!namesOf(project, suffix).has(name)) report(entry, `there is no ${what} ${name}`);
    }
  }
  if (childrenOf(root, 'permissionSets').length === 0) report(root, 'the group holds no permission set');
};
