import { namesOf } from '../project-names.ts';
import { findField } from '../schema/schema.ts';
import type { Schema } from '../schema/schema.ts';
import { childOf, childrenOf, descendants, textOf } from '../xml.ts';
import type { XmlCheck } from '../xml-checks.ts';

/** Reports name relationships by what they lead to: `Owner` for `OwnerId`. */
function isColumn(schema: Schema, object: string, field: string): boolean {
  return field === 'Owner' || findField(schema, object, field.replace(/\..*$/, '')) !== undefined;
}

export const checkReportType: XmlCheck = ({ root, schema, report }) => {
  const base = childOf(root, 'baseObject');
  if (base !== undefined && !schema.has(base.text.trim().toLowerCase())) {
    report(base, `there is no object ${base.text.trim()}`);
  }
  for (const section of childrenOf(root, 'sections')) {
    for (const column of childrenOf(section, 'columns')) {
      const table = textOf(column, 'table') ?? '';
      const field = childOf(column, 'field');
      if (
        field !== undefined &&
        schema.has(table.toLowerCase()) &&
        !isColumn(schema, table, field.text.trim())
      ) {
        report(field, `${table} has no field ${field.text.trim()}`);
      }
    }
  }
};

const COLUMN_ELEMENTS = new Set(['field', 'column', 'dateColumn']);

/** Reports on report types of the project: type and columns, `Object$Field`, exist. */
export const checkReport: XmlCheck = ({ project, root, schema, report }) => {
  const type = childOf(root, 'reportType');
  const name = type?.text.trim() ?? '';
  if (type !== undefined && name.endsWith('__c')) {
    const known = namesOf(project, '.reportType-meta.xml').has(name.replace(/__c$/, ''));
    if (!known) report(type, `there is no report type ${name}`);
  }
  for (const element of descendants(root)) {
    const [object = '', field] = element.text.trim().split('$');
    if (!COLUMN_ELEMENTS.has(element.name) || field === undefined) continue;
    if (!schema.has(object.toLowerCase())) report(element, `there is no object ${object}`);
    else if (!isColumn(schema, object, field)) report(element, `${object} has no field ${field}`);
  }
};
