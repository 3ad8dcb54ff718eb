import { CHANNEL_TYPES, PACING_MODES, SETUPS } from '../../src/catalog/vocabulary.ts';

interface PicklistField {
  readonly object: 'Paceline_Interaction__c' | 'Paceline_Setting__mdt';
  readonly name: string;
  readonly label: string;
  readonly values: Readonly<Record<string, string>>;
}

const OBJECT_FOLDERS = {
  Paceline_Interaction__c: 'force-app/main/actions/objects/Paceline_Interaction__c',
  Paceline_Setting__mdt: 'force-app/main/configuration/objects/Paceline_Setting__mdt',
} as const;

const FIELDS: readonly PicklistField[] = [
  { object: 'Paceline_Interaction__c', name: 'Setup__c', label: 'Setup', values: SETUPS },
  { object: 'Paceline_Interaction__c', name: 'Pacing_Mode__c', label: 'Pacing Mode', values: PACING_MODES },
  {
    object: 'Paceline_Interaction__c',
    name: 'Channel_Type__c',
    label: 'Channel Type',
    values: CHANNEL_TYPES,
  },
  { object: 'Paceline_Setting__mdt', name: 'Setup__c', label: 'Setup', values: SETUPS },
  {
    object: 'Paceline_Setting__mdt',
    name: 'Default_Pacing__c',
    label: 'Default Pacing',
    values: PACING_MODES,
  },
  {
    object: 'Paceline_Setting__mdt',
    name: 'Queue_Callback_Pacing__c',
    label: 'Queue Callback Pacing',
    values: PACING_MODES,
  },
];

function valueXml([id, label]: [string, string]): string {
  return `            <value>
                <fullName>${id}</fullName>
                <default>false</default>
                <label>${label}</label>
            </value>`;
}

/** The comment stands inside the root: before it, source-deploy-retrieve cannot read the field. */
function fieldXml(field: PicklistField): string {
  const manageability =
    field.object === 'Paceline_Setting__mdt'
      ? '    <fieldManageability>SubscriberControlled</fieldManageability>\n'
      : '';
  return `<?xml version="1.0" encoding="UTF-8"?>
<CustomField xmlns="http://soap.sforce.com/2006/04/metadata">
    <!-- Generated from src/catalog/vocabulary.ts by npm run generate. Do not edit. -->
    <fullName>${field.name}</fullName>
    <externalId>false</externalId>
${manageability}    <label>${field.label}</label>
    <required>false</required>
    <type>Picklist</type>
    <valueSet>
        <restricted>true</restricted>
        <valueSetDefinition>
            <sorted>false</sorted>
${Object.entries(field.values).map(valueXml).join('\n')}
        </valueSetDefinition>
    </valueSet>
</CustomField>
`;
}

/** Picklist fields whose values are words of the catalogue: path from the root to file content. */
export function generate(): Promise<Map<string, string>> {
  return Promise.resolve(
    new Map(
      FIELDS.map((field) => [
        `${OBJECT_FOLDERS[field.object]}/fields/${field.name}.field-meta.xml`,
        fieldXml(field),
      ]),
    ),
  );
}
