import { basename } from 'node:path/posix';
import type { Checker } from '../lib/checker.ts';
import type { Problem } from '../lib/problem.ts';
import type { Project } from '../lib/project.ts';
import { childOf, descendants, textOf } from '../lib/xml.ts';
import type { XmlElement } from '../lib/xml.ts';

/** Most characters of a developer name, without `__c` and its like, and of a label, by root element. */
const LIMITS: Readonly<Record<string, { readonly name: number; readonly label: number }>> = {
  ApexClass: { name: 40, label: 40 },
  CustomApplication: { name: 40, label: 40 },
  CustomField: { name: 40, label: 40 },
  CustomMetadata: { name: 40, label: 40 },
  CustomObject: { name: 40, label: 40 },
  CustomPermission: { name: 80, label: 80 },
  FlexiPage: { name: 80, label: 80 },
  LightningComponentBundle: { name: 40, label: 80 },
  LightningMessageChannel: { name: 80, label: 80 },
  ListView: { name: 40, label: 40 },
  CompactLayout: { name: 40, label: 40 },
  PermissionSet: { name: 80, label: 80 },
  Report: { name: 40, label: 40 },
  ReportType: { name: 40, label: 50 },
  StaticResource: { name: 255, label: 255 },
};
const LONGEST_LABEL_TEXT = 1000;
const LABEL_ELEMENTS = ['label', 'masterLabel', 'pluralLabel', 'name'];
/** Begins with a letter, no two underscores together, none at the end. */
const DEVELOPER_NAME = /^[A-Za-z](?:_?[A-Za-z0-9])*$/;
/** Element that repeats the file's name. */
const REPEATED: Readonly<Record<string, string>> = {
  CustomField: 'fullName',
  ListView: 'fullName',
  CompactLayout: 'fullName',
};

const bareName = (file: string): string =>
  basename(file)
    .replace(/\.[A-Za-z-]+(\.[a-z-]+)?$/, '')
    .replace(/__(c|mdt|e|r)$/, '');

/** `Type.Record.md-meta.xml` is named by its second part, `x.cls-meta.xml` and `x.field-meta.xml` by their first. */
function developerName(file: string, root: XmlElement): string {
  const [first = '', second = ''] = basename(file).split('.');
  return root.name === 'CustomMetadata' ? second : bareName(first);
}

function checkLabels(file: string, root: XmlElement): Problem[] {
  const seen = new Set<string>();
  return descendants(root)
    .filter(({ name }) => name === 'labels')
    .flatMap((label) => {
      const name = textOf(label, 'fullName') ?? '';
      const value = childOf(label, 'value');
      const messages = [
        ...(seen.has(name) ? [`label ${name} is there twice`] : []),
        ...(DEVELOPER_NAME.test(name) && name.length <= 80 ? [] : [`"${name}" is not a name for a label`]),
        ...((value?.text.trim().length ?? 0) > LONGEST_LABEL_TEXT
          ? [`label ${name} is longer than 1000`]
          : []),
        ...(/^[a-z]{2,3}(_[A-Z]{2})?$/.test(textOf(label, 'language') ?? '')
          ? []
          : [`label ${name}: <language> is a code such as en_US`]),
        ...((value?.text.trim() ?? '') === '' ? [`label ${name} has no text`] : []),
        ...((textOf(label, 'shortDescription')?.length ?? 0) > 80
          ? [`label ${name}: shortDescription is longer than 80`]
          : []),
      ];
      seen.add(name);
      return messages.map((message) => ({ file, line: label.line, message }));
    });
}

function checkFile(project: Project, file: string): Problem[] {
  const root = project.xml(file);
  if (root === null) return [];
  if (root.name === 'CustomLabels') return checkLabels(file, root);
  const limits = LIMITS[root.name];
  if (limits === undefined) return [];
  const problems: Problem[] = [];
  const name = developerName(file, root);
  if (!DEVELOPER_NAME.test(name))
    problems.push({ file, line: 1, message: `"${name}" is not a developer name` });
  if (name.length > limits.name) {
    problems.push({
      file,
      line: 1,
      message: `the name has ${name.length} characters, at most ${limits.name}`,
    });
  }
  for (const element of LABEL_ELEMENTS) {
    const label = childOf(root, element);
    const length = label?.text.trim().length ?? 0;
    if (label !== undefined && length > limits.label) {
      const message = `<${element}> has ${length} characters, at most ${limits.label}`;
      problems.push({ file, line: label.line, message });
    }
  }
  const repeated = childOf(root, REPEATED[root.name] ?? '');
  const expected = basename(file).split('.')[0] ?? '';
  if (repeated !== undefined && repeated.text.trim() !== expected) {
    const message = `<fullName> is ${repeated.text.trim()}, the file is named ${expected}`;
    problems.push({ file, line: repeated.line, message });
  }
  return problems;
}

export const names: Checker = {
  name: 'names',
  about: 'developer names and labels: form, length, repeated full names',
  run: (project) =>
    project.files.filter((file) => file.endsWith('-meta.xml')).flatMap((file) => checkFile(project, file)),
};
