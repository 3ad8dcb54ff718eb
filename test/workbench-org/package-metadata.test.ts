import path from 'node:path';
import { readFileSync } from 'node:fs';
import { walkFiles } from '../../scripts/build/files.ts';
import { readCustomMetadata } from '../../src/metadata/custom-metadata.ts';
import { readMetadataFiles } from '../../workbench/org/metadata/package-files.ts';
import { readOwnFields } from '../../workbench/org/metadata/read-objects.ts';
import { readPermissionSet } from '../../workbench/org/metadata/read-permission-set.ts';
import { checkValue } from '../../workbench/org/store/check-value.ts';

const files = [
  ...readMetadataFiles(path.resolve('force-app')),
  ...readMetadataFiles(path.resolve('workbench/org')),
];
const fields = readOwnFields(files);
const namesOf = (object: string): string[] =>
  fields.filter((field) => field.object === object).map((field) => field.field.name);

describe('the metadata of the package', () => {
  it.each(['Paceline_Agent', 'Paceline_Supervisor', 'Paceline_Admin'])(
    '%s reads every field of the interaction but the ledger',
    (name) => {
      const granted = [...readPermissionSet(files, name).fields]
        .filter(([field, access]) => field.startsWith('Paceline_Interaction__c.') && access.read)
        .map(([field]) => field.replace('Paceline_Interaction__c.', ''));
      expect(granted.sort()).toEqual(
        namesOf('Paceline_Interaction__c')
          .filter((field) => field !== 'Ledger__c')
          .sort(),
      );
    },
  );

  it.each(['Paceline_Agent', 'Paceline_Admin'])(
    'lets %s edit notes, disposition and look-ups only',
    (name) => {
      const { fields: granted } = readPermissionSet(files, name);
      const editable = [...granted].filter(([, access]) => access.edit).map(([field]) => field);
      expect(editable).toEqual(
        ['Account__c', 'Case__c', 'Contact__c', 'Disposition__c', 'Lead__c', 'Notes__c'].map(
          (field) => `Paceline_Interaction__c.${field}`,
        ),
      );
    },
  );

  it('lets a supervisor edit nothing', () => {
    const { fields: granted } = readPermissionSet(files, 'Paceline_Supervisor');
    expect([...granted].filter(([, access]) => access.edit)).toEqual([]);
  });

  it.each([
    ['Paceline_Setting__mdt', 'SubscriberControlled'],
    ['Paceline_Rule__mdt', 'DeveloperControlled'],
  ])('an upgrade treats the fields of %s as %s', (object, manageability) => {
    const found = files
      .filter((file) => file.path.includes(`objects/${object}/fields/`))
      .map(({ content }) => /<fieldManageability>(\w+)</.exec(content)?.[1]);
    expect(found).toEqual(namesOf(object).map(() => manageability));
  });

  it.each([
    ['Paceline_Setting__mdt', 'setting('],
    ['Paceline_Rule__mdt', 'rules('],
  ])('the configuration query reads every field of %s that a softphone needs', (object, method) => {
    const source = readFileSync(
      path.resolve('force-app/main/configuration/classes/PacelineConfigurationSelector.cls'),
      'utf8',
    );
    const body = source.slice(source.indexOf(method));
    const query = body.slice(body.indexOf('SELECT'), body.indexOf('FROM'));
    const selected = [...query.matchAll(/\w+__c/g)].map(([name]) => name);
    expect(selected.sort()).toEqual(
      namesOf(object)
        .filter((field) => field !== 'Description__c')
        .sort(),
    );
  });

  it('has custom metadata records whose every value fits its field', () => {
    const wrong = readCustomMetadata(files).flatMap((record) =>
      Object.entries(record.fields).flatMap(([name, value]) => {
        const field = fields.find((own) => own.object === record.type && own.field.name === name)?.field;
        if (field === undefined) return [`${record.developerName}: no field ${name}`];
        try {
          checkValue(field, value);
          return record.developerName.length > 40 ? [`${record.developerName}: name too long`] : [];
        } catch (error) {
          return [`${record.developerName}.${name}: ${(error as Error).message}`];
        }
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps field names and labels within 40 characters', () => {
    const long = fields.filter(({ field }) => field.name.length > 43 || field.label.length > 40);
    expect(long).toEqual([]);
  });

  it('ships no setting', () => {
    const shipped = readCustomMetadata(readMetadataFiles(path.resolve('force-app')));
    expect(shipped.filter((record) => record.type === 'Paceline_Setting__mdt')).toEqual([]);
  });

  it.each(['Paceline_Setting__mdt', 'Paceline_Rule__mdt', 'Paceline_Interaction__c'])(
    'has a layout that holds every field of %s once, but the ledger',
    (object) => {
      const layouts = files.filter((file) => file.path.includes(`layouts/${object}-`));
      const shown = layouts.map(({ content }) =>
        [...content.matchAll(/<field>(\w+__c)</g)].map(([, field]) => field ?? '').sort(),
      );
      expect(shown).toEqual([
        namesOf(object)
          .filter((field) => field !== 'Ledger__c')
          .sort(),
      ]);
    },
  );

  it.each(['Paceline_Setting__mdt', 'Paceline_Rule__mdt'])(
    'lets an admin enter label and name of a new record of %s',
    (object) => {
      const layout = files.find((file) => file.path.includes(`layouts/${object}-`))?.content ?? '';
      const items = [...layout.matchAll(/<behavior>(\w+)<\/behavior>\s*<field>(\w+)</g)].map(
        ([, behavior, field]) => `${field ?? ''} ${behavior ?? ''}`,
      );
      expect(items.slice(0, 2)).toEqual(['MasterLabel Required', 'DeveloperName Required']);
    },
  );

  it('classifies the fields that hold or point to personal data', () => {
    const classified = files
      .filter((file) => file.path.includes('objects/Paceline_Interaction__c/fields/'))
      .filter(({ content }) => content.includes('<complianceGroup>PII</complianceGroup>'))
      .map(({ content }) => [
        /<fullName>(\w+)</.exec(content)?.[1],
        /<securityClassification>(\w+)</.exec(content)?.[1],
      ]);
    expect(classified).toEqual(
      [
        'Account__c',
        'Case__c',
        'Contact_Id__c',
        'Contact__c',
        'Customer_Number__c',
        'Dialer_Call_Id__c',
        'Disposition__c',
        'Initial_Contact_Id__c',
        'Last_Error__c',
        'Lead__c',
        'Ledger__c',
        'Notes__c',
        'Recording_Url__c',
      ].map((field) => [field, 'Confidential']),
    );
  });

  it("keeps the history of a call's disposition, and of nothing that the server writes", () => {
    const object = files.find((file) => file.path.endsWith('Paceline_Interaction__c.object-meta.xml'));
    const tracked = files
      .filter(({ content }) => content.includes('<trackHistory>true</trackHistory>'))
      .map((file) => path.basename(file.path));
    expect([object?.content.includes('<enableHistory>true</enableHistory>'), tracked]).toEqual([
      true,
      ['Disposition__c.field-meta.xml'],
    ]);
  });

  it('gives its layouts the names that the platform gives, so that they are assigned to everybody', () => {
    const wrong = files.flatMap(({ path: file }) => {
      const [, object, layout] = /layouts\/(\w+)-(.+)\.layout-meta\.xml$/.exec(file) ?? [];
      if (object === undefined) return [];
      const content = files.find((each) => each.path.endsWith(`${object}.object-meta.xml`))?.content ?? '';
      const label = /^ {4}<label>(.+)<\/label>/m.exec(content)?.[1] ?? '';
      return layout === `${label} Layout` ? [] : [`${object}: ${layout ?? ''}`];
    });
    expect(wrong).toEqual([]);
  });

  it('groups permission sets that there are', () => {
    const members = files
      .filter((file) => file.path.endsWith('.permissionsetgroup-meta.xml'))
      .map(({ path: file, content }) => [
        path.basename(file, '.permissionsetgroup-meta.xml'),
        [...content.matchAll(/<permissionSets>(\w+)</g)].map(([, name]) => name ?? ''),
      ]);
    expect(Object.fromEntries(members)).toEqual({
      Paceline_Admins: ['Paceline_Admin', 'Paceline_Call_Log'],
      Paceline_Agents: ['Paceline_Agent', 'Paceline_Call_Log'],
    });
    const sets = files.map((file) => path.basename(file.path, '.permissionset-meta.xml'));
    expect(sets).toEqual(expect.arrayContaining(['Paceline_Admin', 'Paceline_Agent', 'Paceline_Call_Log']));
  });

  it('has no custom permission and no platform event that no code uses', () => {
    const code = walkFiles(path.resolve('force-app/main'))
      .filter((file) => /(?<!Test)\.cls$|\/lwc\/\w+\/\w+\.ts$/.test(file))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const names = files.flatMap((file) => {
      const found = /(\w+)\.customPermission-meta\.xml$|(\w+__e)\.object-meta\.xml$/.exec(file.path);
      return found === null ? [] : [found[1] ?? found[2] ?? ''];
    });
    expect(names.sort()).toEqual(['Paceline_Administer', 'Paceline_Error__e', 'Paceline_Use_Softphone']);
    expect(names.filter((name) => !code.includes(name))).toEqual([]);
  });
});
