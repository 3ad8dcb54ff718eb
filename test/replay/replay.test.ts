import { parseEventSettings } from '../../src/model/settings.ts';
import type { AgentObservation, ContactObservation } from '../../src/model/observation.ts';
import type { ActionPlan } from '../../src/model/plan.ts';
import { readRecording } from '../../src/replay/read-recording.ts';
import { replay } from '../../src/replay/replay.ts';
import type { PlanEvent } from '../../src/replay/replay.ts';
import type { SnapshotDriver } from '../../src/replay/snapshot-driver.ts';

const AT = Date.UTC(2026, 4, 4, 8, 0, 0);

/** Recordings of observations need no Streams. */
const NO_STREAMS: SnapshotDriver = {
  update: () => ({ observations: [], trace: [] }),
  reload: () => undefined,
};

function contact(state: string): ContactObservation {
  const leg = (legId: string, type: string, initial: boolean) => ({
    legId,
    type,
    state: state === 'ended' ? 'disconnected' : 'connected',
    stateAt: null,
    initial,
    phoneNumber: null,
    quickConnectName: null,
  });
  return {
    contactId: 'contact-a',
    initialContactId: null,
    type: 'voice',
    state,
    stateAt: null,
    queue: null,
    initiationMethod: null,
    attributes: {},
    connections: [leg('leg-agent', 'agent', false), leg('leg-customer', 'inbound', true)],
  };
}

function observation(second: number, agentState: string, contacts: ContactObservation[]) {
  const seen: AgentObservation = {
    at: AT + second * 1000,
    agent: { id: 'agent-1', name: 'Robin Example', state: agentState },
    contacts,
  };
  return { observation: seen };
}

const RECORDING = readRecording([
  observation(0, 'Available', []),
  observation(1, 'Busy', [contact('connected')]),
  { reload: true },
  { reload: true },
  observation(5, 'AfterCallWork', [contact('ended')]),
  observation(9, 'Available', []),
]);

const brief = (lines: Iterable<object>): string[] =>
  [...lines].flatMap((line) => {
    const { type, tuple, replayed, text } = line as Record<string, unknown>;
    return type === 'trace'
      ? []
      : [[type, tuple ?? '', replayed === true ? 'replayed' : '', text ?? ''].join(' ').trim()];
  });

it('observations become events, a reload keeps what the calls are', () => {
  const lines = replay(RECORDING, { settings: parseEventSettings({}), driver: NO_STREAMS });
  expect(brief(lines)).toEqual([
    'event hvoc.inbound.inbound.connected',
    'event hvoc.inbound.inbound.acw replayed',
    'event hvoc.inbound.inbound.dropped',
  ]);
});

it('plans follow their event and know the call and the agent', () => {
  const seen: unknown[] = [];
  const plan: PlanEvent = (event, call, agentName) => {
    seen.push([event.event, call.callKey, agentName]);
    const planned: ActionPlan = {
      callKey: call.callKey,
      event,
      call,
      agentName,
      actions: [],
      considered: [],
    };
    return event.event === 'acw' ? null : planned;
  };
  const lines = replay(RECORDING, { settings: parseEventSettings({}), driver: NO_STREAMS, plan });
  expect(brief(lines)).toEqual([
    'event hvoc.inbound.inbound.connected',
    'plan',
    'event hvoc.inbound.inbound.acw replayed',
    'event hvoc.inbound.inbound.dropped',
    'plan',
  ]);
  expect(seen).toEqual([
    ['connected', 'agent-1|contact-a|1', 'Robin Example'],
    ['acw', 'agent-1|contact-a|1', 'Robin Example'],
    ['dropped', 'agent-1|contact-a|1', 'Robin Example'],
  ]);
});

it('updates and page loads go to the driver in order, its reasons come out as trace lines', () => {
  const calls: string[] = [];
  const driver: SnapshotDriver = {
    update(_update, at) {
      calls.push(`update ${at - AT}`);
      return { observations: [], trace: [{ at, kind: 'diagnostic', callKey: null, text: 'odd' }] };
    },
    reload: () => void calls.push('reload'),
  };
  const snapshot = { state: { name: 'Available', type: 'routable' }, contacts: [] };
  const recording = readRecording([{ at: AT, snapshot }, { reload: true }, { at: AT + 5000, snapshot }]);
  const lines = [...replay(recording, { settings: parseEventSettings({}), driver })];
  expect(calls).toEqual(['update 0', 'reload', 'update 5000']);
  expect(lines).toEqual([
    { type: 'trace', at: AT, kind: 'diagnostic', callKey: null, text: 'odd' },
    { type: 'trace', at: AT + 5000, kind: 'diagnostic', callKey: null, text: 'odd' },
  ]);
});

it('a dialler message that cannot be read is explained and changes nothing', () => {
  const recording = readRecording([{ at: AT, dialer: 'CustAnswered' }]);
  const settings = parseEventSettings({ setup: 'tethered' });
  expect([...replay(recording, { settings, driver: NO_STREAMS })]).toEqual([
    {
      type: 'trace',
      at: AT,
      kind: 'diagnostic',
      callKey: null,
      text: 'A dialler message cannot be read: must be of type object.',
      data: { path: '', reason: 'must be of type object' },
    },
  ]);
});
