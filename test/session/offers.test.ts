import type { CallOffer } from '../../src/model/apex-contract.ts';
import { INBOUND_STAGES } from '../support/inbound-call.ts';
import { createLab } from '../support/softphone-lab.ts';
import type { Lab } from '../support/softphone-lab.ts';

const { ringing, talking, ended } = INBOUND_STAGES;

function offersIn({ org }: Lab): (readonly [string, CallOffer | undefined])[] {
  return org.calls.flatMap((call) =>
    call.kind === 'apply'
      ? [[call.request.callKey.split('|').slice(-2).join('|'), call.request.offer] as const]
      : [],
  );
}

test('each request tells how long ago its call was offered, whatever the clock of the browser shows', async () => {
  const lab = createLab();
  const tab = await lab.open();
  tab.see();
  await lab.clock.advance(1_000);
  tab.see(ringing('c-1'));
  await lab.clock.advance(8_000);
  tab.see(talking('c-1'));
  await lab.clock.advance(60_000);
  tab.see(ended('c-1'));
  await lab.clock.advance(2_000);
  tab.see();
  await lab.clock.advance(3_000);

  const [browser] = offersIn(lab).map(([, offer]) => offer?.browser);
  expect(offersIn(lab)).toEqual([
    [
      'c-1|1',
      {
        browser,
        offeredSecondsAgo: 8,
        startedSecondsAgo: 8,
        endedSecondsAgo: null,
        phoneNumber: '+12025550143',
      },
    ],
    [
      'c-1|1',
      {
        browser,
        offeredSecondsAgo: 70,
        startedSecondsAgo: 70,
        endedSecondsAgo: 2,
        phoneNumber: '+12025550143',
      },
    ],
  ]);
});

test('a request that is sent again tells the age that the call has then', async () => {
  const lab = createLab();
  lab.org.faults.push({ on: 'apply', when: 'after' });
  const tab = await lab.open();
  tab.see();
  await lab.clock.advance(1_000);
  tab.see(ringing('c-1'));
  await lab.clock.advance(8_000);
  tab.see(talking('c-1'));
  await lab.clock.advance(60_000);

  const ages = offersIn(lab).map(([, offer]) => offer?.offeredSecondsAgo);
  expect(ages).toEqual([8, 9]);
});

test('a page that finds a contact ringing does not tell when it was offered', async () => {
  const lab = createLab();
  const tab = await lab.open();
  tab.see(ringing('c-1'));
  await lab.clock.advance(8_000);
  tab.see(talking('c-1'));
  await lab.clock.advance(3_000);
  expect(offersIn(lab).map(([, offer]) => [offer?.offeredSecondsAgo, offer?.startedSecondsAgo])).toEqual([
    [null, 8],
  ]);
});

test('the name of a browser stays with its counters: after a page load both go on, without storage both begin anew', async () => {
  const lab = createLab();
  const names: (string | undefined)[] = [];
  for (const contact of ['c-1', 'c-2', 'c-3']) {
    if (contact === 'c-3') lab.browser.items.clear();
    const tab = await lab.open();
    tab.see(talking(contact));
    await lab.clock.advance(3_000);
    names.push(offersIn(lab).at(-1)?.[1]?.browser);
    tab.crash();
    await lab.clock.advance(1_000);
  }
  expect(names[1]).toBe(names[0]);
  expect(names[2]).not.toBe(names[0]);
  expect(names.every((name) => typeof name === 'string' && name !== '')).toBe(true);
});
