import type { Checker } from '../lib/checker.ts';
import {
  checkLayoutItems,
  checkLayoutSections,
  checkRelatedLists,
  missingLayouts,
} from '../lib/views/layout-rules.ts';
import { checkCompactFields, checkListViewValues, checkSearchLayouts } from '../lib/views/list-view-rules.ts';
import {
  checkDashboard,
  checkFolder,
  checkReportColumns,
  checkReportFilters,
  checkReportShape,
  checkReportTypeColumns,
} from '../lib/views/report-rules.ts';
import { runXmlChecks } from '../lib/xml-checks.ts';

export const views: Checker = {
  name: 'views',
  about: 'layouts, list views, compact layouts, reports and dashboards against the types of their fields',
  run: async (project) => [
    ...missingLayouts(project),
    ...(await runXmlChecks(project, {
      CompactLayout: [checkCompactFields],
      CustomObject: [checkSearchLayouts],
      Dashboard: [checkDashboard, checkFolder],
      Layout: [checkLayoutItems, checkLayoutSections, checkRelatedLists],
      ListView: [checkListViewValues],
      Report: [checkReportShape, checkReportColumns, checkReportFilters, checkFolder],
      ReportType: [checkReportTypeColumns],
    })),
  ],
};
