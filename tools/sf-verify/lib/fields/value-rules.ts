import { listFieldDefinitions, objectElement } from '../schema/object-definitions.ts';
import { childOf, childrenOf, textOf } from '../xml.ts';
import type { XmlElement } from '../xml.ts';
import type { XmlCheck } from '../xml-checks.ts';
import { NEVER_TRACKED } from './field-types.ts';
import { objectOf, suffixOf } from './type-rules.ts';

const MOST_VALUES = 1000;
const MOST_TRACKED = 20;
const LIMITS: Readonly<Record<string, number>> = {
  description: 1000,
  inlineHelpText: 510,
  relationshipLabel: 80,
};
/** Source: Metadata API Developer Guide, CustomField, complianceGroup. */
const COMPLIANCE = new Set(['CCPA', 'COPPA', 'GDPR', 'HIPAA', 'PCI', 'PersonalInfo', 'PII']);

function checkValues(
  values: readonly XmlElement[],
  report: (element: XmlElement, message: string) => void,
): void {
  const names = new Set<string>();
  const labels = new Set<string>();
  for (const value of values) {
    const name = childOf(value, 'fullName');
    const text = name?.text.trim() ?? '';
    const label = textOf(value, 'label') ?? text;
    if (text === '') report(value, 'a value of a picklist needs <fullName>');
    if (text.length > 255 || label.length > 255)
      report(value, 'a value of a picklist has at most 255 characters');
    if (names.has(text.toLowerCase())) report(name ?? value, `the picklist has the value ${text} twice`);
    else if (labels.has(label.toLowerCase())) report(value, `the picklist has the label ${label} twice`);
    names.add(text.toLowerCase());
    labels.add(label.toLowerCase());
    if (childOf(value, 'default') === undefined) {
      report(value, `the value ${text} of the picklist needs <default>false</default>`);
    }
  }
  const defaults = values.filter((value) => textOf(value, 'default') === 'true');
  if (defaults.length > 1)
    report(defaults[1] ?? defaults[0]!, 'the picklist has more than one default value');
  if (values.length > MOST_VALUES)
    report(values[0]!, `the picklist has ${values.length} values, at most 1000`);
}

export const checkPicklist: XmlCheck = ({ project, root, report }) => {
  const set = childOf(root, 'valueSet');
  if (set === undefined) return;
  const definition = childOf(set, 'valueSetDefinition');
  const name = childOf(set, 'valueSetName');
  if (definition === undefined && name === undefined) {
    report(set, '<valueSet> needs <valueSetDefinition> with the values, or <valueSetName>');
  }
  if (definition !== undefined && name !== undefined) {
    report(name, '<valueSet> has values of its own and names a global set: remove one');
  }
  if (
    name !== undefined &&
    !project.files.some((file) => file.endsWith(`/${name.text.trim()}.globalValueSet-meta.xml`))
  ) {
    report(name, `there is no global value set ${name.text.trim()}`);
  }
  if (definition === undefined) return;
  const values = childrenOf(definition, 'value');
  if (values.length === 0) report(definition, 'the picklist has no value');
  checkValues(values, report);
  const controlling = childOf(set, 'controllingField');
  const settings = childrenOf(set, 'valueSettings');
  if (settings.length > 0 && controlling === undefined) {
    report(settings[0]!, '<valueSettings> belong to a dependent picklist: add <controllingField>');
  }
  const words = new Set(values.map((value) => textOf(value, 'fullName')));
  for (const setting of settings) {
    const value = childOf(setting, 'valueName');
    if (value !== undefined && !words.has(value.text.trim())) {
      report(value, `the picklist has no value ${value.text.trim()}`);
    }
  }
};

/** Texts about the field: present, within the limits; words of data classification. */
export const checkTexts: XmlCheck = ({ root, report }) => {
  for (const [name, most] of Object.entries(LIMITS)) {
    const element = childOf(root, name);
    const { length } = element?.text.trim() ?? '';
    if (element !== undefined && length > most)
      report(element, `<${name}> has ${length} characters, at most ${most}`);
  }
  if ((textOf(root, 'label') ?? '') === '') report(root, 'the field needs a <label>');
  if ((textOf(root, 'type') ?? '') === '') report(root, 'the field needs a <type>');
  const groups = childOf(root, 'complianceGroup');
  for (const group of groups?.text.split(';').map((item) => item.trim()) ?? []) {
    if (groups !== undefined && !COMPLIANCE.has(group)) {
      report(groups, `<complianceGroup> ${group} is not one of ${[...COMPLIANCE].join(', ')}`);
    }
  }
};

export const checkHistory: XmlCheck = ({ project, root, file, report }) => {
  const track = childOf(root, 'trackHistory');
  if (track?.text.trim() !== 'true') return;
  const object = objectOf(file);
  const type = textOf(root, 'type') ?? '';
  if (NEVER_TRACKED.has(type)) report(track, `the history of a ${type} field cannot be tracked`);
  if (object === 'Activity') report(track, 'activities have no field history: remove <trackHistory>');
  const own = objectElement(project, object);
  if (own !== null && suffixOf(object) === '__c' && textOf(own, 'enableHistory') !== 'true') {
    report(track, `${object} keeps no history: write <enableHistory>true</enableHistory> in its object file`);
  }
  const tracked = listFieldDefinitions(project).filter(
    (field) => field.object === object && textOf(field.element, 'trackHistory') === 'true',
  );
  if (tracked.length > MOST_TRACKED) {
    report(track, `${object} tracks ${tracked.length} fields, at most ${MOST_TRACKED}`);
  }
};
