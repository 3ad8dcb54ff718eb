import { basename } from 'node:path/posix';
import type { Project } from '../project.ts';
import { listFieldDefinitions, listObjectFiles } from '../schema/object-definitions.ts';
import { findField } from '../schema/schema.ts';
import { isFormula } from '../soql/field-kind.ts';
import type { Problem } from '../problem.ts';
import { childOf, childrenOf, descendants, textOf } from '../xml.ts';
import type { XmlElement } from '../xml.ts';
import type { XmlCheck } from '../xml-checks.ts';

const objectOfLayout = (file: string): string => decodeURIComponent(basename(file)).split('-')[0] ?? '';

/** Fields that every layout must hold, by the kind of object. Source: deployment errors "Layout must contain an item for required layout field". */
const ALWAYS: Readonly<Record<string, readonly string[]>> = { __mdt: ['MasterLabel', 'DeveloperName'] };

const itemsOf = (root: XmlElement): XmlElement[] =>
  descendants(root).flatMap((element) =>
    element.name === 'layoutItems' ? (childOf(element, 'field') === undefined ? [] : [element]) : [],
  );

const fieldsOf = (root: XmlElement): ReadonlySet<string> =>
  new Set(itemsOf(root).map((item) => textOf(item, 'field') ?? ''));

/** Fields once each, required ones required, computed ones read-only. */
export const checkLayoutItems: XmlCheck = ({ project, root, file, schema, report }) => {
  const object = objectOfLayout(file);
  const suffix = /__[a-z]+$/.exec(object)?.[0] ?? '';
  const seen = new Set<string>();
  for (const item of itemsOf(root)) {
    const name = textOf(item, 'field') ?? '';
    const place = childOf(item, 'field') ?? item;
    const behavior = childOf(item, 'behavior');
    const field = findField(schema, object, name);
    const definition = field?.definition;
    if (seen.has(name)) report(place, `the layout holds ${name} twice`);
    seen.add(name);
    if (field === undefined || definition === undefined) continue;
    const isComputed = isFormula(field) || definition.type === 'AutoNumber' || definition.type === 'Summary';
    if (isComputed && behavior?.text.trim() !== 'Readonly') {
      report(behavior ?? place, `${name} is computed: its <behavior> must be Readonly`);
    }
    const isRequired = definition.required || definition.type === 'MasterDetail';
    if (isRequired && behavior?.text.trim() !== 'Required') {
      report(behavior ?? place, `${name} is required: its <behavior> must be Required`);
    }
    if (definition.type === 'Checkbox' && behavior?.text.trim() === 'Required') {
      report(behavior ?? place, `${name} is a checkbox: it cannot be Required`);
    }
  }
  const required = listFieldDefinitions(project).filter((field) => field.object === object && field.required);
  for (const name of [...(ALWAYS[suffix] ?? []), ...required.map((field) => field.name)]) {
    if (!seen.has(name)) report(root, `the layout must hold the required field ${name}`);
  }
};

const COLUMNS: Readonly<Record<string, number>> = {
  OneColumn: 1,
  TwoColumnsLeftToRight: 2,
  TwoColumnsTopToBottom: 2,
  CustomLinks: 3,
};

export const checkLayoutSections: XmlCheck = ({ root, report }) => {
  for (const section of childrenOf(root, 'layoutSections')) {
    const style = textOf(section, 'style') ?? '';
    const columns = childrenOf(section, 'layoutColumns');
    const wanted = COLUMNS[style];
    if (wanted !== undefined && columns.length !== wanted) {
      report(section, `a section of style ${style} has ${wanted} columns, this one ${columns.length}`);
    }
    if (textOf(section, 'customLabel') === 'true' && (textOf(section, 'label') ?? '') === '') {
      report(section, 'a section with <customLabel> needs a <label>');
    }
    for (const item of columns.flatMap((column) => childrenOf(column, 'layoutItems'))) {
      const content = [
        'field',
        'emptySpace',
        'customLink',
        'page',
        'component',
        'canvas',
        'scontrol',
        'reportChartComponent',
        'analyticsCloudComponent',
      ].filter((name) => childOf(item, name) !== undefined);
      if (content.length !== 1) report(item, `a layout item holds one thing, this one ${content.length}`);
      if (content[0] === 'field' && childOf(item, 'behavior') === undefined) {
        report(item, `${textOf(item, 'field')} needs <behavior>: Edit, Required or Readonly`);
      }
    }
  }
};

/** Related lists of custom objects, `Child__c.Parent__c`, lead back to the layout's object. */
export const checkRelatedLists: XmlCheck = ({ root, file, schema, report }) => {
  const object = objectOfLayout(file);
  for (const list of childrenOf(root, 'relatedLists')) {
    const name = childOf(list, 'relatedList') ?? list;
    const [child = '', lookup = ''] = name.text.trim().split('.');
    if (!child.endsWith('__c') || lookup === '') continue;
    const field = findField(schema, child, lookup);
    if (field?.definition === undefined) report(name, `there is no field ${child}.${lookup}`);
    else if (field.definition.referenceTo !== object)
      report(name, `${child}.${lookup} does not lead to ${object}`);
    for (const column of childrenOf(list, 'fields')) {
      const text = column.text.trim();
      if (text.endsWith('__c') && findField(schema, child, text) === undefined)
        report(column, `${child} has no field ${text}`);
    }
  }
};

/** Every custom object and metadata type has a layout; those of metadata types hold all fields: Setup shows no others. */
export function missingLayouts(project: Project): Problem[] {
  const layouts = project.files.filter((file) => file.endsWith('.layout-meta.xml'));
  return listObjectFiles(project)
    .filter(({ name }) => /__(c|mdt)$/.test(name))
    .flatMap(({ name, file }): Problem[] => {
      const own = layouts.filter((layout) => objectOfLayout(layout) === name);
      const place = { file, line: 1 };
      if (
        textOf(
          project.xml(file) ?? { name: '', attributes: {}, children: [], text: '', line: 1 },
          'customSettingsType',
        )
      )
        return [];
      if (own.length === 0)
        return [{ ...place, message: `${name} has no layout: its fields would show nowhere` }];
      if (!name.endsWith('__mdt')) return [];
      const shown = new Set(
        own.flatMap((layout) => [
          ...fieldsOf(project.xml(layout) ?? { name: '', attributes: {}, children: [], text: '', line: 1 }),
        ]),
      );
      return listFieldDefinitions(project)
        .filter((field) => field.object === name && !shown.has(field.name))
        .map((field) => ({
          file: field.file,
          line: 1,
          message: `no layout of ${name} holds ${field.name}: nobody could edit it`,
        }));
    });
}
