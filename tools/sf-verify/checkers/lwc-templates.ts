import type { Checker } from '../lib/checker.ts';
import { suggest } from '../lib/closest-name.ts';
import { baseComponent } from '../lib/lwc/base-components.ts';
import { bundleFile, folderNameOf, listBundles } from '../lib/lwc/bundles.ts';
import type { Bundle } from '../lib/lwc/bundles.ts';
import { readComponentClass } from '../lib/lwc/component-class.ts';
import type { ComponentClass } from '../lib/lwc/component-class.ts';
import { iconProblem } from '../lib/lwc/icons.ts';
import { isNativeEvent, sentEvents } from '../lib/lwc/sent-events.ts';
import { readTemplateNames } from '../lib/lwc/template-names.ts';
import type { TemplateNames } from '../lib/lwc/template-names.ts';
import type { Problem } from '../lib/problem.ts';
import type { Project } from '../lib/project.ts';

/** Bases whose members a template does not use by name: Lightning's own classes, bare or through mixins. */
const KNOWN_BASE = /^(\w+\()*(LightningElement|LightningModal)\)*$/;

function classOf(project: Project, bundle: Bundle): ComponentClass | null {
  const script = bundleFile(bundle, `${bundle.name}.js`);
  return script === null
    ? null
    : project.ofFile('component class', script, () => readComponentClass(project.read(script), script));
}

function templateNames(project: Project, bundle: Bundle, file: string): TemplateNames {
  return project.ofFile('template names', file, () => readTemplateNames(project.read(file), bundle.name));
}

/** Properties that every element has. */
const EVERYWHERE =
  /^(accessKey|dir|draggable|hidden|id|lang|role|spellcheck|style|tabIndex|title|aria[A-Z]\w*|key)$/;

/** What a template gives to base components, and the events of the project's own that it listens to. */
function checkElements(project: Project, bundle: Bundle, template: string): Problem[] {
  const file = `${bundle.folder}/${template}`;
  const { given, listened } = templateNames(project, bundle, file);
  const problems = given.map(({ tag, name, line, literal }): Problem | null => {
    const component = tag.startsWith('lightning-') ? baseComponent(project, tag) : null;
    if (component === null) return null;
    if (!component.properties.has(name) && !EVERYWHERE.test(name)) {
      return {
        file,
        line,
        message: `<${tag}> has no property ${name}${suggest(name, component.properties)}`,
      };
    }
    const words = component.words.get(name);
    if (literal !== null && words?.includes(literal) === false) {
      return { file, line, message: `${name} of <${tag}> is one of ${words.join(', ')}, not ${literal}` };
    }
    const icon = literal !== null && name === 'iconName' ? iconProblem(project, literal) : null;
    return icon === null ? null : { file, line, message: icon };
  });
  const unheard = listened.map(({ tag, name, line }): Problem | null => {
    const child = listBundles(project).find((candidate) => candidate.name === folderNameOf(tag));
    const sent = child === undefined || isNativeEvent(name) ? null : sentEvents(project, child);
    if (sent === null || sent.has(name)) return null;
    return { file, line, message: `<${tag}> never sends ${name}${suggest(name, sent)}` };
  });
  return [...problems, ...unheard].filter((problem) => problem !== null);
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
    const names = templateNames(project, bundle, file);
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
  problems.push(...templates.flatMap((template) => checkElements(project, bundle, template)));
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
