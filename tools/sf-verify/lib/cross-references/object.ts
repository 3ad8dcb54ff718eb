import { basename, dirname } from 'node:path/posix';
import { namesOf } from '../project-names.ts';
import { findField } from '../schema/schema.ts';
import { childOf, childrenOf, descendants, textOf } from '../xml.ts';
import type { XmlElement } from '../xml.ts';
import type { XmlCheck, XmlContext } from '../xml-checks.ts';

function checkField(context: XmlContext, object: string, element: XmlElement | undefined): void {
  const name = element?.text.trim() ?? '';
  if (element !== undefined && findField(context.schema, object, name) === undefined) {
    context.report(element, `${object} has no field ${name}`);
  }
}

const objectOfFolder = (file: string): string => basename(dirname(dirname(file)));

export const checkObject: XmlCheck = (context) => {
  const { project, root, file, report } = context;
  const compact = childOf(root, 'compactLayoutAssignment');
  const compactFile = `${dirname(file)}/compactLayouts/${compact?.text.trim() ?? ''}.compactLayout-meta.xml`;
  if (compact !== undefined && compact.text.trim() !== 'SYSTEM' && !project.files.includes(compactFile)) {
    report(compact, `there is no compact layout ${compact.text.trim()}`);
  }
  for (const override of childrenOf(root, 'actionOverrides')) {
    const page = childOf(override, 'content');
    const isPage = textOf(override, 'type') === 'Flexipage';
    if (isPage && page !== undefined && !namesOf(project, '.flexipage-meta.xml').has(page.text.trim())) {
      report(page, `there is no Lightning page ${page.text.trim()}`);
    }
  }
};

export const checkCustomField: XmlCheck = ({ root, schema, report }) => {
  const target = childOf(root, 'referenceTo');
  if (target !== undefined && !schema.has(target.text.trim().toLowerCase())) {
    report(target, `there is no object ${target.text.trim()}`);
  }
  if (textOf(root, 'type') === 'Lookup' && textOf(root, 'deleteConstraint') === undefined) {
    report(root, 'a look-up says what happens on delete: add <deleteConstraint>SetNull</deleteConstraint>');
  }
};

export const checkCompactLayout: XmlCheck = (context) => {
  for (const field of childrenOf(context.root, 'fields'))
    checkField(context, objectOfFolder(context.file), field);
};

/** List views name standard columns in words of their own (`NAME`, `OWNER.ALIAS`); only custom ones are looked up. */
export const checkListView: XmlCheck = (context) => {
  const filters = childrenOf(context.root, 'filters').flatMap((filter) => childrenOf(filter, 'field'));
  for (const column of [...childrenOf(context.root, 'columns'), ...filters]) {
    if (column.text.trim().endsWith('__c')) checkField(context, objectOfFolder(context.file), column);
  }
};

/** On layouts of custom metadata types, but in no query. */
const METADATA_LAYOUT_FIELDS = new Set(['IsProtected', 'CreatedById', 'LastModifiedById']);

export const checkLayout: XmlCheck = (context) => {
  const object = decodeURIComponent(basename(context.file)).split('-')[0] ?? '';
  if (!context.schema.has(object.toLowerCase())) {
    context.report(context.root, `the file name names no object: ${object}`);
    return;
  }
  for (const item of descendants(context.root)) {
    if (item.name !== 'layoutItems') continue;
    const field = childOf(item, 'field');
    if (object.endsWith('__mdt') && METADATA_LAYOUT_FIELDS.has(field?.text.trim() ?? '')) continue;
    checkField(context, object, field);
  }
};
