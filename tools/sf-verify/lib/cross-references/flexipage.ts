import { bundleFile, listBundles } from '../lwc/bundles.ts';
import type { Bundle } from '../lwc/bundles.ts';
import { childOf, childrenOf, descendants, textOf } from '../xml.ts';
import type { XmlElement } from '../xml.ts';
import type { XmlCheck, XmlContext } from '../xml-checks.ts';

/** Target that a component must declare to stand on a page of each type. */
const TARGETS: Readonly<Record<string, string>> = {
  AppPage: 'lightning__AppPage',
  HomePage: 'lightning__HomePage',
  RecordPage: 'lightning__RecordPage',
  UtilityBar: 'lightning__UtilityBar',
};

function checkProperties(
  { report }: XmlContext,
  instance: XmlElement,
  bundle: Bundle,
  config: XmlElement | undefined,
): void {
  const declared = new Map(
    childrenOf(config ?? instance, 'property').map((property) => [
      property.attributes['name'] ?? '',
      property,
    ]),
  );
  const given = new Set<string>();
  for (const property of childrenOf(instance, 'componentInstanceProperties')) {
    const name = textOf(property, 'name') ?? '';
    if (textOf(property, 'type') === 'decorator') continue;
    given.add(name);
    if (!declared.has(name)) {
      report(
        childOf(property, 'name') ?? property,
        `${bundle.name} declares no property ${name} for this page`,
      );
    }
  }
  for (const [name, { attributes }] of declared) {
    if (attributes['required'] === 'true' && !given.has(name)) {
      report(instance, `${bundle.name} needs the property ${name}`);
    }
  }
}

function checkInstance(context: XmlContext, instance: XmlElement, pageType: string): void {
  const { project, report } = context;
  const place = childOf(instance, 'componentName') ?? instance;
  const name = place.text.trim().replace(/^c:/, '');
  if (name.includes(':')) return;
  const bundle = listBundles(project).find((candidate) => candidate.name === name);
  if (bundle === undefined) {
    report(place, `there is no component ${name}`);
    return;
  }
  const file = bundleFile(bundle, `${name}.js-meta.xml`);
  const meta = file === null ? null : project.xml(file);
  const target = TARGETS[pageType];
  if (meta === null || target === undefined) return;
  const targets = childrenOf(childOf(meta, 'targets') ?? meta, 'target').map(({ text }) => text.trim());
  if (!targets.includes(target)) report(place, `${name} does not have the target ${target}`);
  const config = childrenOf(childOf(meta, 'targetConfigs') ?? meta, 'targetConfig').find(({ attributes }) =>
    (attributes['targets'] ?? '').split(',').some((item) => item.trim() === target),
  );
  checkProperties(context, instance, bundle, config);
}

/** Lightning pages: object and components exist, components have the page's target and its properties. */
export const checkFlexiPage: XmlCheck = (context) => {
  const { root, schema, report } = context;
  const object = childOf(root, 'sobjectType');
  if (object !== undefined && !schema.has(object.text.trim().toLowerCase())) {
    report(object, `there is no object ${object.text.trim()}`);
  }
  const pageType = textOf(root, 'type') ?? '';
  for (const element of descendants(root)) {
    if (element.name === 'componentInstance') checkInstance(context, element, pageType);
  }
};
