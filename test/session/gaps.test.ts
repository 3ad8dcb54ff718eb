import type { ContactObservation } from '../../src/model/observation.ts';
import { INBOUND_STAGES, agentObservation } from '../support/inbound-call.ts';
import { createLab } from '../support/softphone-lab.ts';
import type { Lab, LabTab } from '../support/softphone-lab.ts';

const { ringing, talking, ended } = INBOUND_STAGES;

/** The contact with the times of its state and of its customer's leg, as Streams shows them. */
function since(contact: ContactObservation, stateAt: number, legAt = stateAt): ContactObservation {
  const connections = contact.connections?.map((leg) => ({ ...leg, stateAt: legAt })) ?? null;
  return { ...contact, stateAt, connections };
}

async function show(lab: Lab, tab: LabTab, state: string, ...contacts: ContactObservation[]): Promise<void> {
  tab.softphone.observe(agentObservation(lab.clock.now(), contacts, state));
  await lab.clock.advance(1_000);
}

function closing(lab: Lab): readonly unknown[] {
  const close = [...lab.org.done.values()].find(({ kind }) => kind === 'close-interaction');
  return [close?.fields['Outcome__c'], close?.fields['Talk_Seconds__c'], close?.fields['Estimated_End__c']];
}

/** A page opens a minute after an answer; there may have been a hold, of which nothing tells any more. */
async function openLate(lab: Lab): Promise<void> {
  const answeredAt = lab.clock.now() - 60_000;
  const tab = await lab.open();
  await show(lab, tab, 'Busy', since(talking('c-1'), answeredAt, answeredAt + 40_000));
  await show(lab, tab, 'AfterCallWork', since(ended('c-1'), lab.clock.now()));
  await show(lab, tab, 'Available');
}

test('a call that a later page finds with a customer who came back meanwhile has estimated times', async () => {
  const lab = createLab();
  const first = await lab.open();
  await show(lab, first, 'Available');
  first.crash();
  await lab.clock.advance(120_000);
  await openLate(lab);
  expect(closing(lab)).toEqual(['answered', 61, true]);
});

test('so has one that the very first page of a browser finds', async () => {
  const lab = createLab();
  await openLate(lab);
  expect(closing(lab)).toEqual(['answered', 61, true]);
});

test('a call of which only the after-call work was seen has estimated times', async () => {
  const lab = createLab();
  const tab = await lab.open();
  await show(lab, tab, 'AfterCallWork', since(ended('c-1'), lab.clock.now() - 30_000));
  await show(lab, tab, 'Available');
  expect(closing(lab)[2]).toBe(true);
});

test('so has a call that was last seen ringing, and then in after-call work', async () => {
  const lab = createLab();
  const first = await lab.open();
  await show(lab, first, 'Busy', since(ringing('c-1'), lab.clock.now()));
  first.crash();
  await lab.clock.advance(60_000);
  const second = await lab.open();
  await show(lab, second, 'AfterCallWork', since(ended('c-1'), lab.clock.now() - 10_000));
  await show(lab, second, 'Available');
  expect(closing(lab)[2]).toBe(true);
});
