import type { RuleRecord } from '../../src/model/apex-contract.ts';
import type { ContactObservation } from '../../src/model/observation.ts';
import type { ActionView } from '../../src/model/softphone-view.ts';
import { ALEX, ROBIN } from '../support/fake-runner.ts';
import { INBOUND_STAGES } from '../support/inbound-call.ts';
import { INBOUND_RULES, configuration, createLab, ruleRecord } from '../support/softphone-lab.ts';
import type { Lab, LabTab } from '../support/softphone-lab.ts';

const { ringing, talking, ended } = INBOUND_STAGES;

async function openWithMany(
  rules: readonly RuleRecord[] = INBOUND_RULES,
): Promise<{ lab: Lab; tab: LabTab }> {
  const lab = createLab();
  lab.org.matches = [ROBIN, ALEX];
  return { lab, tab: await lab.open(configuration({}, rules)) };
}

async function see(lab: Lab, tab: LabTab, ...contacts: ContactObservation[]): Promise<void> {
  tab.see(...contacts);
  await lab.clock.advance(1_000);
}

const actionsOf = (tab: LabTab): readonly ActionView[] => tab.softphone.view().cards[0]?.actions ?? [];
const statuses = (tab: LabTab): string[] => actionsOf(tab).map(({ status }) => status);

async function choose(lab: Lab, tab: LabTab, recordId: string | null): Promise<void> {
  const waiting = actionsOf(tab).find(({ status }) => status === 'waiting');
  tab.softphone.command({ kind: 'choose-match', key: waiting?.key ?? '', recordId });
  await lab.clock.advance(1_000);
}

function written(lab: Lab): { kind: string; who: unknown; contact: unknown; lead: unknown }[] {
  return [...lab.org.done.values()].map((operation) => ({
    kind: operation.kind,
    who: operation.kind === 'close-interaction' ? operation.task?.['WhoId'] : operation.fields['WhoId'],
    contact: operation.fields['Contact__c'],
    lead: operation.fields['Lead__c'],
  }));
}

test('what depends on the choice waits for it and is related at once', async () => {
  const { lab, tab } = await openWithMany();
  await see(lab, tab, ringing('c-1'));
  await see(lab, tab, talking('c-1'));
  expect(statuses(tab)).toEqual(['waiting', 'pending']);

  await choose(lab, tab, ROBIN.recordId);

  expect(statuses(tab)).toEqual(['done', 'done']);
  expect(written(lab)).toEqual([
    { kind: 'save-interaction', who: undefined, contact: ROBIN.recordId, lead: null },
  ]);
});

test('the card carries the record once it is known, also when the call is over and after a reload', async () => {
  const { lab, tab } = await openWithMany();
  const matchOf = ({ softphone }: LabTab): unknown => softphone.view().cards[0]?.match;
  await see(lab, tab, ringing('c-1'));
  const before = matchOf(tab);
  await choose(lab, tab, ALEX.recordId);
  tab.crash();
  const next = await lab.open(configuration());
  const reloaded = matchOf(next);
  await see(lab, next, ended('c-1'));
  await see(lab, next);
  expect([before, reloaded, matchOf(next)]).toEqual([null, ALEX, ALEX]);
});

test('at after-call work it runs unrelated, and is related when the answer comes', async () => {
  const { lab, tab } = await openWithMany();
  for (const contacts of [[ringing('c-1')], [talking('c-1')], [ended('c-1')], []]) {
    await see(lab, tab, ...contacts);
  }
  expect(statuses(tab)).toEqual(['waiting', 'done', 'done']);

  await choose(lab, tab, ALEX.recordId);

  expect(written(lab)).toEqual([
    { kind: 'save-interaction', who: undefined, contact: undefined, lead: undefined },
    { kind: 'close-interaction', who: undefined, contact: undefined, lead: undefined },
    { kind: 'save-interaction', who: undefined, contact: null, lead: ALEX.recordId },
    { kind: 'save-interaction', who: undefined, contact: null, lead: ALEX.recordId },
    { kind: 'update-record', who: ALEX.recordId, contact: undefined, lead: undefined },
  ]);
  expect(actionsOf(tab).map(({ label, status }) => `${label}: ${status}`)).toEqual([
    'Find the caller: done',
    'Start the call record: done',
    'Start the call record: relate it: done',
    'Write the call log: done',
    'Write the call log: relate it: done',
  ]);
});

