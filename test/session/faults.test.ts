import type { RunnerFailure } from '../../src/model/action-runner.ts';
import type { RuleRecord } from '../../src/model/apex-contract.ts';
import { OFFLINE, ROBIN } from '../support/fake-runner.ts';
import type { Fault } from '../support/fake-runner.ts';
import { INBOUND_STAGES } from '../support/inbound-call.ts';
import { configuration, createLab, ruleRecord } from '../support/softphone-lab.ts';
import type { Lab, LabTab } from '../support/softphone-lab.ts';

const { ringing, talking, ended } = INBOUND_STAGES;

async function playCall(lab: Lab, tab: LabTab): Promise<void> {
  for (const contacts of [[ringing('c-1')], [talking('c-1')], [ended('c-1')], []]) {
    tab.see(...contacts);
    await lab.clock.advance(1_000);
  }
}

const times = (count: number, fault: Fault): Fault[] => Array.from({ length: count }, () => fault);

function actions(tab: LabTab): (readonly [string, string, string, boolean])[] {
  return (tab.softphone.view().cards[0]?.actions ?? []).map(
    ({ label, status, text, canRetry }) => [label, status, text, canRetry] as const,
  );
}

const kindsDone = (lab: Lab): string[] => [...lab.org.done.values()].map(({ kind }) => kind);

const HEALING: readonly RunnerFailure[] = [
  OFFLINE,
  { code: '503', message: 'Service unavailable', heals: true },
  { code: 'UNABLE_TO_LOCK_ROW', message: 'unable to obtain exclusive access to this record', heals: true },
  { code: 'INVALID_SESSION_ID', message: 'Session expired', heals: true },
];

describe.each(HEALING)('with $code for a while', (failure) => {
  test('everything is done in the end, once and in order', async () => {
    const lab = createLab();
    lab.org.matches = [ROBIN];
    lab.org.faults.push(...times(3, { on: 'apply', when: 'before', failure }));
    const tab = await lab.open();
    await playCall(lab, tab);
    await lab.clock.advance(120_000);
    expect(kindsDone(lab)).toEqual(['save-interaction', 'close-interaction']);
    expect(actions(tab).map(([, status]) => status)).toEqual(['done', 'done', 'done']);
  });

  test('a lost answer repeats the request and not the write', async () => {
    const lab = createLab();
    lab.org.faults.push(...times(2, { on: 'apply', when: 'after', failure }));
    const tab = await lab.open();
    await playCall(lab, tab);
    await lab.clock.advance(120_000);
    expect(lab.org.tasks.size).toBe(1);
    expect(kindsDone(lab)).toEqual(['save-interaction', 'close-interaction']);
    expect(actions(tab)[1]).toEqual([
      'Start the call record',
      'done',
      'The interaction was saved (an earlier attempt had got through).',
      false,
    ]);
  });
});

test('what an attempt waits for is said on the card', async () => {
  const lab = createLab();
  lab.org.faults.push(...times(1, { on: 'apply', when: 'before' }));
  const tab = await lab.open();
  tab.see(talking('c-1'));
  await lab.clock.advance(10);
  expect(actions(tab)).toEqual([
    ['Start the call record', 'pending', 'There is no connection. It is tried again.', true],
  ]);
});

describe('an outage of hours', () => {
  const outage = async (): Promise<{ lab: Lab; tab: LabTab }> => {
    const lab = createLab();
    lab.org.faults.push(...times(10_000, { on: 'apply', when: 'before' }));
    const tab = await lab.open();
    tab.see(talking('c-1'));
    tab.see(ended('c-1'));
    tab.see();
    await lab.clock.advance(5 * 3_600_000);
    expect([kindsDone(lab), actions(tab).map(([, status]) => status)]).toEqual([[], ['pending', 'pending']]);
    lab.org.faults.length = 0;
    return { lab, tab };
  };
  const DONE = ['save-interaction', 'close-interaction'];

  test('ends with every call written, within five minutes of its end', async () => {
    const { lab } = await outage();
    await lab.clock.advance(300_000);
    expect(kindsDone(lab)).toEqual(DONE);
  });

  test('ends with every call written at once when the browser says that it is online again', async () => {
    const { lab } = await outage();
    lab.reconnect();
    await lab.clock.advance(1_000);
    expect(kindsDone(lab)).toEqual(DONE);
  });

  test('may be ended for an action by the agent, who can ask for the next attempt', async () => {
    const { lab, tab } = await outage();
    const [waiting] = tab.softphone.view().cards[0]?.actions ?? [];
    tab.softphone.command({ kind: 'retry-action', key: waiting?.key ?? '' });
    await lab.clock.advance(1_000);
    expect(kindsDone(lab)[0]).toBe('save-interaction');
  });

  test('is taken up at once by the next page', async () => {
    const { lab, tab } = await outage();
    tab.crash();
    await lab.open();
    await lab.clock.advance(1_000);
    expect(kindsDone(lab)).toEqual(DONE);
  });

  test('asks at most every two and a half minutes in the long run', async () => {
    const { lab } = await outage();
    expect(lab.org.calls.length).toBeLessThan(2 * (20 + (5 * 60) / 2.5));
  });
});

