import type { Checker } from '../lib/checker.ts';
import { suggest } from '../lib/closest-name.ts';
import { loadMetadataTypes } from '../lib/metadata-types.ts';
import type { MetadataType, TypeProperty } from '../lib/metadata-types.ts';
import type { Problem } from '../lib/problem.ts';
import type { Project } from '../lib/project.ts';
import { parseXml } from '../lib/xml.ts';
import type { XmlElement } from '../lib/xml.ts';

const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';
/** Elements whose content the Metadata API does not describe. */
const OPEN = new Set(['LightningComponentBundle.targetConfigs', 'CustomMetadataValue.value']);
/** Required by the description, never written by the platform itself. */
const NOT_WRITTEN = new Set(['content', 'CustomPermission.isLicensed']);

type Types = ReadonlyMap<string, MetadataType>;
type Report = (line: number, message: string) => void;

function checkValue(types: Types, element: XmlElement, property: TypeProperty, report: Report): void {
  const value = element.text.trim();
  const refuse = (expected: string): void =>
    report(element.line, `<${element.name}> "${value}" is not ${expected}`);
  if (property.type === 'boolean') {
    if (!/^(true|false)$/.test(value)) refuse('true or false');
  } else if (property.type === 'number') {
    if (!/^-?\d+(\.\d+)?$/.test(value)) refuse('a number');
  } else {
    const type = types.get(property.type);
    if (type !== undefined && type.words !== null) {
      if (!type.words.includes(value)) refuse(`a ${property.type}${suggest(value, type.words)}`);
    } else if (type !== undefined) checkElement(types, element, property.type, report);
    else if (element.children.length > 0) report(element.line, `<${element.name}> holds text, not elements`);
  }
}

function checkElement(types: Types, element: XmlElement, typeName: string, report: Report): void {
  const properties = types.get(typeName)?.properties ?? new Map<string, TypeProperty>();
  const seen = new Set<string>();
  let previous: string | null = null;
  for (const child of element.children) {
    const property = properties.get(child.name);
    if (property === undefined) {
      const guess = suggest(child.name, properties.keys());
      report(child.line, `${typeName} has no element <${child.name}>${guess}`);
      continue;
    }
    if (seen.has(child.name) && !property.many) report(child.line, `<${child.name}> is there twice`);
    else if (seen.has(child.name) && previous !== child.name) {
      report(child.line, `<${child.name}> must stand beside the others of its name`);
    }
    seen.add(child.name);
    previous = child.name;
    if (!OPEN.has(`${typeName}.${child.name}`)) checkValue(types, child, property, report);
  }
  for (const [name, { optional, many }] of properties) {
    const excused = NOT_WRITTEN.has(name) || NOT_WRITTEN.has(`${typeName}.${name}`);
    if (!optional && !many && !seen.has(name) && !excused) {
      report(element.line, `<${name}> is missing in ${typeName}`);
    }
  }
}

function checkFile(types: Types, project: Project, file: string): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (line, message) => problems.push({ file, line, message });
  const parsed = parseXml(project.read(file));
  if (!parsed.ok) return [{ file, line: parsed.line, message: `not well-formed: ${parsed.message}` }];
  const { root } = parsed;
  if (root.attributes['xmlns'] !== NAMESPACE) report(root.line, `xmlns must be ${NAMESPACE}`);
  if (types.has(root.name)) checkElement(types, root, root.name, report);
  else report(root.line, `there is no metadata type <${root.name}>${suggest(root.name, types.keys())}`);
  return problems;
}

export const metadataXml: Checker = {
  name: 'metadata-xml',
  about: "elements, values and order of every -meta.xml against the Metadata API's types",
  run: (project) => {
    const types = project.shared('metadata types', loadMetadataTypes);
    return project.files
      .filter((file) => file.endsWith('-meta.xml'))
      .flatMap((file) => checkFile(types, project, file));
  },
};