test('the question survives a reload', async () => {
  const { lab, tab } = await openWithMany();
  await see(lab, tab, ringing('c-1'));
  tab.crash();
  const next = await lab.open();
  await see(lab, next, talking('c-1'));
  expect(statuses(next)).toEqual(['waiting', 'pending']);
  expect(actionsOf(next)[0]?.matches).toEqual([ROBIN, ALEX]);

  await choose(lab, next, ROBIN.recordId);

  expect(lab.org.calls.map(({ kind }) => kind)).toEqual(['lookUp', 'open', 'apply']);
});

test('when nobody answers within ten minutes, the rest runs unrelated', async () => {
  const { lab, tab } = await openWithMany();
  await see(lab, tab, ringing('c-1'));
  await see(lab, tab, talking('c-1'));
  await lab.clock.advance(597_000);
  expect(statuses(tab)).toEqual(['waiting', 'pending']);

  await lab.clock.advance(1_000);

  expect(statuses(tab)).toEqual(['skipped', 'done']);
  expect(actionsOf(tab)[0]?.text).toBe('Nobody chose a record in time, so the call stays without one.');
});

test('“none of these” is an answer', async () => {
  const { lab, tab } = await openWithMany();
  await see(lab, tab, ringing('c-1'));
  await see(lab, tab, talking('c-1'));
  await choose(lab, tab, null);
  expect(actionsOf(tab).map(({ status, text }) => [status, text])).toEqual([
    ['done', 'None of the 2 records was chosen.'],
    ['done', 'The interaction was saved.'],
  ]);
  expect(lab.org.calls.map(({ kind }) => kind)).toEqual(['lookUp', 'apply']);
});

test('who was chosen once is not asked for again in the same call', async () => {
  const { lab, tab } = await openWithMany([
    ...INBOUND_RULES.slice(0, 1),
    ruleRecord('again', { events: ['connected'] }, [
      { type: 'screen-pop', id: 'again', strategies: [{ by: 'phone', objects: ['Contact', 'Lead'] }] },
    ]),
  ]);
  await see(lab, tab, ringing('c-1'));
  await choose(lab, tab, ALEX.recordId);
  await see(lab, tab, talking('c-1'));
  expect(statuses(tab)).toEqual(['done', 'done']);
  expect(tab.softphone.view().cards[0]?.match).toEqual(ALEX);
});

test('a record that was not offered cannot be chosen', async () => {
  const { lab, tab } = await openWithMany();
  await see(lab, tab, ringing('c-1'));
  await choose(lab, tab, '003000000000009AAA');
  expect(statuses(tab)).toEqual(['waiting']);
});

test('what does not depend on the choice passes it', async () => {
  const { lab, tab } = await openWithMany([
    ...INBOUND_RULES.slice(0, 1),
    ruleRecord('pages', { events: ['connected'] }, [
      { type: 'create-record', id: 'case', object: 'Case', fields: { Subject: 'Call of {!match.Name}' } },
      { type: 'open-page', id: 'made', target: { kind: 'record', recordId: '{!created.Case.Id}' } },
      { type: 'open-page', id: 'home', target: { kind: 'object-home', object: 'Case' } },
    ]),
  ]);
  await see(lab, tab, ringing('c-1'));
  await see(lab, tab, talking('c-1'));
  expect(statuses(tab)).toEqual(['waiting', 'pending', 'pending', 'done']);

  await choose(lab, tab, ROBIN.recordId);

  expect(statuses(tab)).toEqual(['done', 'done', 'done', 'done']);
  expect(lab.org.calls.map(({ kind }) => kind)).toEqual(['lookUp', 'open', 'open', 'apply', 'open']);
});

