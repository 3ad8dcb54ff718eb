import { findField } from '../schema/schema.ts';
import { kindOf } from '../soql/field-kind.ts';
import type { FieldKind } from '../soql/field-kind.ts';
import { childOf, childrenOf, descendants, textOf } from '../xml.ts';
import type { XmlElement } from '../xml.ts';
import type { XmlCheck, XmlContext } from '../xml-checks.ts';
import { filterProblem, logicProblem } from './view-fields.ts';

const DATES = new Set<FieldKind>(['date', 'datetime']);

function fieldKind({ schema }: XmlContext, column: string): FieldKind | null {
  const [object = '', name = ''] = column.split('$');
  const field = findField(schema, object, name);
  return field === undefined ? null : kindOf(object, field);
}

/** Columns of the report type, `Object$Field`; null for the platform's own types. */
function offeredColumns({ project }: XmlContext, type: string): ReadonlySet<string> | null {
  const name = type.replace(/__c$/, '');
  const file = project.files.find((path) => path.endsWith(`/${name}.reportType-meta.xml`));
  const root = file === undefined ? null : project.xml(file);
  if (root === null || !type.endsWith('__c')) return null;
  return new Set(
    descendants(root)
      .filter((element) => element.name === 'columns')
      .map((column) => `${textOf(column, 'table')}$${textOf(column, 'field')}`),
  );
}

/** Groupings that the format wants. Source: Metadata API Developer Guide, Report. */
export const checkReportShape: XmlCheck = (context) => {
  const { root, report } = context;
  const format = textOf(root, 'format') ?? '';
  const down = childrenOf(root, 'groupingsDown');
  const across = childrenOf(root, 'groupingsAcross');
  if (format === 'Tabular' && down.length + across.length > 0)
    report(root, 'a tabular report has no groupings: write Summary');
  if (format === 'Summary' && down.length === 0)
    report(root, 'a summary report needs <groupingsDown>: write Tabular without');
  if (format === 'Summary' && across.length > 0) report(across[0] ?? root, '<groupingsAcross> is for Matrix');
  if (format === 'Matrix' && (down.length === 0 || across.length === 0)) {
    report(root, 'a matrix report needs <groupingsDown> and <groupingsAcross>');
  }
  if (down.length > (format === 'Matrix' ? 2 : 3))
    report(root, `${format} has too many <groupingsDown>: ${down.length}`);
  if (across.length > 2) report(root, `at most two <groupingsAcross>, not ${across.length}`);
  const grouped = new Set<string>();
  for (const grouping of [...down, ...across]) {
    const field = textOf(grouping, 'field') ?? '';
    const kind = fieldKind(context, field);
    if (grouped.has(field)) report(grouping, `the report is grouped by ${field} twice`);
    grouped.add(field);
    if (kind === 'longText' || kind === 'multiPicklist')
      report(grouping, `a report cannot be grouped by ${field}`);
    const granularity = textOf(grouping, 'dateGranularity') ?? 'None';
    if (kind !== null && !DATES.has(kind) && granularity !== 'None' && granularity !== 'Day') {
      report(grouping, `<dateGranularity> ${granularity} is for dates, ${field} is none`);
    }
  }
  for (const column of childrenOf(root, 'columns').filter((item) =>
    grouped.has(textOf(item, 'field') ?? ''),
  )) {
    report(column, `${textOf(column, 'field')} is a grouping and a column: remove one`);
  }
};

export const checkReportColumns: XmlCheck = (context) => {
  const { root, report } = context;
  const offered = offeredColumns(context, textOf(root, 'reportType') ?? '');
  const used = descendants(root).filter(({ name }) => /^(field|column|dateColumn|sortColumn)$/.test(name));
  for (const element of used) {
    const text = element.text.trim();
    const isOwn = /^\w+\$\w+$/.test(text) && fieldKind(context, text) !== null;
    if (offered !== null && isOwn && !offered.has(text)) {
      report(element, `the report type offers no column ${text}: add it to its <sections>`);
    }
  }
  for (const column of childrenOf(root, 'columns')) {
    const kind = fieldKind(context, textOf(column, 'field') ?? '');
    for (const aggregate of childrenOf(column, 'aggregateTypes')) {
      const isSum = /^(Sum|Average|Maximum|Minimum|Median)$/.test(aggregate.text.trim());
      const allowed =
        kind === null || kind === 'number' || (kind === 'boolean' && aggregate.text.trim() === 'Sum');
      if (isSum && !allowed)
        report(aggregate, `${textOf(column, 'field')} is no number: it has no ${aggregate.text.trim()}`);
    }
  }
  const date = childOf(childOf(root, 'timeFrameFilter') ?? root, 'dateColumn');
  const kind = date === undefined ? null : fieldKind(context, date.text.trim());
  if (date !== undefined && kind !== null && !DATES.has(kind)) report(date, `${date.text.trim()} is no date`);
  const columns = childrenOf(root, 'columns').map((column) => textOf(column, 'field'));
  const sort = childOf(root, 'sortColumn');
  if (sort !== undefined && !columns.includes(sort.text.trim())) {
    report(sort, `<sortColumn> ${sort.text.trim()} is not among the columns`);
  }
};

