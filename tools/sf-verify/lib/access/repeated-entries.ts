import { childrenOf, descendants, textOf } from '../xml.ts';
import type { XmlElement } from '../xml.ts';
import type { XmlCheck } from '../xml-checks.ts';

/** Lists in which an entry stands once, and the element that tells entries apart; none: the entry's own text. */
const LISTS: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
  CompactLayout: { fields: null },
  CustomApplication: { tabs: null, formFactors: null },
  CustomMetadata: { values: 'field' },
  Layout: { relatedLists: 'relatedList' },
  LightningMessageChannel: { lightningMessageFields: 'fieldName' },
  ListView: { columns: null },
  PermissionSet: {
    applicationVisibilities: 'application',
    classAccesses: 'apexClass',
    customMetadataTypeAccesses: 'name',
    customPermissions: 'name',
    fieldPermissions: 'field',
    objectPermissions: 'object',
    pageAccesses: 'apexPage',
    recordTypeVisibilities: 'recordType',
    tabSettings: 'tab',
    userPermissions: 'name',
  },
  PermissionSetGroup: { permissionSets: null },
  Report: { columns: 'field' },
};

/** The platform refuses a list that holds an entry twice ("Duplicate ..."), or keeps one of them. */
export const checkRepeatedEntries: XmlCheck = ({ root, report }) => {
  for (const [list, key] of Object.entries(LISTS[root.name] ?? {})) {
    const seen = new Set<string>();
    for (const entry of childrenOf(root, list)) {
      const name = (key === null ? entry.text.trim() : (textOf(entry, key) ?? '')).toLowerCase();
      if (seen.has(name)) report(entry, `<${list}> holds ${name} twice`);
      seen.add(name);
    }
  }
};

/** Tabs that stand in a list of their own below the root. */
export const checkRepeatedMappings: XmlCheck = ({ root, report }) => {
  const seen = new Set<string>();
  const mappings = descendants(root).filter(({ name }) => name === 'mappings');
  for (const mapping of mappings as readonly XmlElement[]) {
    const tab = textOf(mapping, 'tab') ?? '';
    if (seen.has(tab)) report(mapping, `<mappings> holds ${tab} twice`);
    seen.add(tab);
  }
};
