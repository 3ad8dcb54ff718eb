import { suggest } from '../closest-name.ts';
import { bundleFile, listBundles } from '../lwc/bundles.ts';
import { iconProblem } from '../lwc/icons.ts';
import { checkFieldPath } from '../schema/schema.ts';
import { namesOf } from '../project-names.ts';
import { childOf, childrenOf, descendants, textOf } from '../xml.ts';
import type { XmlElement } from '../xml.ts';
import type { XmlCheck, XmlContext } from '../xml-checks.ts';
import { DECORATORS, NEEDS_RECORD, STANDARD_COMPONENTS, TEMPLATES } from './standard-components.ts';

/** Template of the page's type, its regions, each once. */
export const checkTemplate: XmlCheck = ({ root, report }) => {
  const type = textOf(root, 'type') ?? '';
  const template = childOf(root, 'template');
  const nameElement = template === undefined ? undefined : childOf(template, 'name');
  const name = nameElement?.text.trim() ?? '';
  const known = TEMPLATES[name];
  const isCustom = !/^(flexipage|home|one):/.test(name);
  if (nameElement !== undefined && known === undefined && !isCustom) {
    report(nameElement, `there is no page template ${name}${suggest(name, Object.keys(TEMPLATES))}`);
  }
  if (nameElement !== undefined && known !== undefined && known.type !== type) {
    report(nameElement, `${name} is a template of a ${known.type}, the page is a ${type}`);
  }
  if (type === 'RecordPage' && childOf(root, 'sobjectType') === undefined) {
    report(root, 'a record page needs <sobjectType>, the object of its records');
  }
  if (!/^(RecordPage|CommRecord|CommRelated|CommObject)/.test(type)) {
    const object = childOf(root, 'sobjectType');
    if (object !== undefined && type === 'UtilityBar')
      report(object, 'a utility bar has no <sobjectType>: remove it');
  }
  const seen = new Set<string>();
  for (const region of childrenOf(root, 'flexiPageRegions')) {
    const place = childOf(region, 'name') ?? region;
    const text = place.text.trim();
    const isFacet = textOf(region, 'type') === 'Facet';
    if (seen.has(text)) report(place, `the region ${text} is there twice`);
    seen.add(text);
    if (!isFacet && known?.regions?.includes(text) === false) {
      report(place, `${name} has no region ${text}: it has ${known.regions?.join(', ')}`);
    }
    const isBackground = text === 'backgroundComponents';
    if ((textOf(region, 'type') === 'Background') !== isBackground) {
      report(place, `the region ${text} must be of type ${isBackground ? 'Background' : 'Region'}`);
    }
  }
};

function checkDecorators(context: XmlContext, instance: XmlElement): void {
  for (const property of childrenOf(instance, 'componentInstanceProperties')) {
    const isDecorator = textOf(property, 'type') === 'decorator';
    const name = textOf(property, 'name') ?? '';
    const value = childOf(property, 'value');
    if (!isDecorator) continue;
    const pattern = DECORATORS[name];
    if (pattern === undefined) {
      context.report(
        property,
        `a utility item has no setting ${name}: it has ${Object.keys(DECORATORS).join(', ')}`,
      );
    } else if (!pattern.test(value?.text.trim() ?? '')) {
      context.report(
        value ?? property,
        `${name} of a utility item cannot be ${value?.text.trim() ?? 'empty'}`,
      );
    } else if (name === 'icon' && value !== undefined) {
      const problem = iconProblem(context.project, `utility:${value.text.trim()}`);
      if (problem !== null) context.report(value, problem);
    }
  }
}

