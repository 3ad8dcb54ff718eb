import { AGENT_ID, INBOUND_STAGES, agentObservation } from '../support/inbound-call.ts';
import { createLab } from '../support/softphone-lab.ts';

const { ringing, talking, ended } = INBOUND_STAGES;
const LOG = `${AGENT_ID}|c-1|1|c-1-customer|log|log|hvoc.inbound.inbound.dropped`;
const AHEAD_MS = 240_000;

/** The page is closed after a minute of talk, the customer hangs up 5 s later, the page is opened ten minutes later. */
async function leaveInMidCall(isTold: boolean) {
  const lab = createLab();
  const first = await lab.open();
  first.see(ringing('c-1'));
  await lab.clock.advance(1_000);
  first.see(talking('c-1'));
  await lab.clock.advance(60_000);
  first.crash();
  const endAt = lab.clock.now() + 5_000;
  await lab.clock.advance(600_000);
  const second = await lab.open();
  const contact = { ...ended('c-1'), stateAt: isTold ? endAt + AHEAD_MS : null };
  second.softphone.observe({ ...agentObservation(lab.clock.now(), [contact]), skew: AHEAD_MS });
  await lab.clock.advance(3_000);
  second.see();
  await lab.clock.advance(3_000);
  return lab.org.done.get(LOG);
}

test('the log of a call that ended while no page was open has the end that Amazon Connect tells', async () => {
  const { fields = {} } = (await leaveInMidCall(true)) ?? {};
  expect([fields['Talk_Seconds__c'], fields['Estimated_End__c']]).toEqual([65, false]);
});

test('and an estimated one when it tells none', async () => {
  const { fields = {} } = (await leaveInMidCall(false)) ?? {};
  expect([fields['Talk_Seconds__c'], fields['Estimated_End__c']]).toEqual([0, true]);
});
