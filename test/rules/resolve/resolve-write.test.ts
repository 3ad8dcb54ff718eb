import { CONTACT_MATCH, START, endedCall, sampleCall, sampleEvent } from '../sample-call.ts';
import { resolved } from './resolve-sample.ts';

const LEAD_MATCH = { ...CONTACT_MATCH, recordId: '00Q000000000001AAA', objectApiName: 'Lead' };
const ACCOUNT_MATCH = { ...CONTACT_MATCH, recordId: '001000000000001AAA', objectApiName: 'Account' };
const dropped = sampleEvent('hvoc.inbound.inbound.dropped', { at: START + 90_000 });

const WRAP_UP = { disposition: 'CallDisposition', notes: 'Description' };
const AT_CONNECTED = {
  Contact_Id__c: 'contact-1',
  Setup__c: 'hvoc',
  Pacing_Mode__c: 'inbound',
  Channel_Type__c: 'inbound',
  Direction__c: 'inbound',
  Queue__c: 'Service',
  Customer_Number__c: '+12025550143',
  Started_At__c: '2026-03-02T09:00:00.000Z',
  Answered_At__c: '2026-03-02T09:00:05.000Z',
  Ring_Seconds__c: 5,
  Outcome__c: 'answered',
  Receiving__c: false,
};
const AT_DROPPED = {
  ...AT_CONNECTED,
  Ended_At__c: '2026-03-02T09:01:10.000Z',
  Cleared_At__c: '2026-03-02T09:01:30.000Z',
  Talk_Seconds__c: 55,
  Hold_Seconds__c: 10,
  After_Call_Seconds__c: 20,
  Estimated_End__c: false,
  Ended_By__c: 'customer',
  Log_State__c: 'closed',
};
// An earlier match of the call may have left its relation: a lead is no contact and no account.
const TO_CONTACT = { Contact__c: '003000000000001AAA', Lead__c: null };
const TO_LEAD = { Lead__c: '00Q000000000001AAA', Account__c: null, Contact__c: null };
const TASK = {
  Subject: 'Call from Pat Sample',
  Status: 'Completed',
  Priority: 'Normal',
  TaskSubtype: 'Call',
  CallType: 'Inbound',
  CallDurationInSeconds: 65,
  CallDisposition: 'Answered',
  CallObject: 'contact-1',
  ActivityDate: '2026-03-02',
  Description:
    'HVOC, Inbound, Inbound\nQueue: Service\nTimes: ring 0:05, talk 0:55, hold 0:10, after-call work 0:20\nEnded by: customer',
};

describe('creating', () => {
  it('opens the live record of the call', () => {
    const action = { type: 'create-record', fields: { Notes__c: '{!attributes.topic}' } };
    const call = sampleCall({ attributes: { topic: 'Bill' } });
    expect(resolved(action, { call, match: CONTACT_MATCH })).toEqual({
      kind: 'apply',
      operation: {
        kind: 'save-interaction',
        key: 'k',
        fields: { ...AT_CONNECTED, ...TO_CONTACT, Log_State__c: 'open', Notes__c: 'Bill' },
      },
      openAfter: false,
      notes: [],
    });
  });

  it('creates any object, related to the match and to what the same request creates', () => {
    const action = {
      type: 'create-record',
      object: 'Case',
      recordType: 'Support',
      duplicates: 'block',
      openAfter: true,
      relateMatchTo: 'ContactId',
      fields: {
        Subject: 'Call of {!agent.name}',
        Priority: null,
        Minutes__c: 3,
        Talk__c: '{!call.ringSeconds}',
        Origin: '{!attributes.origin}',
        Order__c: '{!created.Order__c.Id}',
        Suffix__c: '{!created.Order__c.Id}!',
      },
    };
    expect(resolved(action, { match: CONTACT_MATCH, creating: { Order__c: 'earlier' } })).toEqual({
      kind: 'apply',
      operation: {
        kind: 'create-record',
        key: 'k',
        object: 'Case',
        recordType: 'Support',
        duplicates: 'block',
        fields: {
          ContactId: '003000000000001AAA',
          Subject: 'Call of Robin Example',
          Priority: null,
          Minutes__c: 3,
          Talk__c: 5,
          Suffix__c: '!',
        },
        references: { Order__c: 'earlier' },
      },
      openAfter: true,
      notes: ['fields.Origin: attributes.origin is empty', 'fields.Suffix__c: created.Order__c.Id is empty'],
    });
  });

  it('does not put a lead where only a contact fits', () => {
    const action = { type: 'create-record', object: 'Case', relateMatchTo: 'ContactId' };
    const result = resolved(action, { match: LEAD_MATCH });
    expect(result.kind === 'apply' && [result.operation.fields, result.notes]).toEqual([
      {},
      ['ContactId cannot hold a Lead, so the record is not related to the match'],
    ]);
  });

  it.each([
    [CONTACT_MATCH, { ContactId: CONTACT_MATCH.recordId }],
    [ACCOUNT_MATCH, { AccountId: ACCOUNT_MATCH.recordId }],
    [LEAD_MATCH, {}],
  ])('puts the match into the first field that can hold it: %#', (match, fields) => {
    const action = { type: 'create-record', object: 'Case', relateMatchTo: ['ContactId', 'AccountId'] };
    const result = resolved(action, { match });
    expect(result.kind === 'apply' && result.operation.fields).toEqual(fields);
  });

  it('keeps a withheld number for the interaction as received, and writes it nowhere else', () => {
    const call = sampleCall({ phoneNumber: 'anonymous' });
    const fields = { SuppliedPhone: '{!call.phoneNumber}', Subject: 'Call of {!call.phoneNumber}' };
    const record = resolved({ type: 'create-record', object: 'Case', fields }, { call });
    expect(record.kind === 'apply' && [record.operation.fields, record.notes]).toEqual([
      { Subject: 'Call of ' },
      ['SuppliedPhone', 'Subject'].map(
        (name) => `fields.${name}: call.phoneNumber is empty, because the number is withheld`,
      ),
    ]);
    const interaction = resolved({ type: 'create-record' }, { call });
    expect(interaction.kind === 'apply' && interaction.operation.fields['Customer_Number__c']).toBe(
      'anonymous',
    );
  });

  it('cuts over-long text at the length of the field, with a mark and a note', () => {
    const call = sampleCall({ attributes: { long: 'x'.repeat(40_000) } });
    const action = { type: 'create-record', object: 'Case', fields: { Subject: '{!attributes.long}' } };
    const result = resolved(action, { call });
    expect(result.kind === 'apply' && [result.operation.fields, result.notes]).toEqual([
      { Subject: `${'x'.repeat(254)}…` },
      ['Subject was cut from 40000 to 255 characters'],
    ]);
  });
});

