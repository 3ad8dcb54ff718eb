/** How an object is shown: its names, icon, the columns of its list, the fields of its page. */
export interface ObjectDisplay {
  readonly apiName: string;
  readonly label: string;
  readonly plural: string;
  readonly icon: string;
  /** First characters of its record ids; the interaction object's are given by the org. */
  readonly prefix: string | null;
  readonly nameField: string;
  readonly columns: readonly string[];
  readonly fields: readonly string[];
}

export const INTERACTION = 'Paceline_Interaction__c';

export const OBJECTS: readonly ObjectDisplay[] = [
  {
    apiName: 'Contact',
    label: 'Contact',
    plural: 'Contacts',
    icon: 'standard:contact',
    prefix: '003',
    nameField: 'Name',
    columns: ['Name', 'Title', 'Phone', 'MobilePhone', 'Email'],
    fields: [
      'Name',
      'AccountId',
      'Title',
      'Department',
      'Phone',
      'MobilePhone',
      'HomePhone',
      'Email',
      'MailingCity',
      'MailingCountry',
      'LeadSource',
      'Description',
    ],
  },
  {
    apiName: 'Account',
    label: 'Account',
    plural: 'Accounts',
    icon: 'standard:account',
    prefix: '001',
    nameField: 'Name',
    columns: ['Name', 'Phone', 'Industry', 'BillingCity'],
    fields: [
      'Name',
      'Phone',
      'Type',
      'Industry',
      'Website',
      'NumberOfEmployees',
      'BillingCity',
      'BillingCountry',
      'AccountNumber',
      'Description',
    ],
  },
  {
    apiName: 'Lead',
    label: 'Lead',
    plural: 'Leads',
    icon: 'standard:lead',
    prefix: '00Q',
    nameField: 'Name',
    columns: ['Name', 'Company', 'Phone', 'MobilePhone', 'Status'],
    fields: [
      'Name',
      'Company',
      'Title',
      'Status',
      'Phone',
      'MobilePhone',
      'Email',
      'LeadSource',
      'City',
      'Country',
      'Rating',
      'Description',
    ],
  },
  {
    apiName: 'Case',
    label: 'Case',
    plural: 'Cases',
    icon: 'standard:case',
    prefix: '500',
    nameField: 'CaseNumber',
    columns: ['CaseNumber', 'Subject', 'Status', 'Priority', 'Origin'],
    fields: [
      'CaseNumber',
      'Subject',
      'Status',
      'Priority',
      'Origin',
      'Reason',
      'ContactId',
      'AccountId',
      'SuppliedPhone',
      'Description',
    ],
  },
  {
    apiName: 'Task',
    label: 'Task',
    plural: 'Tasks',
    icon: 'standard:task',
    prefix: '00T',
    nameField: 'Subject',
    columns: ['Subject', 'Status', 'CallType', 'CallDurationInSeconds', 'ActivityDate'],
    fields: [
      'Subject',
      'Status',
      'Priority',
      'TaskSubtype',
      'CallType',
      'CallDurationInSeconds',
      'CallDisposition',
      'CallObject',
      'WhoId',
      'WhatId',
      'ActivityDate',
      'Description',
    ],
  },
  {
    apiName: INTERACTION,
    label: 'Interaction',
    plural: 'Interactions',
    icon: 'standard:voice_call',
    prefix: null,
    nameField: 'Name',
    columns: [
      'Name',
      'Customer_Number__c',
      'Pacing_Mode__c',
      'Outcome__c',
      'Talk_Seconds__c',
      'Log_State__c',
    ],
    fields: [],
  },
  {
    apiName: 'Campaign',
    label: 'Campaign',
    plural: 'Campaigns',
    icon: 'standard:campaign',
    prefix: '701',
    nameField: 'Name',
    columns: ['Name', 'Type', 'Status'],
    fields: ['Name', 'Type', 'Status', 'StartDate', 'EndDate', 'IsActive', 'Description'],
  },
];

/** The display of an object; one that is not listed shows its name and whatever fields it has. */
export function findObject(apiName: string): ObjectDisplay {
  return (
    OBJECTS.find((object) => object.apiName === apiName) ?? {
      apiName,
      label: apiName,
      plural: apiName,
      icon: 'standard:record',
      prefix: null,
      nameField: 'Name',
      columns: ['Name'],
      fields: [],
    }
  );
}

/** The object that a record id's prefix tells. */
export function objectOfId(recordId: string): ObjectDisplay | undefined {
  return (
    OBJECTS.find(({ prefix }) => prefix !== null && recordId.startsWith(prefix)) ??
    (/^a\w{2}/.test(recordId) ? findObject(INTERACTION) : undefined)
  );
}

/** `Customer_Number__c` as people read it: `Customer Number`. */
export function fieldLabel(field: string): string {
  return field
    .replace(/__c$/, '')
    .replace(/Id$/, '')
    .replaceAll('_', ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2');
}