test('a search that failed and is repeated later relates what was written meanwhile', async () => {
  const { lab, tab } = await openWithMany();
  lab.org.matches = [ROBIN];
  lab.org.faults.push({
    on: 'lookUp',
    when: 'before',
    failure: { code: 'APEX_ERROR', message: 'Too many rows', heals: false },
  });
  await see(lab, tab, ringing('c-1'));
  await see(lab, tab, talking('c-1'));
  expect(statuses(tab)).toEqual(['failed', 'done']);

  tab.softphone.command({ kind: 'retry-action', key: actionsOf(tab)[0]?.key ?? '' });
  await lab.clock.advance(1_000);

  expect(written(lab).map(({ contact }) => contact)).toEqual([undefined, ROBIN.recordId]);
  expect(statuses(tab)).toEqual(['done', 'done', 'done']);
});

test('what was written is related once, however often a record is found later', async () => {
  const again = (key: string, event: string): RuleRecord =>
    ruleRecord(key, { events: [event] }, [
      { type: 'screen-pop', id: 'pop', strategies: [{ by: 'phone', objects: ['Contact'] }] },
    ]);
  const { lab, tab } = await openWithMany([
    ...INBOUND_RULES.slice(0, 2),
    again('pop2', 'acw'),
    again('pop3', 'dropped'),
  ]);
  lab.org.matches = [];
  await see(lab, tab, ringing('c-1'));
  await see(lab, tab, talking('c-1'));
  lab.org.matches = [ROBIN];
  await see(lab, tab, ended('c-1'));
  await see(lab, tab);
  expect(written(lab).map(({ kind, contact }) => [kind, contact])).toEqual([
    ['save-interaction', undefined],
    ['save-interaction', ROBIN.recordId],
  ]);
  expect(actionsOf(tab).map(({ label }) => label)).toEqual([
    'Find the caller',
    'Start the call record',
    'Start the call record: relate it',
    'Find the caller',
    'Find the caller',
  ]);
});

test('what had nothing to write or open without the match is done when the answer comes after all', async () => {
  const { lab, tab } = await openWithMany([
    ...INBOUND_RULES.slice(0, 1),
    ruleRecord('after', { events: ['dropped'] }, [
      { type: 'update-call-log', id: 'mark', target: 'match', fields: { Rating: 'Hot' } },
      { type: 'open-page', id: 'show', target: { kind: 'record', recordId: '{!match.Id}' } },
    ]),
  ]);
  for (const contacts of [[ringing('c-1')], [talking('c-1')], [ended('c-1')], []]) {
    await see(lab, tab, ...contacts);
  }
  expect(statuses(tab)).toEqual(['waiting', 'skipped', 'skipped']);

  await choose(lab, tab, ALEX.recordId);

  expect(statuses(tab)).toEqual(['done', 'done', 'done']);
  expect([...lab.org.done.values()].map((operation) => ({ ...operation, key: '' }))).toEqual([
    {
      key: '',
      kind: 'update-record',
      object: 'Lead',
      target: { recordId: ALEX.recordId },
      fields: { Rating: 'Hot' },
    },
  ]);
  expect(lab.org.calls.map(({ kind }) => kind)).toEqual(['lookUp', 'open', 'apply', 'open']);
});