describe('updating the call log', () => {
  it('closes the interaction and writes the completed task', () => {
    expect(
      resolved({ type: 'update-call-log' }, { call: endedCall(), event: dropped, match: CONTACT_MATCH }),
    ).toEqual({
      kind: 'apply',
      operation: {
        kind: 'close-interaction',
        key: 'k',
        fields: { ...AT_DROPPED, ...TO_CONTACT },
        task: { ...TASK, WhoId: '003000000000001AAA' },
        wrapUpFields: WRAP_UP,
      },
      openAfter: false,
      notes: [],
    });
  });

  it.each([
    [LEAD_MATCH, { WhoId: '00Q000000000001AAA' }, TO_LEAD],
    [ACCOUNT_MATCH, { WhatId: '001000000000001AAA' }, { Account__c: '001000000000001AAA', Lead__c: null }],
    [
      { ...CONTACT_MATCH, recordId: 'a01000000000001AAA', objectApiName: 'Vehicle__c' },
      { WhatId: 'a01000000000001AAA' },
      {},
    ],
  ])('relates the task of a call that matched %j', (match, ofTask, ofInteraction) => {
    const result = resolved({ type: 'update-call-log' }, { call: endedCall(), event: dropped, match });
    expect(result.kind === 'apply' && result.operation).toEqual({
      kind: 'close-interaction',
      key: 'k',
      fields: { ...AT_DROPPED, ...ofInteraction },
      task: { ...TASK, ...ofTask },
      wrapUpFields: WRAP_UP,
    });
  });

  it('lets the rule set fields of both, and a lead keeps its task to itself', () => {
    const fields = {
      Subject: 'Call',
      WhatId: '{!created.Case.Id}',
      'Paceline_Interaction__c.Disposition__c': 'Sold',
      'Paceline_Interaction__c.Case__c': '{!created.Case.Id}',
    };
    const result = resolved(
      { type: 'update-call-log', fields, matchTaskBy: 'CallObject' },
      { call: endedCall(), event: dropped, match: LEAD_MATCH, created: { Case: '500000000000001AAA' } },
    );
    expect(result).toEqual({
      kind: 'apply',
      operation: {
        kind: 'close-interaction',
        key: 'k',
        fields: {
          ...AT_DROPPED,
          ...TO_LEAD,
          Disposition__c: 'Sold',
          Case__c: '500000000000001AAA',
        },
        task: { ...TASK, Subject: 'Call', WhoId: '00Q000000000001AAA' },
        wrapUpFields: WRAP_UP,
        matchTaskBy: 'CallObject',
      },
      openAfter: false,
      notes: ['WhatId is left out: a task that belongs to a lead cannot be related to another record'],
    });
  });

  it.each([
    ['not-answered', 'not-answered', 'Not answered'],
    ['rejected', 'rejected', 'Rejected'],
    ['failed', 'failed', 'Failed'],
  ] as const)('logs a missed call, cause %s', (cause, outcome, disposition) => {
    const event = sampleEvent('hvoc.inbound.inbound.missed', { cause, at: START + 20_000 });
    const call = sampleCall({
      state: 'missed',
      connectedAt: null,
      answered: false,
      endedAt: START + 20_000,
      phoneNumber: null,
    });
    const result = resolved({ type: 'update-call-log' }, { call, event });
    const operation = result.kind === 'apply' && result.operation;
    expect(operation).toEqual({
      kind: 'close-interaction',
      key: 'k',
      fields: {
        Contact_Id__c: 'contact-1',
        Setup__c: 'hvoc',
        Pacing_Mode__c: 'inbound',
        Channel_Type__c: 'inbound',
        Direction__c: 'inbound',
        Queue__c: 'Service',
        Started_At__c: '2026-03-02T09:00:00.000Z',
        Ended_At__c: '2026-03-02T09:00:20.000Z',
        Ring_Seconds__c: 20,
        Estimated_End__c: false,
        Outcome__c: outcome,
        Receiving__c: false,
        Log_State__c: 'closed',
      },
      task: {
        ...TASK,
        Subject: 'Missed call from unknown number',
        CallDurationInSeconds: 0,
        CallDisposition: disposition,
        Description: 'HVOC, Inbound, Inbound\nQueue: Service\nTimes: ring 0:20',
      },
      wrapUpFields: WRAP_UP,
    });
  });

  it('says that the end was estimated, and counts a hold that never ended', () => {
    const call = endedCall({
      estimatedEnd: true,
      holdSince: START + 60_000,
      endedBy: null,
      direction: 'outbound',
    });
    const result = resolved({ type: 'update-call-log' }, { call, event: dropped });
    const operation = result.kind === 'apply' ? result.operation : null;
    expect(operation?.kind === 'close-interaction' && operation.task).toEqual({
      ...TASK,
      Subject: 'Call to +12025550143',
      CallType: 'Outbound',
      Description:
        'HVOC, Inbound, Inbound\nQueue: Service\nTimes: ring 0:05, talk 0:45, hold 0:20, after-call work 0:20\nNot every moment of the call was observed: its times are estimated.',
    });
  });
});

