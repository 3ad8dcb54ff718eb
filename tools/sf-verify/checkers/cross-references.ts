import type { Checker } from '../lib/checker.ts';
import { checkApplication, checkTab } from '../lib/cross-references/application.ts';
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
import { runXmlChecks } from '../lib/xml-checks.ts';

export const crossReferences: Checker = {
  name: 'cross-references',
  about: 'what permission sets, apps, pages, layouts, views and reports name',
  run: (project) =>
    runXmlChecks(project, {
      CompactLayout: [checkCompactLayout],
      CustomApplication: [checkApplication],
      CustomField: [checkCustomField],
      CustomObject: [checkObject],
      CustomTab: [checkTab],
      FlexiPage: [checkFlexiPage],
      Layout: [checkLayout],
      ListView: [checkListView],
      PermissionSet: [checkPermissionSet],
      Report: [checkReport],
      ReportType: [checkReportType],
    }),
};
