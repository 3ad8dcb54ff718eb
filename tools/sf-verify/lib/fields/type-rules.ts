import { basename, dirname } from 'node:path/posix';
import { childOf, textOf } from '../xml.ts';
import type { XmlCheck } from '../xml-checks.ts';
import {
  FIELD_TYPES,
  NEVER_REQUIRED,
  TYPED_ELEMENTS,
  TYPES_OF_KIND,
  WRITTEN_AS_FALSE,
} from './field-types.ts';

/** Object of a file in `objects/<object>/<kind>/`. */
export const objectOf = (file: string): string => basename(dirname(dirname(file)));

export const suffixOf = (object: string): string => /__[a-z]+$/.exec(object)?.[0] ?? '';

/** Elements that the type must have, may not have, and the limits of their numbers. */
export const checkTypeElements: XmlCheck = ({ root, report }) => {
  const typeName = textOf(root, 'type') ?? '';
  const type = FIELD_TYPES[typeName];
  if (type === undefined) return;
  const isFormula = childOf(root, 'formula') !== undefined;
  if (!isFormula) {
    for (const name of type.needs) {
      if (childOf(root, name) === undefined) report(root, `a ${typeName} field needs <${name}>: add it`);
    }
  }
  for (const element of root.children) {
    const value = element.text.trim();
    if (!TYPED_ELEMENTS.has(element.name)) continue;
    if (!type.takes.includes(element.name) && !(WRITTEN_AS_FALSE.has(element.name) && value === 'false')) {
      report(element, `a ${typeName} field cannot have <${element.name}>: remove it`);
      continue;
    }
    const [least, most] = type.ranges?.[element.name] ?? [-Infinity, Infinity];
    const number = Number(value);
    if (number < least || number > most || (least !== -Infinity && !Number.isInteger(number))) {
      report(element, `<${element.name}> ${value} of a ${typeName} field must be from ${least} to ${most}`);
    }
  }
  const precision = Number(textOf(root, 'precision') ?? 18);
  const scale = childOf(root, 'scale');
  if (scale !== undefined && type.takes.includes('precision') && Number(scale.text) >= precision) {
    report(
      scale,
      `<scale> ${scale.text.trim()} leaves no digit before the point of <precision> ${precision}`,
    );
  }
};

const isTrue = (value: string | undefined): boolean => value === 'true';

/** What follows from the type beyond its elements: required, formulas, upper and lower case. */
export const checkTypeFlags: XmlCheck = ({ root, report }) => {
  const typeName = textOf(root, 'type') ?? '';
  const required = childOf(root, 'required');
  const formula = childOf(root, 'formula');
  if (required?.text.trim() === 'true' && NEVER_REQUIRED.has(typeName)) {
    report(required, `a ${typeName} field cannot be required: remove <required>`);
  }
  if (formula !== undefined) {
    for (const name of ['required', 'unique', 'externalId', 'trackHistory', 'caseSensitive']) {
      const element = childOf(root, name);
      if (isTrue(element?.text.trim())) report(element ?? root, `a formula field cannot have <${name}> true`);
    }
    const refused = ['defaultValue', 'length', 'valueSet'].flatMap((name) => childOf(root, name) ?? []);
    for (const element of typeName === 'Checkbox' ? [] : refused) {
      report(element, `a formula field cannot have <${element.name}>: remove it`);
    }
  }
  const caseSensitive = childOf(root, 'caseSensitive');
  if (isTrue(caseSensitive?.text.trim()) && !isTrue(textOf(root, 'unique'))) {
    report(caseSensitive ?? root, '<caseSensitive> is about unique values: add <unique>true</unique>');
  }
  const maskType = textOf(root, 'maskType') ?? 'all';
  if (!['all', 'creditCard', 'lastFour', 'nino', 'sin', 'ssn'].includes(maskType)) {
    report(childOf(root, 'maskType') ?? root, `<maskType> ${maskType} is not a mask`);
  }
  const format = childOf(root, 'displayFormat');
  if (format !== undefined && !/\{0+\}/.test(format.text)) {
    report(format, `<displayFormat> ${format.text.trim()} must hold a number such as {0000}`);
  }
};

/** The kind of object decides about types and some elements. */
export const checkObjectKind: XmlCheck = ({ root, file, schema, report }) => {
  const object = objectOf(file);
  const suffix = suffixOf(object);
  const typeElement = childOf(root, 'type') ?? root;
  const typeName = typeElement.text.trim();
  const kind = TYPES_OF_KIND[suffix];
  if (object !== 'Activity' && !schema.has(object.toLowerCase())) {
    report(root, `there is no object ${object}: add ${object}.object-meta.xml or move the field`);
  }
  if (object === 'Task' || object === 'Event') {
    report(
      root,
      `custom fields of ${object} are fields of Activity: move the file to objects/Activity/fields`,
    );
  }
  if (kind !== undefined && typeName in FIELD_TYPES && !kind.types.has(typeName)) {
    report(typeElement, `${kind.what} has no fields of type ${typeName}: use ${[...kind.types].join(', ')}`);
  }
  if (typeName === 'MetadataRelationship' && suffix !== '__mdt') {
    report(typeElement, 'MetadataRelationship fields exist on custom metadata types only: use Lookup');
  }
  const manageability = childOf(root, 'fieldManageability');
  if (manageability !== undefined && suffix !== '__mdt') {
    report(manageability, '<fieldManageability> exists on custom metadata types only: remove it');
  }
  if (kind === undefined) return;
  for (const name of ['formula', 'trackHistory', 'trackFeedHistory', 'trackTrending', 'externalId']) {
    const element = childOf(root, name);
    if (element !== undefined && element.text.trim() !== 'false') {
      report(element, `a field of ${kind.what} cannot have <${name}>: remove it`);
    }
  }
  const unique = childOf(root, 'unique');
  if (suffix === '__e' && unique?.text.trim() === 'true') {
    report(unique, 'a field of a platform event cannot be unique: remove <unique>');
  }
};
