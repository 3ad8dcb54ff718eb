import { resolve } from 'node:path';
import { readMetadataFiles } from '../../workbench/org/metadata/package-files.ts';
import { readOwnFields } from '../../workbench/org/metadata/read-objects.ts';
import { checkEntry } from '../../workbench/server/setup/check-entry.ts';
import { readSetupObjects } from '../../workbench/server/setup/read-setup-objects.ts';
import { saveCustomMetadata } from '../../workbench/server/setup/setup-calls.ts';
import type { SetupOrg } from '../../workbench/server/setup/setup-calls.ts';
import type { OrgRefusal } from '../../workbench/org/refusal.ts';
import type { CustomMetadataRecord } from '../../src/metadata/custom-metadata.ts';
import type { SetupEntry, SetupObject } from '../../workbench/shared/setup-object.ts';

const files = readMetadataFiles(resolve('force-app'));
const objects = readSetupObjects(files);

function objectNamed(name: string): SetupObject {
  const found = objects.find(({ apiName }) => apiName === name);
  if (found === undefined) throw new Error(`No object ${name}`);
  return found;
}

describe('the objects that Setup shows', () => {
  it('are those of the package that have a layout, every field of which is known', () => {
    const unknown = objects.flatMap(({ sections, fields }) =>
      sections
        .flatMap(({ columns }) => columns.flat())
        .filter(({ field }) => !fields.some(({ name }) => name === field)),
    );
    expect([objects.map(({ apiName }) => apiName), unknown]).toEqual([
      ['Paceline_Interaction__c', 'Paceline_Rule__mdt', 'Paceline_Setting__mdt'],
      [],
    ]);
  });

  it('have list views, all of whose columns and filters are fields', () => {
    const { fields, listViews } = objectNamed('Paceline_Rule__mdt');
    const named = listViews.flatMap(({ columns, filters }) => [
      ...columns,
      ...filters.map(({ field }) => field),
    ]);
    expect(listViews.map(({ label }) => label)).toEqual([
      'All',
      'Own Rules',
      'Ruleset paceline-recommended',
      'Ruleset recommended-hvoc',
      'Ruleset recommended-tethered',
    ]);
    expect(named.filter((field) => !fields.some(({ name }) => name === field))).toEqual([]);
  });

  it('show a field as its type wants it', () => {
    const { fields } = objectNamed('Paceline_Setting__mdt');
    const kinds = ['DeveloperName', 'Ccp_Url__c', 'Setup__c', 'Retention_Days__c', 'Allowed_Hosts__c'];
    expect(fields.filter(({ name }) => kinds.includes(name)).map(({ label, kind }) => [label, kind])).toEqual(
      [
        ['Paceline Setting Name', 'text'],
        ['Allowed Hosts', 'long-text'],
        ['CCP URL', 'text'],
        ['Retention (Days)', 'number'],
        ['Setup', 'picklist'],
      ],
    );
  });
});

