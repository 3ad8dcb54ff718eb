import { CATALOG } from '../../src/catalog/catalog.ts';
import type { CatalogRow } from '../../src/catalog/catalog.ts';
import type { Cause } from '../../src/catalog/vocabulary.ts';
import type { CtiEvent } from '../../src/model/cti-event.ts';
import { describeEvent, findSentence } from '../../src/trace/sentences.ts';

function event(row: CatalogRow, cause: Cause, more: Partial<CtiEvent> = {}): CtiEvent {
  return {
    tuple: row.tuple,
    setup: row.setup,
    pacingMode: row.pacingMode,
    channelType: row.channelType,
    event: row.event,
    cause,
    leg: 'primary',
    legId: 'leg-1',
    occurrence: 1,
    contactId: 'c-1',
    initialContactId: null,
    callId: 'c-1',
    callKey: 'agent|c-1|1',
    receiving: false,
    at: 0,
    synthetic: false,
    replayed: false,
    evidence: 'contact entered connecting',
    ...more,
  };
}

const PAIRS = CATALOG.flatMap((row) => row.causes.map((cause) => [row.tuple, cause, row] as const));

test.each(PAIRS)('%s by %s has a sentence of its own', (_tuple, cause, row) => {
  const sentence = findSentence(row.event, cause);
  expect(sentence).toMatch(/^[A-Z][^.]{10,}$/);
  expect(describeEvent(event(row, cause))).toBe(`${sentence}.`);
});

function row(tuple: string): CatalogRow {
  const found = CATALOG.find((one) => one.tuple === tuple);
  if (found === undefined) throw new RangeError(tuple);
  return found;
}

test.each([
  [
    'hvoc.progressive.outbound.hold',
    'consult-placed',
    { occurrence: 2 },
    'The customer was put on hold to consult (time 2).',
  ],
  [
    'hvoc.inbound.inbound.acw',
    'call-ended',
    { endedBy: 'customer', answered: true },
    'The call ended by the customer; after-call work began.',
  ],
  [
    'hvoc.inbound.inbound.acw',
    'call-ended',
    { endedBy: 'unknown', answered: false },
    'The call ended; after-call work began (it was never answered).',
  ],
  [
    'hvoc.inbound.inbound.dropped',
    'contact-cleared',
    { estimatedEnd: true, replayed: true },
    'The contact was cleared (its end was not seen and is estimated; seen after a page load).',
  ],
  ['hvoc.inbound.inbound.missed', 'rejected', { answered: false }, 'The call was rejected.'],
] as const)('%s by %s with %j', (tuple, cause, more, sentence) => {
  expect(describeEvent(event(row(tuple), cause, more))).toBe(sentence);
});
