import type { Schema } from '../schema/schema.ts';
import { childOf, childrenOf } from '../xml.ts';
import type { XmlElement } from '../xml.ts';

/** Targets and the types of their properties. Source: Lightning Web Components Developer Guide, XML Configuration File Elements. */
const PAGE = ['Boolean', 'Color', 'Integer', 'String'];
const TARGETS: Readonly<Record<string, readonly string[] | null>> = {
  lightning__AgentforceInput: null,
  lightning__AgentforceOutput: null,
  lightning__AppPage: PAGE,
  lightning__ComposerLayout: null,
  lightning__FlowAction: null,
  lightning__FlowScreen: null,
  lightning__GlobalAction: [],
  lightning__HomePage: PAGE,
  lightning__Inbox: PAGE,
  lightning__MessagingChannel: null,
  lightning__RecordAction: [],
  lightning__RecordPage: PAGE,
  lightning__Tab: PAGE,
  lightning__UrlAddressable: [],
  lightning__UtilityBar: PAGE,
  lightning__VoiceExtension: null,
  lightningCommunity__Default: null,
  lightningCommunity__Page: [],
  lightningCommunity__Page_Layout: [],
  lightningCommunity__Theme_Layout: [],
  lightningSnapin__ChatHeader: [],
  lightningSnapin__ChatMessage: [],
  lightningSnapin__Minimized: [],
  lightningSnapin__PreChat: [],
  lightningStatic__Email: null,
  analytics__Dashboard: null,
};
const ATTRIBUTES = new Set([
  'datasource',
  'default',
  'description',
  'exposedTo',
  'label',
  'max',
  'min',
  'name',
  'placeholder',
  'required',
  'role',
  'screenResponsive',
  'exposedTo',
  'translatable',
  'type',
  'filter',
]);
const FORM_FACTORS = new Set(['Large', 'Small']);
const HAS_FORM_FACTORS = new Set(['lightning__AppPage', 'lightning__HomePage', 'lightning__RecordPage']);

type Report = (element: XmlElement, message: string) => void;

function checkProperty(property: XmlElement, allowed: readonly string[] | null, report: Report): void {
  const { name = '', type = '', default: value, min, max, datasource } = property.attributes;
  for (const attribute of Object.keys(property.attributes)) {
    if (!ATTRIBUTES.has(attribute)) report(property, `<property> has no attribute ${attribute}`);
  }
  if (name === '') report(property, '<property> needs a name');
  if (allowed !== null && !allowed.includes(type)) {
    report(property, `property ${name}: type ${type} is not one of ${allowed.join(', ')}`);
  }
  if (type === 'Integer' && value !== undefined && !/^-?\d+$/.test(value)) {
    report(property, `property ${name}: default ${value} is not a whole number`);
  }
  if (type === 'Boolean' && value !== undefined && !/^(true|false)$/.test(value)) {
    report(property, `property ${name}: default ${value} is not true or false`);
  }
  if ((min !== undefined || max !== undefined) && type !== 'Integer') {
    report(property, `property ${name}: min and max are for Integer`);
  }
  if (Number(value) < Number(min) || Number(value) > Number(max)) {
    report(property, `property ${name}: default ${value} is not from ${min} to ${max}`);
  }
  if (datasource !== undefined && type !== 'String')
    report(property, `property ${name}: datasource is for String`);
  const words =
    datasource?.startsWith('apex://') === true
      ? undefined
      : datasource?.split(',').map((word) => word.trim());
  if (words !== undefined && value !== undefined && !words.includes(value)) {
    report(property, `property ${name}: default ${value} is not one of ${words.join(', ')}`);
  }
}

/** Targets exist, and each target's configuration is one that it takes. */
export function checkTargets(schema: Schema, meta: XmlElement, report: Report): void {
  const targets = childrenOf(childOf(meta, 'targets') ?? meta, 'target');
  for (const target of targets) {
    if (!(target.text.trim() in TARGETS)) report(target, `there is no target ${target.text.trim()}`);
  }
  const seen = new Set<string>();
  for (const target of targets) {
    if (seen.has(target.text.trim())) report(target, `the target ${target.text.trim()} is there twice`);
    seen.add(target.text.trim());
  }
  for (const config of childrenOf(childOf(meta, 'targetConfigs') ?? meta, 'targetConfig')) {
    const names = (config.attributes['targets'] ?? '').split(',').map((name) => name.trim());
    for (const name of names) {
      for (const property of childrenOf(config, 'property'))
        checkProperty(property, TARGETS[name] ?? null, report);
    }
    const given = new Set<string>();
    for (const property of childrenOf(config, 'property')) {
      const name = property.attributes['name'] ?? '';
      if (given.has(name)) report(property, `property ${name} is there twice`);
      given.add(name);
    }
    const objects = childOf(config, 'objects');
    if (objects !== undefined && !names.includes('lightning__RecordPage')) {
      report(objects, '<objects> is for lightning__RecordPage');
    }
    for (const object of objects === undefined ? [] : childrenOf(objects, 'object')) {
      if (!schema.has(object.text.trim().toLowerCase()))
        report(object, `there is no object ${object.text.trim()}`);
    }
    const factors = childOf(config, 'supportedFormFactors');
    if (factors !== undefined && !names.every((name) => HAS_FORM_FACTORS.has(name))) {
      report(factors, '<supportedFormFactors> is for app, home and record pages');
    }
    for (const factor of factors === undefined ? [] : childrenOf(factors, 'supportedFormFactor')) {
      const type = factor.attributes['type'] ?? '';
      if (!FORM_FACTORS.has(type)) report(factor, `<supportedFormFactor> is Large or Small, not ${type}`);
    }
  }
}
