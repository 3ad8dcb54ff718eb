import fc from 'fast-check';
import { createStreamsDriver } from '../../src/cli/streams-driver.ts';
import type { ContactObservation } from '../../src/model/observation.ts';
import { readRecording } from '../../src/replay/read-recording.ts';
import { replay } from '../../src/replay/replay.ts';
import type { Softphone } from '../../src/session/softphone.ts';
import { INBOUND_STAGES } from '../support/inbound-call.ts';
import { configuration, createLab, ruleRecord } from '../support/softphone-lab.ts';
import type { Lab, LabTab } from '../support/softphone-lab.ts';

const SEED = Number(process.env['PACELINE_SEED'] ?? 20_260_302);
const RUNS = Number(process.env['PACELINE_MASK_RUNS'] ?? 40);
const { ringing, talking, ended } = INBOUND_STAGES;

/** A value, and what of it must not be seen: a masked number keeps its last two digits. */
interface Personal {
  readonly value: string;
  readonly secret: string;
}

const letters = fc.stringMatching(/^[A-Z][a-zäß]{5,8}$/);
const digits = fc.stringMatching(/^[2-9]\d{9}$/);
const whole = (value: string): Personal => ({ value, secret: value });

const names: fc.Arbitrary<Personal> = fc
  .tuple(letters, letters, fc.constantFrom('', 'Q. ', '"Bob" ', '"Bob. ', "O'", '@', '; ', '(Email) '))
  .map(([first, last, between]) => ({ value: `${first} ${between}${last}`, secret: last }));
const mails = fc
  .tuple(letters, letters, fc.constantFrom('@example.com', '@example,com'))
  .map(([first, last, host]) => whole(`${first}.${last}${host}`));
const SPELLINGS: readonly ((number: string) => string)[] = [
  (number) => `+1${number}`,
  (number) => `+1 ${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`,
  (number) => `(${number.slice(0, 3)}) ${number.slice(3, 6)}-${number.slice(6)}`,
  (number) => `0${number.slice(0, 3)}/${number.slice(3, 5)} ${number.slice(5, 7)} ${number.slice(7)}`,
  (number) => number.replace(/\B/g, '.'),
  (number) => encodeURIComponent(`+1 ${number.slice(0, 3)} ${number.slice(3)}`),
  (number) => `sip:+1${number}@example.com`,
];
const numbers: fc.Arbitrary<Personal> = fc
  .tuple(digits, fc.constantFrom(...SPELLINGS))
  .map(([number, spell]) => ({
    value: spell(number),
    secret: spell(number).replace(/\d{2}(@example.com)?$/, ''),
  }));
const sips = letters.map((user) => ({ value: `sip:${user}@example.com`, secret: user }));
const urls = fc.tuple(letters, digits).map(([user, number]) => ({
  value: `https://${user}.example.com/?who=${user}&p=%2B1%20${number.slice(0, 3)}%20${number.slice(3)}`,
  secret: user,
}));
const anyValue = fc.oneof(names, mails, numbers, sips, urls);
const address = fc.oneof(numbers, sips);

const personal = fc.record({
  attribute: anyValue,
  mail: mails,
  caller: address,
  third: address,
  quickConnect: names,
  refusal: anyValue,
  tooLong: anyValue,
  variable: anyValue,
  user: names,
  participant: anyValue,
  dialled: numbers,
});
type Plan = typeof personal extends fc.Arbitrary<infer T> ? T : never;

const RULES = [
  ruleRecord('pop', { events: ['connecting', 'preview'] }, [
    {
      type: 'screen-pop',
      id: 'pop',
      strategies: [
        { by: 'field', object: 'Contact', field: 'Name', value: '{!default(attributes.who, variables.who)}' },
        { by: 'field', object: 'Lead', field: 'Email', value: '{!attributes.mail}' },
        { by: 'phone', objects: ['Contact', 'Lead'] },
      ],
    },
    { type: 'open-page', id: 'page', target: { kind: 'web', url: 'https://{!attributes.who}/x' } },
    { type: 'open-page', id: 'any', target: { kind: 'web', url: '{!attributes.who}' } },
  ]),
  ruleRecord('lead', { events: ['connected', 'cust-answered'] }, [
    { type: 'create-record', id: 'lead', object: 'Lead', fields: { Email: '{!attributes.mail}' } },
  ]),
  ruleRecord('log', { events: ['dropped'] }, [{ type: 'update-call-log', id: 'log' }]),
];

function contact(build: typeof ringing, plan: Plan): ContactObservation {
  const plain = build('c-1', plan.caller.value);
  const attributes = { who: plan.attribute.value, mail: plan.mail.value, 'Any Name': plan.variable.value };
  const [own, customer] = plain.connections ?? [];
  const third = { ...own, legId: 'c-1-third', type: 'outbound', phoneNumber: plan.third.value };
  return {
    ...plain,
    attributes,
    connections: [own, customer, { ...third, quickConnectName: plan.quickConnect.value }].filter(
      (leg) => leg !== undefined,
    ) as ContactObservation['connections'],
  };
}