describe('a custom metadata record that an admin saves', () => {
  const setting: SetupEntry = {
    type: 'Paceline_Setting__mdt',
    replaces: null,
    developerName: 'Team_One',
    label: 'Team One',
    fields: {
      Ccp_Url__c: 'https://example.my.connect.aws/ccp-v2/',
      Setup__c: 'hvoc',
      Retention_Days__c: 60,
      Login_Url__c: '',
    },
  };
  const check = (changes: Partial<SetupEntry>, taken: readonly string[] = []) => {
    const entry = { ...setting, ...changes };
    const definitions = readOwnFields(files)
      .filter(({ object }) => object === entry.type)
      .map(({ field }) => field);
    return checkEntry(entry, objectNamed(entry.type), definitions, taken);
  };
  const errorsOf = (changes: Partial<SetupEntry>, taken?: readonly string[]) =>
    Object.keys(check(changes, taken).errors);

  it('is taken when it is complete, empty fields as null', () => {
    expect(check({})).toEqual({ fields: { ...setting.fields, Login_Url__c: null }, errors: {} });
  });

  it.each<[string, Partial<SetupEntry>, readonly string[]]>([
    ['without label and name', { label: '', developerName: '' }, ['MasterLabel', 'DeveloperName']],
    ['with a label that is too long', { label: 'x'.repeat(41) }, ['MasterLabel']],
    ['with a name that is too long', { developerName: 'x'.repeat(41) }, ['DeveloperName']],
    ['with a space in its name', { developerName: 'Team One' }, ['DeveloperName']],
    ['with two underscores in its name', { developerName: 'Team__One' }, ['DeveloperName']],
    ['with an underscore at the end', { developerName: 'Team_' }, ['DeveloperName']],
    ['with a digit in front', { developerName: '1Team' }, ['DeveloperName']],
    ['without a field that the layout requires', { fields: {} }, ['Ccp_Url__c']],
    [
      'with a value that no picklist offers',
      { fields: { ...setting.fields, Setup__c: 'other' } },
      ['Setup__c'],
    ],
    [
      'with a number that has too many digits',
      { fields: { ...setting.fields, Retention_Days__c: 100_000 } },
      ['Retention_Days__c'],
    ],
    [
      'with a text that is too long',
      { fields: { ...setting.fields, Default_Country__c: 'USA' } },
      ['Default_Country__c'],
    ],
    [
      'with an address that is too long',
      { fields: { Ccp_Url__c: `https://${'x'.repeat(255)}` } },
      ['Ccp_Url__c'],
    ],
    [
      'with a text for a number',
      { fields: { ...setting.fields, Retention_Days__c: 'x' } },
      ['Retention_Days__c'],
    ],
    ['with a field that there is not', { fields: { ...setting.fields, Color__c: 'red' } }, ['Color__c']],
    [
      'that is a rule without a ruleset',
      { type: 'Paceline_Rule__mdt', fields: { Active__c: true } },
      ['Ruleset__c'],
    ],
  ])('is refused %s', (_what, changes, fields) => {
    expect(errorsOf(changes)).toEqual(fields);
  });

  it('is refused when its name is taken, in any case', () => {
    expect(check({}, ['TEAM_ONE']).errors).toEqual({
      DeveloperName: 'There is a record with the name Team_One already',
    });
  });
});

describe('saving a custom metadata record', () => {
  const known: CustomMetadataRecord = {
    type: 'Paceline_Rule__mdt',
    developerName: 'own_pop',
    label: 'Own pop',
    fields: { Ruleset__c: 'own', Active__c: true },
  };
  const entry: SetupEntry = {
    type: 'Paceline_Rule__mdt',
    replaces: 'own_pop',
    developerName: 'own_pop',
    label: 'Pop the caller',
    fields: { Ruleset__c: 'own', Active__c: false, Order__c: 5 },
  };

  function save(changes: Partial<SetupEntry>): { saved: readonly CustomMetadataRecord[]; refused: unknown } {
    const saved: CustomMetadataRecord[] = [];
    const org: SetupOrg = {
      customMetadata: () => [known, { ...known, type: 'Paceline_Setting__mdt' }],
      admin: { saveCustomMetadata: (record) => void saved.push(record) },
    };
    try {
      saveCustomMetadata(org, { ...entry, ...changes });
      return { saved, refused: null };
    } catch (error) {
      return { saved, refused: (error as OrgRefusal).response };
    }
  }

  it('replaces the record that was edited', () => {
    const { developerName, label, type, fields } = entry;
    expect(save({})).toEqual({ saved: [{ type, developerName, label, fields }], refused: null });
  });

  it('answers what is wrong field by field, in the shape of the platform', () => {
    expect(save({ replaces: null, label: '' })).toEqual({
      saved: [],
      refused: {
        ok: false,
        status: 400,
        statusText: 'Bad Request',
        body: {
          message: 'Review the errors on this page.',
          output: {
            errors: [],
            fieldErrors: {
              MasterLabel: [{ field: 'MasterLabel', message: 'You must enter a value' }],
              DeveloperName: [
                { field: 'DeveloperName', message: 'There is a record with the name own_pop already' },
              ],
            },
          },
        },
      },
    });
  });

  it.each<[string, Partial<SetupEntry>, string]>([
    ['of a type that there is not', { type: 'Other__mdt' }, 'There is no custom metadata type Other__mdt.'],
    [
      'of an object that is no custom metadata type',
      { type: 'Paceline_Interaction__c' },
      'There is no custom metadata type Paceline_Interaction__c.',
    ],
    [
      'under another name',
      { developerName: 'other' },
      'own_pop keeps its name in the workbench: make a new record for another name.',
    ],
    ['that is gone', { replaces: 'gone', developerName: 'gone' }, 'There is no record gone any more.'],
  ])('refuses a record %s', (_what, changes, message) => {
    const { saved, refused } = save(changes);
    expect([saved, (refused as { body: unknown }).body]).toEqual([[], { message }]);
  });
});
