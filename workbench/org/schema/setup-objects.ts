import { email, flag, moment, pick, reference, text, whole } from './field-builders.ts';
import { SYSTEM_FIELDS, fieldMap } from './field-definition.ts';
import type { FieldDefinition, ObjectDefinition } from './field-definition.ts';

const required = { required: true } as const;

interface SetupShape {
  readonly keyPrefix: string;
  readonly nameField?: string;
  readonly kind?: 'setup' | 'standard';
  readonly searchable?: boolean;
  readonly uiApi?: boolean;
  readonly fields: readonly FieldDefinition[];
}

const SHAPES: Readonly<Record<string, SetupShape>> = {
  User: {
    keyPrefix: '005',
    searchable: true,
    uiApi: true,
    fields: [
      text('Name', 121, { createable: false, updateable: false }),
      text('FirstName', 40),
      text('LastName', 80, required),
      text('Username', 80, { required: true, unique: true }),
      { ...email('Email'), required: true },
      text('Alias', 8, required),
      pick('EmailEncodingKey', ['UTF-8', 'ISO-8859-1'], { ...required, restricted: true }),
      pick('LanguageLocaleKey', ['en_US', 'de', 'fr', 'es', 'ja'], { ...required, restricted: true }),
      pick('LocaleSidKey', ['en_US', 'en_GB', 'de_DE', 'fr_FR', 'es_ES', 'ja_JP'], {
        ...required,
        restricted: true,
      }),
      text('TimeZoneSidKey', 40, required),
      text('CommunityNickname', 40),
      reference('ProfileId', ['Profile'], required),
      reference('UserRoleId', ['UserRole']),
      reference('ManagerId', ['User'], { childRelationship: 'ManagedUsers' }),
      pick('UserType', ['Standard', 'PowerPartner', 'CustomerSuccess', 'Guest', 'AutomatedProcess'], {
        createable: false,
        updateable: false,
        defaultValue: 'Standard',
      }),
      flag('IsActive', { defaultValue: true }),
    ],
  },
  UserRole: { keyPrefix: '00E', fields: [text('Name', 80, required), text('DeveloperName', 80)] },
  UserLicense: {
    keyPrefix: '100',
    fields: [text('Name', 40), text('MasterLabel', 40), text('LicenseDefinitionKey', 40)],
  },
  Profile: {
    keyPrefix: '00e',
    fields: [
      text('Name', 255),
      reference('UserLicenseId', ['UserLicense']),
      pick('UserType', ['Standard', 'PowerPartner', 'CustomerSuccess', 'Guest']),
      flag('PermissionsModifyAllData'),
      flag('PermissionsViewAllData'),
      flag('PermissionsEditTask'),
      flag('PermissionsEditEvent'),
      flag('PermissionsManageUsers'),
      flag('PermissionsApiEnabled'),
      flag('PermissionsCustomizeApplication'),
    ],
  },
  PermissionSet: {
    keyPrefix: '0PS',
    fields: [
      text('Name', 80, required),
      text('Label', 80, required),
      text('Description', 255),
      text('NamespacePrefix', 15),
      reference('LicenseId', ['UserLicense']),
      flag('IsOwnedByProfile', { createable: false, updateable: false }),
      reference('ProfileId', ['Profile'], { createable: false, updateable: false }),
      flag('PermissionsModifyAllData'),
      flag('PermissionsViewAllData'),
      flag('PermissionsEditTask'),
      flag('PermissionsManageUsers'),
      flag('PermissionsApiEnabled'),
    ],
  },
  PermissionSetGroup: {
    keyPrefix: '0PG',
    nameField: 'DeveloperName',
    fields: [text('DeveloperName', 80, required), text('MasterLabel', 80, required), text('Status', 40)],
  },
  PermissionSetGroupComponent: {
    keyPrefix: '0PD',
    nameField: 'Id',
    fields: [
      reference('PermissionSetGroupId', ['PermissionSetGroup'], required),
      reference('PermissionSetId', ['PermissionSet'], required),
    ],
  },
  PermissionSetAssignment: {
    keyPrefix: '0Pa',
    nameField: 'Id',
    fields: [
      reference('AssigneeId', ['User'], { ...required, updateable: false }),
      reference('PermissionSetId', ['PermissionSet'], { updateable: false }),
      reference('PermissionSetGroupId', ['PermissionSetGroup'], { updateable: false }),
    ],
  },
  ObjectPermissions: {
    keyPrefix: '110',
    nameField: 'Id',
    fields: [
      reference('ParentId', ['PermissionSet'], { ...required, updateable: false }),
      text('SobjectType', 80, { ...required, updateable: false }),
      flag('PermissionsRead'),
      flag('PermissionsCreate'),
      flag('PermissionsEdit'),
      flag('PermissionsDelete'),
      flag('PermissionsViewAllRecords'),
      flag('PermissionsModifyAllRecords'),
    ],
  },
  FieldPermissions: {
    keyPrefix: '01k',
    nameField: 'Id',
    fields: [
      reference('ParentId', ['PermissionSet'], { ...required, updateable: false }),
      text('SobjectType', 80, { ...required, updateable: false }),
      text('Field', 120, { ...required, updateable: false }),
      flag('PermissionsRead'),
      flag('PermissionsEdit'),
    ],
  },
  CustomPermission: {
    keyPrefix: '0CP',
    nameField: 'DeveloperName',
    fields: [text('DeveloperName', 80), text('MasterLabel', 80), text('NamespacePrefix', 15)],
  },
  SetupEntityAccess: {
    keyPrefix: '0J0',
    nameField: 'Id',
    fields: [
      reference('ParentId', ['PermissionSet'], required),
      reference('SetupEntityId', ['CustomPermission', 'ApexClass'], required),
      text('SetupEntityType', 40, { createable: false, updateable: false }),
    ],
  },
  Group: {
    keyPrefix: '00G',
    fields: [text('Name', 40, required), text('DeveloperName', 80), text('Type', 40)],
  },
  GroupMember: {
    keyPrefix: '011',
    nameField: 'Id',
    fields: [
      reference('GroupId', ['Group'], required),
      reference('UserOrGroupId', ['User', 'Group'], required),
    ],
  },
  Organization: {
    keyPrefix: '00D',
    kind: 'standard',
    fields: [
      text('Name', 80),
      text('DefaultLocaleSidKey', 40),
      text('LanguageLocaleKey', 40),
      text('TimeZoneSidKey', 40),
      text('OrganizationType', 40),
      text('InstanceName', 10),
      text('Country', 80),
      flag('IsSandbox'),
    ],
  },
  ApexClass: {
    keyPrefix: '01p',
    kind: 'standard',
    fields: [text('Name', 255), text('NamespacePrefix', 15), text('Status', 40)],
  },
  RecordType: {
    keyPrefix: '012',
    kind: 'standard',
    fields: [
      text('Name', 80),
      text('DeveloperName', 80),
      text('SobjectType', 80),
      flag('IsActive', { defaultValue: true }),
      flag('IsPersonType'),
    ],
  },
  LeadStatus: {
    keyPrefix: '01J',
    kind: 'standard',
    nameField: 'MasterLabel',
    fields: [
      text('MasterLabel', 255),
      text('ApiName', 255),
      whole('SortOrder'),
      flag('IsConverted'),
      flag('IsDefault'),
    ],
  },
  CronJobDetail: { keyPrefix: '08a', kind: 'standard', fields: [text('Name', 255), text('JobType', 10)] },
  CronTrigger: {
    keyPrefix: '08e',
    kind: 'standard',
    nameField: 'Id',
    fields: [
      reference('CronJobDetailId', ['CronJobDetail']),
      text('CronExpression', 255),
      text('State', 40),
      text('TimeZoneSidKey', 40),
      moment('StartTime'),
      moment('EndTime'),
      moment('NextFireTime'),
      moment('PreviousFireTime'),
      whole('TimesTriggered'),
      reference('OwnerId', ['User']),
    ],
  },
  AsyncApexJob: {
    keyPrefix: '707',
    kind: 'standard',
    nameField: 'Id',
    fields: [
      reference('ApexClassId', ['ApexClass']),
      reference('CronTriggerId', ['CronTrigger']),
      reference('ParentJobId', ['AsyncApexJob']),
      text('JobType', 40),
      text('Status', 40),
      text('MethodName', 255),
      text('ExtendedStatus', 255),
      whole('JobItemsProcessed'),
      whole('TotalJobItems'),
      whole('NumberOfErrors'),
      moment('CompletedDate'),
    ],
  },
};

/** What Setup and Apex itself keep as records: users and their rights, jobs, classes. */
export const SETUP_OBJECTS: readonly ObjectDefinition[] = Object.entries(SHAPES).map(([name, shape]) => {
  const label = name.replace(/([a-z])([A-Z])/g, '$1 $2');
  return {
    name,
    label,
    labelPlural: `${label}s`,
    kind: shape.kind ?? 'setup',
    searchable: shape.searchable ?? false,
    publishedAtOnce: false,
    keyPrefix: shape.keyPrefix,
    nameField: shape.nameField ?? 'Name',
    sharing: 'public',
    uiApi: shape.uiApi ?? false,
    autoNumber: null,
    recordTypes: [],
    fields: fieldMap([...SYSTEM_FIELDS, ...shape.fields]),
  };
});
