import type { Checker } from '../lib/checker.ts';
import { checkApp, checkTabContent } from '../lib/pages/app-rules.ts';
import { checkInstances, checkPageFields, checkTemplate } from '../lib/pages/flexipage-rules.ts';
import { runXmlChecks } from '../lib/xml-checks.ts';

export const pages: Checker = {
  name: 'pages',
  about: 'regions, standard components, values and settings of pages; navigation of apps; what tabs show',
  run: (project) =>
    runXmlChecks(project, {
      CustomApplication: [checkApp],
      CustomTab: [checkTabContent],
      FlexiPage: [checkTemplate, checkInstances, checkPageFields],
    }),
};
