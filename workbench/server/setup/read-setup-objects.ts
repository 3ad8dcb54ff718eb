import type { MetadataFile } from '../../../src/metadata/custom-metadata.ts';
import { childText, childrenOf, parseXml } from '../../../src/metadata/xml.ts';
import type { XmlElement } from '../../../src/metadata/xml.ts';
import type {
  SetupField,
  SetupFieldKind,
  SetupItem,
  SetupListView,
  SetupObject,
  SetupSection,
} from '../../shared/setup-object.ts';

const KINDS: Readonly<Record<string, SetupFieldKind>> = {
  Text: 'text',
  Url: 'text',
  Phone: 'text',
  TextArea: 'long-text',
  LongTextArea: 'long-text',
  Number: 'number',
  Checkbox: 'checkbox',
  Picklist: 'picklist',
};
const SHORT_TEXT_LINES = 3;

const text = (element: XmlElement, name: string): string => childText(element, name) ?? '';

function readField(file: MetadataFile): SetupField {
  const root = parseXml(file.content, 'CustomField', file.path);
  const kind = KINDS[text(root, 'type')] ?? 'fixed';
  const values = childrenOf(root, 'valueSet')
    .flatMap((set) => childrenOf(set, 'valueSetDefinition'))
    .flatMap((definition) => childrenOf(definition, 'value'));
  return {
    name: text(root, 'fullName'),
    label: text(root, 'label'),
    kind,
    lines: Number(childText(root, 'visibleLines') ?? SHORT_TEXT_LINES),
    help: childText(root, 'inlineHelpText'),
    choices: values.map((value) => ({ value: text(value, 'fullName'), label: text(value, 'label') })),
    defaultValue: kind === 'checkbox' ? childText(root, 'defaultValue') === 'true' : null,
  };
}

function standardField(name: string, label: string, kind: SetupFieldKind): SetupField {
  return {
    name,
    label,
    kind,
    lines: 1,
    help: null,
    choices: [],
    defaultValue: kind === 'checkbox' ? false : null,
  };
}

function standardFields(root: XmlElement, isMetadata: boolean): readonly SetupField[] {
  const people = [
    standardField('CreatedById', 'Created By', 'fixed'),
    standardField('LastModifiedById', 'Last Modified By', 'fixed'),
  ];
  if (!isMetadata) {
    const name = childrenOf(root, 'nameField')[0];
    const nameLabel = name === undefined ? 'Name' : text(name, 'label');
    return [standardField('Name', nameLabel, 'fixed'), standardField('OwnerId', 'Owner', 'fixed'), ...people];
  }
  return [
    standardField('MasterLabel', 'Label', 'text'),
    standardField('DeveloperName', `${text(root, 'label')} Name`, 'text'),
    standardField('IsProtected', 'Protected Component', 'checkbox'),
    standardField('NamespacePrefix', 'Namespace Prefix', 'fixed'),
    ...people,
  ];
}

function readSections(file: MetadataFile): readonly SetupSection[] {
  return childrenOf(parseXml(file.content, 'Layout', file.path), 'layoutSections').map((section) => ({
    label: text(section, 'label'),
    columns: childrenOf(section, 'layoutColumns').map((column) =>
      childrenOf(column, 'layoutItems').map((item) => ({
        field: text(item, 'field'),
        behavior: text(item, 'behavior') as SetupItem['behavior'],
      })),
    ),
  }));
}

function readListView(file: MetadataFile): SetupListView {
  const root = parseXml(file.content, 'ListView', file.path);
  return {
    name: text(root, 'fullName'),
    label: text(root, 'label'),
    columns: childrenOf(root, 'columns').map((column) => column.text.trim()),
    filters: childrenOf(root, 'filters').map((filter) => ({
      field: text(filter, 'field'),
      operation: text(filter, 'operation'),
      value: text(filter, 'value'),
    })),
  };
}

/** Every object that has a layout, in the order of the files. */
export function readSetupObjects(files: readonly MetadataFile[]): readonly SetupObject[] {
  return files.flatMap((file): readonly SetupObject[] => {
    const apiName = /(?:^|\/)layouts\/(\w+)-[^/]*\.layout-meta\.xml$/.exec(file.path)?.[1];
    const object = files.find(({ path }) => path.endsWith(`/objects/${apiName}/${apiName}.object-meta.xml`));
    if (apiName === undefined || object === undefined) return [];
    const root = parseXml(object.content, 'CustomObject', object.path);
    const within = (folder: string): readonly MetadataFile[] =>
      files.filter(({ path }) => path.includes(`/objects/${apiName}/${folder}/`));
    return [
      {
        apiName,
        label: text(root, 'label'),
        plural: text(root, 'pluralLabel'),
        description: text(root, 'description'),
        fields: [
          ...standardFields(root, apiName.endsWith('__mdt')),
          ...within('fields').map((field) => readField(field)),
        ],
        sections: readSections(file),
        listViews: within('listViews').map((view) => readListView(view)),
      },
    ];
  });
}
