import { basename } from 'node:path/posix';
import { namesOf } from '../project-names.ts';
import { listFieldDefinitions } from '../schema/object-definitions.ts';
import { childOf, childrenOf, textOf } from '../xml.ts';
import type { XmlCheck } from '../xml-checks.ts';
import { suffixOf } from './type-rules.ts';

/** Elements of each kind of object. Source: Metadata API Developer Guide, CustomObject. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  __c: ['label', 'pluralLabel', 'nameField', 'deploymentStatus', 'sharingModel'],
  __mdt: ['label', 'pluralLabel'],
  __e: ['label', 'pluralLabel', 'deploymentStatus', 'eventType'],
};
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  __c: ['eventType', 'publishBehavior'],
  __mdt: [
    'nameField',
    'sharingModel',
    'externalSharingModel',
    'deploymentStatus',
    'enableActivities',
    'enableBulkApi',
    'enableFeeds',
    'enableHistory',
    'enableReports',
    'enableSearch',
    'enableSharing',
    'enableStreamingApi',
    'eventType',
    'publishBehavior',
    'customSettingsType',
  ],
  __e: [
    'nameField',
    'sharingModel',
    'externalSharingModel',
    'enableActivities',
    'enableFeeds',
    'enableHistory',
    'enableReports',
    'enableSearch',
    'visibility',
    'customSettingsType',
  ],
};
/** From closed to open. */
const SHARING = ['Private', 'Read', 'ReadWrite'];
const OVERRIDES = new Set(['Accept', 'Clone', 'Delete', 'Edit', 'List', 'New', 'Tab', 'View']);
const FORM_FACTORS = new Set(['Large', 'Small', 'Medium']);

export const checkObjectElements: XmlCheck = ({ root, file, report }) => {
  const name = basename(file).replace(/\..*$/, '');
  const suffix = suffixOf(name);
  const isSetting = childOf(root, 'customSettingsType') !== undefined;
  for (const element of isSetting ? ['label'] : (NEEDS[suffix] ?? [])) {
    if (childOf(root, element) === undefined) report(root, `the object needs <${element}>: add it`);
  }
  for (const element of (REFUSED[suffix] ?? []).flatMap((refused) => childOf(root, refused) ?? [])) {
    report(element, `an object ${suffix} cannot have <${element.name}>: remove it`);
  }
  const starts = childOf(root, 'startsWith');
  if (starts !== undefined && !/^(Vowel|Consonant|Special)$/.test(starts.text.trim())) {
    report(starts, '<startsWith> is Vowel, Consonant or Special');
  }
  if ((textOf(root, 'description')?.length ?? 0) > 1000) {
    report(childOf(root, 'description') ?? root, '<description> is longer than 1000 characters');
  }
};

export const checkNameField: XmlCheck = ({ root, report }) => {
  const name = childOf(root, 'nameField');
  if (name === undefined) return;
  const type = childOf(name, 'type') ?? name;
  const format = childOf(name, 'displayFormat');
  if (!/^(Text|AutoNumber)$/.test(type.text.trim())) {
    report(type, `the name field is Text or AutoNumber, not ${type.text.trim()}`);
  }
  if (type.text.trim() === 'AutoNumber' && format === undefined) {
    report(name, 'a name field of type AutoNumber needs <displayFormat>, such as A-{0000}');
  }
  if (type.text.trim() === 'Text' && format !== undefined) {
    report(format, 'a name field of type Text has no <displayFormat>: remove it');
  }
  if (format !== undefined && !/\{0+\}/.test(format.text)) {
    report(format, `<displayFormat> ${format.text.trim()} must hold a number such as {0000}`);
  }
  if ((textOf(name, 'label') ?? '') === '') report(name, 'the name field needs a <label>');
};

export const checkSharing: XmlCheck = ({ project, root, file, report }) => {
  const name = basename(file).replace(/\..*$/, '');
  const model = childOf(root, 'sharingModel');
  const external = childOf(root, 'externalSharingModel');
  const text = model?.text.trim() ?? '';
  const hasMaster = listFieldDefinitions(project).some(
    ({ object, type }) => object === name && type === 'MasterDetail',
  );
  if (model !== undefined && suffixOf(name) === '__c') {
    if (text === 'ControlledByParent' && !hasMaster) {
      report(model, '<sharingModel> ControlledByParent needs a master-detail field: write Private');
    } else if (text !== 'ControlledByParent' && !SHARING.includes(text)) {
      report(model, `<sharingModel> of a custom object is ${SHARING.join(', ')}, not ${text}`);
    }
  }
  if (
    external !== undefined &&
    SHARING.indexOf(external.text.trim()) > SHARING.indexOf(text) &&
    text !== 'ControlledByParent'
  ) {
    report(
      external,
      `<externalSharingModel> ${external.text.trim()} is more open than <sharingModel> ${text}`,
    );
  }
  const switches = ['enableBulkApi', 'enableSharing', 'enableStreamingApi'].map((item) => textOf(root, item));
  const given = switches.filter((value) => value !== undefined);
  if (new Set(given).size > 1) {
    report(root, 'enableBulkApi, enableSharing and enableStreamingApi must have the same value');
  }
};

export const checkOverrides: XmlCheck = ({ project, root, file, report }) => {
  const object = basename(file).replace(/\..*$/, '');
  const seen = new Set<string>();
  for (const override of childrenOf(root, 'actionOverrides')) {
    const action = childOf(override, 'actionName') ?? override;
    const type = textOf(override, 'type');
    const content = childOf(override, 'content');
    const factor = childOf(override, 'formFactor');
    if (
      !OVERRIDES.has(action.text.trim()) &&
      !namesOf(project, '.quickAction-meta.xml').has(action.text.trim())
    ) {
      report(action, `there is no action ${action.text.trim()} to override`);
    }
    if (type === 'Default' && content !== undefined)
      report(content, 'an override of type Default has no content');
    if (type !== 'Default' && content === undefined)
      report(override, `an override of type ${type} needs <content>`);
    if (factor !== undefined && !FORM_FACTORS.has(factor.text.trim())) {
      report(factor, `<formFactor> is ${[...FORM_FACTORS].join(', ')}, not ${factor.text.trim()}`);
    }
    const key = `${action.text.trim()} ${factor?.text.trim() ?? ''}`;
    if (seen.has(key)) report(override, `${key.trim()} is overridden twice`);
    seen.add(key);
    const page = project.files.find((path) => path.endsWith(`/${content?.text.trim()}.flexipage-meta.xml`));
    const root = page === undefined ? null : project.xml(page);
    if (type === 'Flexipage' && content !== undefined && root !== null) {
      if (textOf(root, 'type') !== 'RecordPage')
        report(content, `${content.text.trim()} is not a record page`);
      else if (textOf(root, 'sobjectType') !== object) {
        report(
          content,
          `${content.text.trim()} is a page of ${textOf(root, 'sobjectType')}, not of ${object}`,
        );
      }
    }
  }
};
