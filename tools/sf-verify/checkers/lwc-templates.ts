import type { Checker } from '../lib/checker.ts';
import { bundleFile, folderNameOf, listBundles } from '../lib/lwc/bundles.ts';
import type { Bundle } from '../lib/lwc/bundles.ts';
import { readComponentClass } from '../lib/lwc/component-class.ts';
import type { ComponentClass } from '../lib/lwc/component-class.ts';
import { readTemplateNames } from '../lib/lwc/template-names.ts';
import type { Problem } from '../lib/problem.ts';
import type { Project } from '../lib/project.ts';

/** Bases whose members a template does not use by name: Lightning's own classes, bare or through mixins. */
const KNOWN_BASE = /^(\w+\()*(LightningElement|LightningModal)\)*$/;

function classOf(project: Project, bundle: Bundle): ComponentClass | null {
  const script = bundleFile(bundle, `${bundle.name}.js`);
  return script === null ? null : readComponentClass(project.read(script), script);
}

function checkBundle(project: Project, bundle: Bundle): Problem[] {
  const component = classOf(project, bundle);
  const script = bundleFile(bundle, `${bundle.name}.js`);
  const templates = bundle.files.filter((name) => name.endsWith('.html'));
  if (component === null || script === null || templates.length === 0) return [];
  if (!KNOWN_BASE.test(component.base)) {
    const message = `extends ${component.base}: names of its template cannot be checked. Extend LightningElement.`;
    return [{ file: script, line: component.baseLine, message }];
  }
  const problems: Problem[] = [];
  const refs = new Set<string>();
  for (const template of templates) {
    const file = `${bundle.folder}/${template}`;
    const names = readTemplateNames(project.read(file), bundle.name);
    for (const ref of names.refs) refs.add(ref);
    for (const { name, line } of names.used) {
      if (!component.members.has(name)) {
        problems.push({ file, line, message: `the class of ${bundle.name} has no ${name}` });
      }
    }
    for (const { component: tag, name, line } of names.set) {
      const other = listBundles(project).find((candidate) => candidate.name === folderNameOf(tag));
      const target = other === undefined ? null : classOf(project, other);
      if (target !== null && !target.api.has(name)) {
        problems.push({ file, line, message: `<${tag}> has no @api ${name}` });
      }
    }
  }
  for (const [name, line] of component.refs) {
    if (!refs.has(name)) {
      problems.push({ file: script, line, message: `this.refs.${name}: no template has lwc:ref="${name}"` });
    }
  }
  return problems;
}

export const lwcTemplates: Checker = {
  name: 'lwc-templates',
  about: 'handlers, properties and refs between templates and classes',
  run: (project) => listBundles(project).flatMap((bundle) => checkBundle(project, bundle)),
};