/** Values against the `<property>` elements of the component's own configuration. */
function checkValues({ project, report }: XmlContext, instance: XmlElement, pageType: string): void {
  const name = (textOf(instance, 'componentName') ?? '').replace(/^c:/, '');
  const bundle = listBundles(project).find((candidate) => candidate.name === name);
  const file = bundle === undefined ? null : bundleFile(bundle, `${name}.js-meta.xml`);
  const meta = file === null ? null : project.xml(file);
  if (meta === null) return;
  const configs = descendants(meta).filter(
    (element) =>
      element.name === 'targetConfig' &&
      (element.attributes['targets'] ?? '').includes(`lightning__${pageType}`),
  );
  const declared = configs.flatMap((config) => childrenOf(config, 'property'));
  for (const property of childrenOf(instance, 'componentInstanceProperties')) {
    const value = childOf(property, 'value');
    const text = value?.text.trim() ?? '';
    const found = declared.find(({ attributes }) => attributes['name'] === textOf(property, 'name'));
    if (value === undefined || found === undefined || textOf(property, 'type') === 'decorator') continue;
    const { type, min, max, datasource, name: own = '' } = found.attributes;
    if (type === 'Integer' && !/^-?\d+$/.test(text))
      report(value, `${own} of ${name} is a whole number, not ${text}`);
    if (type === 'Boolean' && !/^(true|false)$/.test(text))
      report(value, `${own} of ${name} is true or false, not ${text}`);
    if (Number(text) < Number(min) || Number(text) > Number(max))
      report(value, `${own} of ${name} is from ${min} to ${max}, not ${text}`);
    const words =
      datasource?.startsWith('apex:') === true
        ? undefined
        : datasource?.split(',').map((word) => word.trim());
    if (words?.includes(text) === false)
      report(value, `${own} of ${name} is one of ${words.join(', ')}, not ${text}`);
    const records = [...namesOf(project, '.md-meta.xml')].filter((record) =>
      record.startsWith('Paceline_Setting.'),
    );
    if (own === 'settingName' && records.length > 0 && !records.includes(`Paceline_Setting.${text}`)) {
      report(value, `there is no setting ${text}: the softphone would not start`);
    }
  }
}

/** Components on the page: known, fit for it, with identifiers of their own. */
export const checkInstances: XmlCheck = (context) => {
  const { root, report } = context;
  const type = textOf(root, 'type') ?? '';
  const identifiers = new Set<string>();
  for (const instance of descendants(root).filter(({ name }) => name === 'componentInstance')) {
    const place = childOf(instance, 'componentName') ?? instance;
    const [namespace = '', name = ''] = place.text.trim().split(':');
    const known = STANDARD_COMPONENTS[namespace];
    if (known !== undefined && !known.includes(name)) {
      report(place, `there is no standard component ${namespace}:${name}${suggest(name, known)}`);
    } else if (type !== 'RecordPage' && NEEDS_RECORD.test(place.text.trim())) {
      report(place, `${place.text.trim()} needs a record: it cannot stand on a ${type}`);
    }
    const identifier = childOf(instance, 'identifier');
    const text = identifier?.text.trim() ?? '';
    if (identifier === undefined) report(instance, 'the component needs an <identifier>');
    else if (identifiers.has(text)) report(identifier, `the identifier ${text} is there twice`);
    identifiers.add(text);
    const given = new Set<string>();
    for (const property of childrenOf(instance, 'componentInstanceProperties')) {
      const key = `${textOf(property, 'type') ?? ''} ${textOf(property, 'name') ?? ''}`;
      if (given.has(key)) report(property, `the property ${textOf(property, 'name')} is there twice`);
      given.add(key);
    }
    if (type === 'UtilityBar') checkDecorators(context, instance);
    checkValues(context, instance, type);
  }
};

/** Fields of dynamic forms and of visibility rules exist on the page's object. */
export const checkPageFields: XmlCheck = ({ root, schema, report }) => {
  const object = textOf(root, 'sobjectType');
  if (object === undefined || !schema.has(object.toLowerCase())) return;
  for (const element of descendants(root)) {
    const text = element.text.trim();
    const path =
      (element.name === 'fieldItem' ? /^Record\.(.+)$/.exec(text)?.[1] : undefined) ??
      (element.name === 'leftValue' ? /^\{!Record\.([\w.]+)\}$/.exec(text)?.[1] : undefined);
    const problem = path === undefined ? null : checkFieldPath(schema, object, path.split('.'));
    if (problem !== null) report(element, problem);
  }
};
