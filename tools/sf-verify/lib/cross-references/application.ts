import { basename } from 'node:path/posix';
import { listBundles } from '../lwc/bundles.ts';
import { namesOf } from '../project-names.ts';
import { childOf, childrenOf, descendants, textOf } from '../xml.ts';
import type { XmlCheck } from '../xml-checks.ts';

/** Apps: utility bar, tabs and overriding pages exist, and the bar is one. */
export const checkApplication: XmlCheck = ({ project, root, report }) => {
  const pages = namesOf(project, '.flexipage-meta.xml');
  const tabs = namesOf(project, '.tab-meta.xml');
  const bar = childOf(root, 'utilityBar');
  const barName = bar?.text.trim() ?? '';
  if (bar !== undefined && !pages.has(barName)) report(bar, `there is no Lightning page ${barName}`);
  else if (bar !== undefined) {
    const file = project.files.find((path) => path.endsWith(`/${barName}.flexipage-meta.xml`)) ?? '';
    const page = project.xml(file);
    if (page !== null && textOf(page, 'type') !== 'UtilityBar')
      report(bar, `${barName} is not a utility bar`);
  }
  const named = [...childrenOf(root, 'tabs'), ...descendants(root).filter(({ name }) => name === 'tab')];
  for (const tab of named) {
    const name = tab.text.trim();
    if (!name.startsWith('standard-') && !tabs.has(name)) report(tab, `there is no tab ${name}`);
  }
  const listed = new Set(childrenOf(root, 'tabs').map(({ text }) => text.trim()));
  for (const tab of descendants(root).filter(({ name }) => name === 'tab')) {
    if (!listed.has(tab.text.trim())) report(tab, `${tab.text.trim()} is not among the app's tabs`);
  }
};

export const checkTab: XmlCheck = ({ project, root, schema, file, report }) => {
  const name = basename(file, '.tab-meta.xml');
  const page = childOf(root, 'flexiPage');
  const component = childOf(root, 'lwcComponent');
  if (textOf(root, 'customObject') === 'true' && !schema.has(name.toLowerCase())) {
    report(root, `the tab is named after no object: ${name}`);
  }
  if (page !== undefined && !namesOf(project, '.flexipage-meta.xml').has(page.text.trim())) {
    report(page, `there is no Lightning page ${page.text.trim()}`);
  }
  if (
    component !== undefined &&
    !listBundles(project).some((bundle) => bundle.name === component.text.trim())
  ) {
    report(component, `there is no component ${component.text.trim()}`);
  }
};