test('a search that fails for minutes holds up nothing, and relates everything in the end', async () => {
  const lab = createLab();
  lab.org.matches = [ROBIN];
  lab.org.faults.push(...Array.from({ length: 9 }, () => ({ on: 'lookUp', when: 'before' }) as const));
  const tab = await lab.open();
  for (const contacts of [[ringing('c-1')], [talking('c-1')], [ended('c-1')], []]) {
    await see(lab, tab, ...contacts);
  }
  await lab.clock.advance(60_000);
  expect(statuses(tab)).toEqual(['pending', 'done', 'done']);

  await lab.clock.advance(600_000);

  expect(actionsOf(tab).map(({ label, status }) => `${label}: ${status}`)).toEqual([
    'Find the caller: offered',
    'Start the call record: done',
    'Start the call record: relate it: done',
    'Write the call log: done',
    'Write the call log: relate it: done',
  ]);
  expect(written(lab).filter(({ who }) => who === ROBIN.recordId).length).toBe(1);
});

describe('when nothing is found', () => {
  const pop = (none: object): readonly RuleRecord[] => [
    ruleRecord('pop', { events: ['connecting'] }, [
      {
        type: 'screen-pop',
        id: 'pop',
        strategies: [
          { by: 'record-id', value: '{!attributes.caseId}' },
          { by: 'phone', objects: ['Contact', 'Lead'] },
        ],
        none,
      },
    ]),
  ];

  test('the card and explain() say where it was searched', async () => {
    const lab = createLab();
    const tab = await lab.open(configuration({}, pop({ do: 'nothing' })));
    await see(lab, tab, ringing('c-1'));
    const [action] = actionsOf(tab);
    expect(action?.text).toBe(
      'No record was found: strategy 1: attributes.caseId is empty; phone +12025550143 matched nothing in Contact, Lead.',
    );
    expect(tab.softphone.explain(action?.key ?? '')).toBe(
      'No pop: rule pop matched, but no record was found: strategy 1: attributes.caseId is empty; phone +12025550143 matched nothing in Contact, Lead.',
    );
  });

  describe('a form for a new record', () => {
    const none = { do: 'new-record', object: 'Lead', defaults: { Phone: '{!call.phoneNumber}' } };
    const opened = (lab: Lab): unknown =>
      lab.org.calls.flatMap((call) => (call.kind === 'open' ? [call.request.target] : []));
    const FORM = { kind: 'new-record', object: 'Lead', defaults: { Phone: '+12025550143' } };

    test('does not cover the page before the call is accepted, but stands ready', async () => {
      const lab = createLab();
      const tab = await lab.open(configuration({}, pop(none)));
      await see(lab, tab, ringing('c-1'));
      const [offer] = actionsOf(tab);
      expect([opened(lab), offer?.status, offer?.text]).toEqual([
        [],
        'offered',
        'The form for a new Lead would cover the page before the call is accepted.',
      ]);
      tab.softphone.command({ kind: 'open-offer', key: offer?.key ?? '' });
      await lab.clock.advance(1_000);
      expect(opened(lab)).toEqual([FORM]);
    });

    test('opens by itself in the call', async () => {
      const lab = createLab();
      const [rule] = pop(none);
      const inCall = { ...(rule as RuleRecord), triggerJson: '{ "events": ["connected"] }' };
      const tab = await lab.open(configuration({}, [inCall]));
      await see(lab, tab, ringing('c-1'));
      await see(lab, tab, talking('c-1'));
      expect(opened(lab)).toEqual([FORM]);
    });
  });
});

describe('with several found', () => {
  const pop = (many: object): readonly RuleRecord[] => [
    ruleRecord('pop', { events: ['connecting'] }, [
      { type: 'screen-pop', id: 'pop', strategies: [{ by: 'phone', objects: ['Contact', 'Lead'] }], many },
    ]),
  ];

  test.each([
    ['best', { kind: 'record', recordId: ROBIN.recordId, objectApiName: 'Contact' }],
    ['search', { kind: 'search', term: '+12025550143' }],
  ])('the policy %s opens at once', async (policy, target) => {
    const { lab, tab } = await openWithMany(pop({ do: policy }));
    await see(lab, tab, ringing('c-1'));
    const last = lab.org.calls.at(-1);
    expect(last?.kind === 'open' && last.request.target).toEqual(target);
    expect(statuses(tab)).toEqual(['done']);
  });
});
