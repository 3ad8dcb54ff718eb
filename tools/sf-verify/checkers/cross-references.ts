import type { Checker } from '../lib/checker.ts';
import { checkApplication, checkTab } from '../lib/cross-references/application.ts';
import { makeContext } from '../lib/cross-references/context.ts';
import type { ReferenceCheck } from '../lib/cross-references/context.ts';
import { checkFlexiPage } from '../lib/cross-references/flexipage.ts';
import {
  checkCompactLayout,
  checkCustomField,
  checkLayout,
  checkListView,
  checkObject,
} from '../lib/cross-references/object.ts';
import { checkPermissionSet } from '../lib/cross-references/permission-set.ts';
import { checkReport, checkReportType } from '../lib/cross-references/report.ts';
import type { Problem } from '../lib/problem.ts';
import { loadSchema } from '../lib/schema/schema.ts';

const CHECKS: Readonly<Record<string, ReferenceCheck>> = {
  CompactLayout: checkCompactLayout,
  CustomApplication: checkApplication,
  CustomField: checkCustomField,
  CustomObject: checkObject,
  CustomTab: checkTab,
  FlexiPage: checkFlexiPage,
  Layout: checkLayout,
  ListView: checkListView,
  PermissionSet: checkPermissionSet,
  Report: checkReport,
  ReportType: checkReportType,
};

export const crossReferences: Checker = {
  name: 'cross-references',
  about: 'what permission sets, apps, pages, layouts, views and reports name',
  run: async (project) => {
    const schema = await loadSchema(project);
    const problems: Problem[] = [];
    for (const file of project.files.filter((path) => path.endsWith('-meta.xml'))) {
      const root = project.xml(file);
      if (root !== null) CHECKS[root.name]?.(makeContext(project, schema, file, root, problems));
    }
    return problems;
  },
};
