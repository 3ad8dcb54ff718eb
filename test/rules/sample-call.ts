import { findRow } from '../../src/catalog/catalog.ts';
import type { TupleId } from '../../src/catalog/catalog.ts';
import type { ActionScope } from '../../src/model/action-request.ts';
import type { CallView } from '../../src/model/call-view.ts';
import type { CtiEvent } from '../../src/model/cti-event.ts';

/** 2026-03-02T09:00:00Z. */
export const START = Date.UTC(2026, 2, 2, 9, 0, 0);

export function sampleCall(changes: Partial<CallView> = {}): CallView {
  return {
    callKey: 'agent-1|contact-1|1',
    callId: 'contact-1',
    contactId: 'contact-1',
    initialContactId: null,
    setup: 'hvoc',
    pacingMode: 'inbound',
    pacingSource: 'default',
    channelType: 'inbound',
    direction: 'inbound',
    receiving: false,
    phoneNumber: '+12025550143',
    queue: { arn: 'arn:queue/1', id: '1', name: 'Service' },
    attributes: {},
    variables: {},
    state: 'connected',
    legs: [],
    offeredAt: START,
    connectedAt: START + 5_000,
    endedAt: null,
    clearedAt: null,
    holdMs: 0,
    holdSince: null,
    answered: true,
    endedBy: null,
    estimatedEnd: false,
    ...changes,
  };
}

/** The same call, 65 seconds long with 10 on hold, cleared 20 seconds after its end by the customer. */
export function endedCall(changes: Partial<CallView> = {}): CallView {
  return sampleCall({
    state: 'ended',
    endedAt: START + 70_000,
    clearedAt: START + 90_000,
    holdMs: 10_000,
    endedBy: 'customer',
    ...changes,
  });
}

/** An event of a row of the catalogue, with the row's first cause and leg unless told. */
export function sampleEvent(tuple: TupleId, changes: Partial<CtiEvent> = {}): CtiEvent {
  const row = findRow(tuple);
  if (row === undefined) throw new Error(`${tuple} is no row`);
  return {
    tuple,
    setup: row.setup,
    pacingMode: row.pacingMode,
    channelType: row.channelType,
    event: row.event,
    cause: row.causes[0] ?? 'call-ended',
    leg: row.legs[0] ?? 'primary',
    legId: 'leg-1',
    occurrence: 1,
    contactId: 'contact-1',
    initialContactId: null,
    callId: 'contact-1',
    callKey: 'agent-1|contact-1|1',
    receiving: false,
    at: START,
    synthetic: false,
    replayed: false,
    evidence: 'by hand',
    ...changes,
  };
}

export function sampleScope(changes: Partial<ActionScope> = {}): ActionScope {
  return {
    call: sampleCall(),
    event: sampleEvent('hvoc.inbound.inbound.connected'),
    agentName: 'Robin Example',
    match: null,
    created: {},
    creating: {},
    interactionId: null,
    taskId: null,
    ...changes,
  };
}

export const CONTACT_MATCH = {
  recordId: '003000000000001AAA',
  objectApiName: 'Contact',
  name: 'Pat Sample',
  detail: null,
  rank: 1,
};
