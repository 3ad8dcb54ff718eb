import {
  amount,
  computed,
  day,
  email,
  flag,
  longText,
  moment,
  phone,
  pick,
  reference,
  text,
  url,
  whole,
} from './field-builders.ts';
import { OWNER_FIELD, SYSTEM_FIELDS, fieldMap } from './field-definition.ts';
import type { FieldDefinition, ObjectDefinition, RecordTypeDefinition } from './field-definition.ts';

interface ObjectShape {
  readonly keyPrefix: string;
  readonly nameField: string;
  readonly autoNumber?: string;
  readonly uiApi?: boolean;
  readonly searchable?: boolean;
  readonly isOwned?: boolean;
  readonly recordTypes?: readonly RecordTypeDefinition[];
  readonly fields: readonly FieldDefinition[];
}

const address = (prefix: string): FieldDefinition[] => [
  text(`${prefix}Street`, 255),
  text(`${prefix}City`, 40),
  text(`${prefix}State`, 80),
  text(`${prefix}PostalCode`, 20),
  text(`${prefix}Country`, 80),
];

const SHAPES: Readonly<Record<string, ObjectShape>> = {
  Account: {
    keyPrefix: '001',
    nameField: 'Name',
    recordTypes: [{ developerName: 'PersonAccount', label: 'Person Account', isPerson: true }],
    fields: [
      text('Name', 255, { required: true }),
      text('AccountNumber', 40),
      pick('Type', ['Customer', 'Prospect', 'Partner', 'Other']),
      pick('Industry', ['Banking', 'Education', 'Energy', 'Healthcare', 'Insurance', 'Retail', 'Technology']),
      pick('Rating', ['Hot', 'Warm', 'Cold']),
      phone('Phone'),
      phone('Fax'),
      url('Website'),
      ...address('Billing'),
      amount('AnnualRevenue', 0),
      whole('NumberOfEmployees', 8),
      longText('Description', 32000),
      reference('ParentId', ['Account'], { childRelationship: 'ChildAccounts' }),
      computed(reference('MasterRecordId', ['Account'])),
      reference('RecordTypeId', ['RecordType']),
      text('FirstName', 40),
      text('LastName', 80),
      flag('IsPersonAccount', { createable: false, updateable: false }),
      computed(reference('PersonContactId', ['Contact'])),
      phone('PersonMobilePhone'),
      email('PersonEmail'),
    ],
  },
  Contact: {
    keyPrefix: '003',
    nameField: 'Name',
    fields: [
      computed(text('Name', 121)),
      pick('Salutation', ['Mr.', 'Ms.', 'Mrs.', 'Dr.', 'Prof.', 'Mx.']),
      text('FirstName', 40),
      text('LastName', 80, { required: true }),
      reference('AccountId', ['Account']),
      text('Title', 128),
      text('Department', 80),
      phone('Phone'),
      phone('MobilePhone'),
      phone('HomePhone'),
      phone('OtherPhone'),
      phone('AssistantPhone'),
      phone('Fax'),
      email('Email'),
      ...address('Mailing'),
      pick('LeadSource', ['Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List', 'Other']),
      day('Birthdate'),
      flag('DoNotCall'),
      flag('IsPersonAccount', { createable: false, updateable: false }),
      computed(reference('MasterRecordId', ['Contact'])),
      longText('Description', 32000),
    ],
  },
  Lead: {
    keyPrefix: '00Q',
    nameField: 'Name',
    fields: [
      computed(text('Name', 121)),
      text('FirstName', 40),
      text('LastName', 80, { required: true }),
      text('Company', 255, { required: true }),
      text('Title', 128),
      pick(
        'Status',
        ['Open - Not Contacted', 'Working - Contacted', 'Closed - Converted', 'Closed - Not Converted'],
        {
          required: true,
          defaultValue: 'Open - Not Contacted',
        },
      ),
      pick('LeadSource', ['Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List', 'Other']),
      pick('Rating', ['Hot', 'Warm', 'Cold']),
      phone('Phone'),
      phone('MobilePhone'),
      phone('Fax'),
      email('Email'),
      text('City', 40),
      text('State', 80),
      text('Country', 80),
      flag('DoNotCall'),
      flag('IsConverted', { createable: false, updateable: false }),
      computed(reference('ConvertedAccountId', ['Account'])),
      computed(reference('ConvertedContactId', ['Contact'])),
      computed(reference('ConvertedOpportunityId', ['Opportunity'])),
      computed(day('ConvertedDate')),
      computed(reference('MasterRecordId', ['Lead'])),
      longText('Description', 32000),
    ],
  },
  Case: {
    keyPrefix: '500',
    nameField: 'CaseNumber',
    autoNumber: '{00000000}',
    fields: [
      computed(text('CaseNumber', 30)),
      text('Subject', 255),
      longText('Description', 32000),
      pick('Status', ['New', 'Working', 'Escalated', 'Closed'], { required: true, defaultValue: 'New' }),
      pick('Priority', ['High', 'Medium', 'Low'], { defaultValue: 'Medium' }),
      pick('Origin', ['Phone', 'Email', 'Web']),
      pick('Type', ['Mechanical', 'Electrical', 'Electronic', 'Structural', 'Other']),
      pick('Reason', ['Installation', 'Performance', 'Breakdown', 'Feedback', 'Other']),
      reference('AccountId', ['Account']),
      reference('ContactId', ['Contact']),
      text('SuppliedName', 80),
      email('SuppliedEmail'),
      phone('SuppliedPhone'),
      text('SuppliedCompany', 80),
      longText('Comments', 4000),
      computed(flag('IsClosed')),
    ],
  },
  Campaign: {
    keyPrefix: '701',
    nameField: 'Name',
    fields: [
      text('Name', 80, { required: true }),
      flag('IsActive'),
      pick('Type', ['Telemarketing', 'Email', 'Webinar', 'Other']),
      pick('Status', ['Planned', 'In Progress', 'Completed', 'Aborted']),
      day('StartDate'),
      day('EndDate'),
      longText('Description', 32000),
    ],
  },
  CampaignMember: {
    keyPrefix: '00v',
    nameField: 'Name',
    searchable: false,
    isOwned: false,
    fields: [
      computed(text('Name', 121)),
      reference('CampaignId', ['Campaign'], { required: true, updateable: false }),
      reference('ContactId', ['Contact'], { updateable: false }),
      reference('LeadId', ['Lead'], { updateable: false }),
      pick('Status', ['Sent', 'Responded'], { defaultValue: 'Sent' }),
      computed(flag('HasResponded')),
    ],
  },
  Opportunity: {
    keyPrefix: '006',
    nameField: 'Name',
    fields: [
      text('Name', 120, { required: true }),
      pick('StageName', ['Prospecting', 'Qualification', 'Proposal', 'Closed Won', 'Closed Lost'], {
        required: true,
      }),
      day('CloseDate', { required: true }),
      amount('Amount'),
      text('NextStep', 255),
      reference('AccountId', ['Account']),
      reference('CampaignId', ['Campaign']),
      longText('Description', 32000),
    ],
  },
  Task: {
    keyPrefix: '00T',
    nameField: 'Subject',
    uiApi: false,
    fields: [
      text('Subject', 255),
      pick('Status', ['Not Started', 'In Progress', 'Completed', 'Waiting on someone else', 'Deferred'], {
        required: true,
        defaultValue: 'Not Started',
      }),
      pick('Priority', ['High', 'Normal', 'Low'], { required: true, defaultValue: 'Normal' }),
      day('ActivityDate'),
      reference('WhoId', ['Contact', 'Lead'], { childRelationship: 'Tasks' }),
      reference('WhatId', ['Account', 'Case', 'Campaign', 'Opportunity'], { childRelationship: 'Tasks' }),
      computed(reference('AccountId', ['Account'])),
      longText('Description', 32000),
      pick('Type', ['Call', 'Email', 'Meeting', 'Other']),
      pick('TaskSubtype', ['Task', 'Email', 'ListEmail', 'Cadence', 'Call'], {
        restricted: true,
        updateable: false,
        defaultValue: 'Task',
      }),
      pick('CallType', ['Internal', 'Inbound', 'Outbound'], { restricted: true }),
      whole('CallDurationInSeconds', 8),
      text('CallDisposition', 255),
      text('CallObject', 255),
      computed(flag('IsClosed')),
      computed(moment('CompletedDateTime')),
    ],
  },
};

function define(name: string, shape: ObjectShape): ObjectDefinition {
  const autoNumber = shape.autoNumber ?? null;
  const label = name.replace(/([a-z])([A-Z])/g, '$1 $2');
  return {
    name,
    label,
    labelPlural: label.endsWith('y') ? `${label.slice(0, -1)}ies` : `${label}s`,
    kind: 'standard',
    searchable: shape.searchable ?? true,
    publishedAtOnce: false,
    keyPrefix: shape.keyPrefix,
    nameField: shape.nameField,
    sharing: 'public',
    uiApi: shape.uiApi ?? true,
    autoNumber,
    recordTypes: shape.recordTypes ?? [],
    fields: fieldMap([...SYSTEM_FIELDS, ...(shape.isOwned === false ? [] : [OWNER_FIELD]), ...shape.fields]),
  };
}

/** The standard objects and fields that Paceline and its sample records use, with the platform's lengths and rules. */
export const STANDARD_OBJECTS: readonly ObjectDefinition[] = Object.entries(SHAPES).map(([name, shape]) =>
  define(name, shape),
);
