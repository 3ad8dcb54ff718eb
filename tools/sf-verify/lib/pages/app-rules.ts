import { bundleFile, listBundles } from '../lwc/bundles.ts';
import { childOf, childrenOf, textOf } from '../xml.ts';
import type { XmlCheck } from '../xml-checks.ts';
import { objectElement } from '../schema/object-definitions.ts';
import { basename } from 'node:path/posix';
import { motifProblem } from './motifs.ts';

/** Tabs of the platform that are not named after an object. */
const OTHER_TABS = new Set(
  'calendar chatter collaborationgroup dashboard feed file forecasting3 home knowledge omnisupervisorlightning people report wave'.split(
    ' ',
  ),
);

/** Navigation, form factors and tabs that fit together. Source: Metadata API Developer Guide, CustomApplication. */
export const checkApp: XmlCheck = ({ root, schema, report }) => {
  const isConsole = textOf(root, 'navType') === 'Console';
  const factors = childrenOf(root, 'formFactors');
  const isLightning = textOf(root, 'uiType') === 'Lightning';
  const workspace = childOf(root, 'workspaceConfig');
  for (const factor of factors) {
    if (isConsole && factor.text.trim() !== 'Large') {
      report(factor, `a console app runs on Large only: remove ${factor.text.trim()}`);
    }
  }
  if (isLightning && factors.length === 0) report(root, 'a Lightning app needs <formFactors>');
  if (isConsole && !isLightning)
    report(root, 'an app with console navigation needs <uiType>Lightning</uiType>');
  if (workspace !== undefined && !isConsole)
    report(workspace, '<workspaceConfig> is for console apps: remove it');
  for (const tab of childrenOf(root, 'tabs')) {
    const name = /^standard-(.+)$/.exec(tab.text.trim())?.[1]?.toLowerCase();
    if (name !== undefined && !schema.has(name) && !OTHER_TABS.has(name)) {
      report(tab, `there is no standard tab ${tab.text.trim()}`);
    }
  }
  const color = childOf(childOf(root, 'brand') ?? root, 'headerColor');
  if (color !== undefined && !/^#[0-9a-f]{6}$/i.test(color.text.trim())) {
    report(color, `<headerColor> ${color.text.trim()} must be written as #0176D3`);
  }
};

const CONTENT = ['customObject', 'flexiPage', 'lwcComponent', 'auraComponent', 'page', 'url', 'scontrol'];

/** A tab shows one thing, with a style that exists. Source: Metadata API Developer Guide, CustomTab. */
export const checkTabContent: XmlCheck = ({ project, root, file, report }) => {
  const shown = CONTENT.filter((name) => {
    const text = textOf(root, name);
    return text !== undefined && text !== 'false';
  });
  if (shown.length !== 1)
    report(root, `a tab shows one of ${CONTENT.join(', ')}; this one has ${shown.length}`);
  const motif = childOf(root, 'motif');
  const problem = motif === undefined ? 'a tab needs a <motif>' : motifProblem(motif.text.trim());
  if (problem !== null) report(motif ?? root, problem);
  const object = basename(file, '.tab-meta.xml');
  if (shown.includes('customObject') && (/__(mdt|e)$/.test(object) || !/__c$/.test(object))) {
    report(root, `${object} cannot have a tab: only custom objects have one`);
  }
  if (!shown.includes('customObject') && (textOf(root, 'label') ?? '') === '')
    report(root, 'the tab needs a <label>');
  const label = childOf(root, 'label');
  if (shown.includes('customObject') && label !== undefined && objectElement(project, object) !== null) {
    report(label, "the tab of an object has the object's label: remove <label>");
  }
  const component = childOf(root, 'lwcComponent');
  const bundle = listBundles(project).find((candidate) => candidate.name === component?.text.trim());
  const meta = bundle === undefined ? null : bundleFile(bundle, `${bundle.name}.js-meta.xml`);
  const targets = meta === null ? undefined : childOf(project.xml(meta) ?? root, 'targets');
  const isTab =
    targets !== undefined &&
    childrenOf(targets, 'target').some(({ text }) => text.trim() === 'lightning__Tab');
  if (component !== undefined && bundle !== undefined && !isTab) {
    report(component, `${component.text.trim()} does not have the target lightning__Tab`);
  }
};