function says(event: string, plan: Plan): unknown {
  return {
    channel: 'amazon',
    topic: 'outboundCall',
    subtopic: 'OutboundCallStateChange',
    message: {
      User: { firstName: plan.user.value },
      call: {
        id: 4711,
        CallType: 'Regular-Call',
        event,
        toAddress: plan.dialled.value,
        CallVariables: { PacingMode: 'Progressive', who: plan.variable.value },
        ResponseFields: {
          participants: [{ displayName: plan.participant.value }],
          CustomerName: plan.user.value,
        },
      },
    },
  };
}

function refuseAll(lab: Lab, plan: Plan): void {
  lab.org.refuse = (operation) =>
    operation.kind === 'create-record'
      ? {
          statusCode: 'INVALID_EMAIL_ADDRESS',
          message: `Email: invalid: ${plan.refusal.value}`,
          fields: ['Email'],
        }
      : {
          statusCode: 'UNABLE_TO_LOCK_ROW',
          message: `Locked: ${plan.tooLong.value} (max length=20)`,
          fields: [],
        };
}

async function live(lab: Lab, tab: LabTab, plan: Plan): Promise<void> {
  for (const contacts of [[], [contact(ringing, plan)], [contact(talking, plan)]]) {
    tab.see(...contacts);
    await lab.clock.advance(1_000);
  }
  for (const event of ['Preview', 'CustAnswered', 'Robin Example', 'ACW']) {
    tab.softphone.signalDialer(says(event, plan));
    await lab.clock.advance(1_000);
  }
}

function eventsOf(softphone: Softphone): string[] {
  const recording = readRecording(JSON.parse(softphone.exportTrace()));
  const lines = replay(recording, { settings: softphone.settings.events, driver: createStreamsDriver() });
  return [...lines].flatMap((line) =>
    line.type === 'event' ? [`${line.tuple} ${line.cause} ${line.callKey}`] : [],
  );
}

function leaks(softphone: Softphone, plan: Plan): string[] {
  const text = softphone.exportTrace();
  const shown = [
    text,
    ...(JSON.parse(text) as object[]).map((line) => JSON.stringify(Object.values(line))),
  ].join();
  return Object.entries(plan).flatMap(([place, { secret }]) =>
    [secret, JSON.stringify(secret).slice(1, -1)].some((form) => shown.includes(form))
      ? [`${place}: ${secret}`]
      : [],
  );
}

test('no personal value comes out of an export, wherever it stands, and it replays to the same events', async () => {
  await fc.assert(
    fc.asyncProperty(personal, async (plan) => {
      const lab = createLab();
      refuseAll(lab, plan);
      const config = configuration({ Setup: 'tethered', Default_Pacing: 'progressive' }, RULES);
      const tab = await lab.open(config);
      const events: string[] = [];
      tab.softphone.subscribeEvents(({ tuple, cause, callKey }) =>
        events.push(`${tuple} ${cause} ${callKey}`),
      );
      await live(lab, tab, plan);

      expect(leaks(tab.softphone, plan)).toEqual([]);
      expect(events.length).toBeGreaterThan(3);
      expect(eventsOf(tab.softphone)).toEqual(events);

      tab.crash();
      const next = await lab.open(config);
      next.see(contact(ended, plan));
      await lab.clock.advance(60_000);
      next.see();
      await lab.clock.advance(60_000);
      expect(leaks(next.softphone, plan)).toEqual([]);
    }),
    { seed: SEED, numRuns: RUNS },
  );
}, 60_000);

test('the reasons stay: codes, fields, objects, rules', async () => {
  const robin = whole('Robin Example');
  const plan: Plan = {
    attribute: robin,
    mail: robin,
    caller: whole('+12025550143'),
    third: robin,
    quickConnect: robin,
    refusal: robin,
    tooLong: robin,
    variable: robin,
    user: robin,
    participant: robin,
    dialled: robin,
  };
  const lab = createLab();
  refuseAll(lab, plan);
  const tab = await lab.open(configuration({}, RULES));
  for (const build of [ringing, talking, ended]) {
    tab.see(contact(build, plan));
    await lab.clock.advance(1_000);
  }
  tab.see();
  await lab.clock.advance(100);
  const lines = JSON.parse(tab.softphone.exportTrace()) as { kind: string; text: string }[];
  expect(lines.filter(({ kind }) => kind === 'action').map(({ text }) => text)).toEqual([
    'No record was found: Name "***" matched nothing in Contact; Email "***" matched nothing in Lead; phone ***43 matched nothing in Contact, Lead.',
    'The URL cannot be read.',
    'The URL holds spaces, backslashes or invisible characters.',
    'INVALID_EMAIL_ADDRESS (Email).',
    'UNABLE_TO_LOCK_ROW. It is tried again.',
  ]);
});