export const checkReportFilters: XmlCheck = ({ root, schema, report }) => {
  const filter = childOf(root, 'filter');
  const items = filter === undefined ? [] : childrenOf(filter, 'criteriaItems');
  for (const item of items) {
    const [object = '', field = ''] = (textOf(item, 'column') ?? '').split('$');
    const value = childOf(item, 'value');
    const problem = filterProblem(
      schema,
      object,
      field,
      textOf(item, 'operator') ?? '',
      value?.text.trim() ?? '',
    );
    if (problem !== null) report(value ?? item, problem);
  }
  const logic = filter === undefined ? undefined : childOf(filter, 'booleanFilter');
  const problem = logic === undefined ? null : logicProblem(logic.text, items.length);
  if (problem !== null) report(logic ?? root, problem);
};

/** Components of a dashboard show reports and groupings that exist. */
export const checkDashboard: XmlCheck = ({ project, root, report }) => {
  const components = descendants(root).filter(
    ({ name, children }) =>
      /^(components|dashboardComponent)$/.test(name) &&
      children.some((child) => child.name === 'componentType'),
  );
  if (components.length === 0) report(root, 'the dashboard has no component');
  for (const component of components) {
    const place = childOf(component, 'report');
    const file = project.files.find((path) => path.endsWith(`reports/${place?.text.trim()}.report-meta.xml`));
    if (place === undefined) {
      if (!/^(Scontrol|VisualforcePage)$/.test(textOf(component, 'componentType') ?? ''))
        report(component, 'the component needs a <report>');
      continue;
    }
    const shown = file === undefined ? null : project.xml(file);
    if (shown === null) {
      report(place, `there is no report ${place.text.trim()}: write Folder/Report`);
      continue;
    }
    checkShown(shown, component, report);
  }
};

function checkShown(shown: XmlElement, component: XmlElement, report: XmlContext['report']): void {
  const groupings = [...childrenOf(shown, 'groupingsDown'), ...childrenOf(shown, 'groupingsAcross')].map(
    (item) => textOf(item, 'field'),
  );
  for (const grouping of childrenOf(component, 'groupingColumn')) {
    if (!groupings.includes(grouping.text.trim()))
      report(grouping, `the report is not grouped by ${grouping.text.trim()}`);
  }
  const type = childOf(component, 'componentType');
  const isChart = /^(Bar|Column|Line|Pie|Donut|Funnel|Scatter)/.test(type?.text.trim() ?? '');
  if (isChart && textOf(shown, 'format') === 'Tabular')
    report(type ?? component, 'a chart needs a report with groupings');
}

/** A folder's file for every folder of reports and dashboards. */
export const checkFolder: XmlCheck = ({ project, file, root, report }) => {
  const folder = /^(.*\/(reports|dashboards)\/[^/]+)\/[^/]+$/.exec(file);
  if (folder === null) return;
  const suffix = folder[2] === 'reports' ? 'reportFolder' : 'dashboardFolder';
  if (!project.files.includes(`${folder[1]}.${suffix}-meta.xml`))
    report(root, `the folder has no ${suffix}-meta.xml: it cannot be deployed`);
};

/** A report type's columns are there once, joined objects by relationships that exist. */
export const checkReportTypeColumns: XmlCheck = ({ root, schema, report }) => {
  const seen = new Set<string>();
  const base = textOf(root, 'baseObject') ?? '';
  for (const column of descendants(root).filter(({ name }) => name === 'columns')) {
    const key = `${textOf(column, 'table')}$${textOf(column, 'field')}`;
    if (seen.has(key)) report(column, `the column ${key} is there twice`);
    seen.add(key);
    const table = childOf(column, 'table');
    const first = table?.text.trim().split('.')[0] ?? '';
    if (table !== undefined && first !== base)
      report(table, `<table> begins with the base object ${base}, not with ${first}`);
  }
  const join = childOf(root, 'join');
  const relationship = join === undefined ? undefined : childOf(join, 'relationship');
  if (
    relationship !== undefined &&
    findField(schema, base, relationship.text.trim())?.type.endsWith('[]') !== true
  ) {
    report(relationship, `${base} has no child relationship ${relationship.text.trim()}`);
  }
};