test('an action that cannot get through for an hour does not keep the log from being written', async () => {
  const lab = createLab();
  const locked = { statusCode: 'UNABLE_TO_LOCK_ROW', message: 'locked', fields: [] };
  lab.org.refuse = ({ kind }) => (kind === 'save-interaction' ? locked : null);
  const tab = await lab.open();
  await playCall(lab, tab);
  await lab.clock.advance(3_600_000);
  expect(kindsDone(lab)).toEqual(['close-interaction']);
});

test('a clock that is set back by days delays an attempt by five minutes at most', async () => {
  const lab = createLab();
  lab.org.faults.push(...times(10, { on: 'apply', when: 'before' }));
  const tab = await lab.open();
  tab.see(talking('c-1'));
  await lab.clock.advance(20_000);
  lab.clock.setBack(40 * 24 * 3_600_000);
  lab.org.faults.length = 0;
  await lab.clock.advance(600_000);
  expect(kindsDone(lab)).toEqual(['save-interaction']);
});

describe('what no repetition can cure', () => {
  const INVALID = { statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Call it so', fields: [] };
  const play = async (calls: number): Promise<{ lab: Lab; tab: LabTab }> => {
    const lab = createLab();
    lab.org.refuse = ({ kind }) => (kind === 'close-interaction' ? INVALID : null);
    const tab = await lab.open();
    for (let number = 1; number <= calls; number += 1) {
      for (const contacts of [[talking(`c-${number}`)], [ended(`c-${number}`)], []]) {
        tab.see(...contacts);
        await lab.clock.advance(1_000);
      }
    }
    return { lab, tab };
  };

  test('is kept for the agent to repair, for the latest twenty calls', async () => {
    const { lab, tab } = await play(30);
    const { cards, warnings } = tab.softphone.view();
    const failed = cards.filter((card) => card.actions.some(({ status }) => status === 'failed'));
    const numbers = failed.map(({ call }) => Number(call.callId.slice(2))).sort((one, two) => one - two);
    expect([numbers.length, numbers[0], numbers.at(-1)]).toEqual([20, 11, 30]);
    expect(warnings).toEqual([
      '10 actions were given up, because more than 20 calls had failed actions. Complete by hand the calls with +12025550143.',
    ]);
    expect([...lab.browser.items.values()].join('').includes('c-10|')).toBe(false);
  });

  test('can be left undone by the agent, and is forgotten then', async () => {
    const { lab, tab } = await play(1);
    const [card] = tab.softphone.view().cards;
    expect(card?.canDismiss).toBe(true);
    tab.softphone.command({ kind: 'dismiss-call', callKey: card?.call.callKey ?? '' });
    expect(tab.softphone.view().cards).toEqual([]);
    expect([...lab.browser.items.values()].join('').includes('+1202555')).toBe(false);
  });

  test('cannot be left undone while the call lives', async () => {
    const lab = createLab();
    lab.org.refuse = () => INVALID;
    const tab = await lab.open();
    tab.see(talking('c-1'));
    await lab.clock.advance(1_000);
    const [card] = tab.softphone.view().cards;
    tab.softphone.command({ kind: 'dismiss-call', callKey: card?.call.callKey ?? '' });
    expect([card?.canDismiss, actions(tab).map(([, status]) => status)]).toEqual([false, ['failed']]);
  });
});

test('a softphone that is stopped by a listener starts nothing more, and the next page finds what was done', async () => {
  const lab = createLab();
  const first = await lab.open();
  first.softphone.subscribe(({ cards }) => {
    if (cards.length > 0) first.softphone.stop();
  });
  first.see(talking('c-1'));
  first.see(ended('c-1'));
  first.see();
  await lab.clock.advance(1_000);
  expect(kindsDone(lab)).toEqual(['save-interaction']);

  const next = await lab.open();
  next.see(talking('c-1'));
  await lab.clock.advance(1_000);
  expect(kindsDone(lab)).toEqual(['save-interaction']);
  expect(actions(next)).toEqual([
    [
      'Start the call record',
      'done',
      'The interaction was saved (an earlier attempt had got through).',
      false,
    ],
  ]);
});

test('a failure that cannot heal is not repeated and shows the platform’s own words', async () => {
  const lab = createLab();
  lab.org.refuse = ({ kind }) =>
    kind === 'save-interaction'
      ? {
          statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
          message: 'Queue is mandatory',
          fields: ['Queue__c'],
        }
      : null;
  const tab = await lab.open();
  await playCall(lab, tab);
  await lab.clock.advance(600_000);
  expect(lab.org.calls.filter(({ kind }) => kind === 'apply').length).toBe(2);
  expect(actions(tab).slice(1)).toEqual([
    ['Start the call record', 'failed', 'Queue is mandatory (Queue__c).', true],
    ['Write the call log', 'done', 'The call log was written and closed.', false],
  ]);
});

test('a request without an answer counts as failed after its time and is repeated', async () => {
  const lab = createLab();
  lab.org.faults.push({ on: 'apply', when: 'hang' });
  const tab = await lab.open();
  tab.see(talking('c-1'));
  await lab.clock.advance(44_000);
  expect(actions(tab)[0]?.[1]).toBe('running');
  await lab.clock.advance(5_000);
  expect(actions(tab)[0]?.[2]).toBe('The interaction was saved (an earlier attempt had got through).');
});

test('a page that does not confirm is not opened again by itself', async () => {
  const lab = createLab();
  lab.org.matches = [ROBIN];
  lab.org.faults.push({ on: 'open', when: 'hang' });
  const tab = await lab.open();
  tab.see(ringing('c-1'));
  await lab.clock.advance(600_000);
  expect(lab.org.calls.filter(({ kind }) => kind === 'open').length).toBe(1);
  expect(actions(tab)).toEqual([
    ['Find the caller', 'failed', 'The Contact record did not confirm that it opened.', true],
  ]);
});

test('one call’s trouble does not hold up another call', async () => {
  const lab = createLab();
  lab.org.faults.push({ on: 'apply', when: 'hang' });
  const tab = await lab.open();
  tab.see(talking('c-1'));
  await lab.clock.advance(1_000);
  tab.see(talking('c-1'), talking('c-2'));
  await lab.clock.advance(1_000);
  const states = tab.softphone.view().cards.map(({ call, actions: of }) => [call.callId, of[0]?.status]);
  expect(states).toEqual([
    ['c-2', 'done'],
    ['c-1', 'running'],
  ]);
});

describe('several writes of one event', () => {
  const many = (onFailure?: 'stop'): readonly RuleRecord[] => [
    ruleRecord(
      'many',
      { events: ['connected'] },
      [
        { type: 'create-record', id: 'one' },
        { type: 'create-record', id: 'two', object: 'Case', fields: { Subject: 'A call' } },
        {
          type: 'update-call-log',
          id: 'three',
          target: 'created.Case',
          fields: { Status: 'Working' },
        },
      ],
      onFailure,
    ),
  ];

  test('go out in one request, and a later one refers to what an earlier one creates', async () => {
    const lab = createLab();
    const tab = await lab.open(configuration({}, many()));
    tab.see(talking('c-1'));
    await lab.clock.advance(1_000);
    const [request, ...rest] = lab.org.calls;
    expect(rest).toEqual([]);
    const operations = request?.kind === 'apply' ? request.request.operations : [];
    expect(operations.map(({ kind }) => kind)).toEqual([
      'save-interaction',
      'create-record',
      'update-record',
    ]);
    const [, create, update] = operations;
    expect(update?.kind === 'update-record' && update.target).toEqual({ created: create?.key });
  });

  test('are sent one by one when the request fails as a whole', async () => {
    const lab = createLab();
    lab.org.faults.push({
      on: 'apply',
      when: 'before',
      failure: { code: 'APEX_ERROR', message: 'Too many SOQL queries: 101', heals: false },
    });
    const tab = await lab.open(configuration({}, many()));
    tab.see(talking('c-1'));
    await lab.clock.advance(1_000);
    const sizes = lab.org.calls.map((call) => (call.kind === 'apply' ? call.request.operations.length : 0));
    expect(sizes).toEqual([3, 1, 1, 1]);
    expect(actions(tab).map(([, status]) => status)).toEqual(['done', 'done', 'done']);
  });

  test('stop after the first that fails, if the rule says so, and a retry takes up the rest', async () => {
    const lab = createLab();
    let broken = true;
    lab.org.refuse = ({ kind }) =>
      broken && kind === 'create-record'
        ? { statusCode: 'REQUIRED_FIELD_MISSING', message: 'Required fields are missing', fields: ['Origin'] }
        : null;
    const tab = await lab.open(configuration({}, many('stop')));
    tab.see(talking('c-1'));
    await lab.clock.advance(1_000);
    expect(actions(tab)).toEqual([
      ['Start the call record', 'done', 'The interaction was saved.', false],
      ['Create Case', 'failed', 'Required fields are missing (Origin).', true],
      [
        'Update created.Case',
        'skipped',
        'An earlier action of the rule failed, and the rule stops then.',
        false,
      ],
    ]);

    broken = false;
    const failed = tab.softphone.view().cards[0]?.actions[1];
    tab.softphone.command({ kind: 'retry-action', key: failed?.key ?? '' });
    await lab.clock.advance(1_000);
    expect(actions(tab).map(([, status]) => status)).toEqual(['done', 'done', 'done']);
  });
});

describe('a runner that breaks its word', () => {
  test('by throwing or rejecting fails the action and nothing else', async () => {
    const lab = createLab();
    const runner = lab.org.runnerOf('x');
    lab.org.runnerOf = () => ({
      ...runner,
      lookUp: () => {
        throw new TypeError('lookUp is not a function');
      },
      apply: () => Promise.reject(new Error('no')),
    });
    const tab = await lab.open();
    await playCall(lab, tab);
    await lab.clock.advance(600_000);
    expect(actions(tab)).toEqual([
      ['Find the caller', 'failed', 'lookUp is not a function.', true],
      ['Start the call record', 'failed', 'no.', true],
      ['Write the call log', 'failed', 'no.', true],
    ]);
  });

  test('by leaving out a result makes the action try again', async () => {
    const lab = createLab();
    const runner = lab.org.runnerOf('x');
    let answers = 0;
    lab.org.runnerOf = () => ({
      ...runner,
      apply: async (request) => {
        const result = await runner.apply(request);
        answers += 1;
        return answers > 1 || !result.ok ? result : { ok: true, value: { ...result.value, results: [] } };
      },
    });
    const tab = await lab.open();
    tab.see(talking('c-1'));
    await lab.clock.advance(5_000);
    expect(answers).toBe(2);
    expect(kindsDone(lab)).toEqual(['save-interaction']);
  });
});

test('more unfinished actions than the outbox holds are refused, aloud', async () => {
  const lab = createLab();
  lab.org.faults.push(...times(1_000, { on: 'apply', when: 'hang' }));
  const rule = ruleRecord(
    'many',
    { events: ['connected'] },
    Array.from({ length: 301 }, (_, index) => ({
      type: 'create-record',
      id: `n${index}`,
      object: `C${index}__c`,
    })),
  );
  const tab = await lab.open(configuration({}, [rule]));
  tab.see(talking('c-1'));
  await lab.clock.advance(1_000);
  expect(tab.softphone.view().warnings).toEqual([
    '1 action was not taken in, because 300 are unfinished already. Check the connection to Salesforce and the failed actions.',
  ]);
  expect(tab.softphone.view().cards[0]?.timeline.at(-1)?.text).toBe(
    'Too many actions are unfinished (300), so this one was not taken in.',
  );
});

test.each([0, 1, 2, 3, 4])(
  'a log that names the new case names it after %i lost requests, too',
  async (lost) => {
    const lab = createLab();
    lab.org.faults.push(...times(lost, { on: 'apply', when: 'before' }));
    const tab = await lab.open(
      configuration({}, [
        ruleRecord('case', { events: ['connected'] }, [{ type: 'create-record', object: 'Case' }]),
        ruleRecord('log', { events: ['dropped'] }, [
          { type: 'update-call-log', fields: { WhatId: '{!created.Case.Id}' } },
        ]),
      ]),
    );
    await playCall(lab, tab);
    await lab.clock.advance(120_000);
    const close = [...lab.org.done.values()].find(({ kind }) => kind === 'close-interaction');
    expect(close?.kind === 'close-interaction' && close.task?.['WhatId']).toMatch(/^500/);
  },
);

test('a record that names the log of the same event is written after it', async () => {
  const lab = createLab();
  const tab = await lab.open(
    configuration({}, [
      ruleRecord('both', { events: ['connected'] }, [
        { type: 'create-record' },
        { type: 'create-record', id: 'case', object: 'Case', fields: { Call__c: '{!log.Id}' } },
      ]),
    ]),
  );
  await playCall(lab, tab);
  const made = [...lab.org.done.values()].find(({ kind }) => kind === 'create-record');
  expect(made?.fields['Call__c']).toMatch(/^a00/);
});

test('what the server made fit is said in the trace', async () => {
  const lab = createLab();
  lab.org.notes = ['Subject was cut from 300 to 255 characters'];
  const tab = await lab.open();
  await playCall(lab, tab);
  const texts = tab.softphone.view().cards[0]?.timeline.map((line) => JSON.stringify(line)) ?? [];
  expect(texts.filter((text) => text.includes('Subject was cut from 300')).length).toBe(2);
});