describe('what the agent enters', () => {
  it.each([
    [{ Subject: 'Call' }, WRAP_UP],
    [{ Description: '{!attributes.summary}' }, { disposition: 'CallDisposition' }],
    [{ callDisposition: null }, { notes: 'Description' }],
    [{ CallDisposition: 'Sold', Description: null }, undefined],
    [{ 'Paceline_Interaction__c.Disposition__c': 'Sold', 'Paceline_Interaction__c.Notes__c': 'x' }, WRAP_UP],
  ])('goes to the task except to a field that the rule names: %j', (fields, wrapUpFields) => {
    const result = resolved({ type: 'update-call-log', fields }, { call: endedCall(), event: dropped });
    const operation = result.kind === 'apply' ? result.operation : null;
    expect(operation?.kind === 'close-interaction' && operation.wrapUpFields).toEqual(wrapUpFields);
  });
});

describe('updating another record', () => {
  const fields = { Status: 'Reached' };

  it.each([
    ['match', { match: CONTACT_MATCH }, 'Contact', { recordId: '003000000000001AAA' }],
    ['created.Case', { created: { Case: '500000000000001AAA' } }, 'Case', { recordId: '500000000000001AAA' }],
    ['created.Case.Id', { creating: { Case: 'earlier' } }, 'Case', { created: 'earlier' }],
    [
      '{!attributes.member}',
      { call: sampleCall({ attributes: { member: '00v000000000001AAA' } }) },
      'CampaignMember',
      { recordId: '00v000000000001AAA' },
    ],
  ])('finds the target %s', (target, scope, object, expected) => {
    const action = { type: 'update-call-log', target, object: 'CampaignMember', fields };
    expect(resolved(action, scope)).toEqual({
      kind: 'apply',
      operation: { kind: 'update-record', key: 'k', object, target: expected, fields },
      openAfter: false,
      notes: [],
    });
  });

  it.each([
    [{ target: 'match' }, 'skip', 'There is no match to update'],
    [{ target: 'created.Case' }, 'skip', 'This call created no Case that could be updated'],
    [{ target: 'created.constructor' }, 'skip', 'This call created no constructor that could be updated'],
    [
      { target: '{!attributes.member}', object: 'CampaignMember' },
      'skip',
      'There is no record to update: target: attributes.member is empty',
    ],
    [
      { target: '003000000000001AAA', object: 'Contact', fields: { Title: '{!attributes.gone}' } },
      'skip',
      'No field has a value to write',
    ],
  ])('%j ends as %s', (changes, kind, reason) => {
    expect(resolved({ type: 'update-call-log', fields, ...changes })).toEqual({ kind, reason });
  });
});
