import { createStreamsDriver } from '../../src/cli/streams-driver.ts';
import { readRecording } from '../../src/replay/read-recording.ts';
import type { RecordedUpdate } from '../../src/replay/recording.ts';

const AT = Date.UTC(2026, 4, 4, 8, 0, 0);

function updateOf(contacts: unknown[], configuration?: unknown): RecordedUpdate {
  const snapshot = { state: { name: 'Busy', type: 'system', startTimestamp: AT }, contacts };
  const [entry] = readRecording([{ at: AT, agentUpdate: { snapshot, configuration } }]).entries;
  if (entry?.kind !== 'update') throw new TypeError('the recording has no update');
  return entry.update;
}

const leg = (connectionId: string, type: string, changes: object = {}): object => ({
  connectionId,
  type,
  initial: type !== 'agent',
  state: { type: 'connected', timestamp: AT },
  endpoint: { type: 'phone_number', phoneNumber: '+12025550143' },
  softphoneMediaInfo: type === 'agent' ? { callType: 'audio_only' } : null,
  ...changes,
});

const voice = (changes: object = {}): object => ({
  contactId: 'contact-a',
  initialContactId: null,
  type: 'voice',
  state: { type: 'connected', timestamp: AT },
  queue: { queueARN: 'arn:queue/service', name: 'Service' },
  attributes: { cti_pacing: { name: 'cti_pacing', value: 'Progressive' } },
  connections: [leg('leg-1', 'agent'), leg('leg-2', 'inbound')],
  ...changes,
});

it('the real library shows a recorded update as one observation', () => {
  const driver = createStreamsDriver();
  const configuration = { agentARN: 'arn:agent', name: 'Robin Example', routingProfile: { queues: [] } };
  expect(driver.update(updateOf([voice()], configuration), AT)).toEqual({
    observations: [
      {
        at: AT,
        agent: { id: 'arn:agent', name: 'Robin Example', state: 'Busy' },
        contacts: [
          {
            contactId: 'contact-a',
            initialContactId: null,
            type: 'voice',
            state: 'connected',
            stateAt: AT,
            queue: { arn: 'arn:queue/service', id: 'service', name: 'Service' },
            initiationMethod: null,
            attributes: { cti_pacing: 'Progressive' },
            connections: [
              {
                legId: 'leg-1',
                type: 'agent',
                state: 'connected',
                stateAt: AT,
                initial: false,
                phoneNumber: '+12025550143',
                quickConnectName: null,
              },
              {
                legId: 'leg-2',
                type: 'inbound',
                state: 'connected',
                stateAt: AT,
                initial: true,
                phoneNumber: '+12025550143',
                quickConnectName: null,
              },
            ],
          },
        ],
      },
    ],
    trace: [],
  });
});

it('other channels pass through without their connections being touched', () => {
  const driver = createStreamsDriver();
  const task = {
    contactId: 'task-1',
    type: 'task',
    state: { type: 'connected' },
    connections: [leg('x', 'agent')],
  };
  const { observations, trace } = driver.update(updateOf([task]), AT);
  expect(
    observations.map(({ contacts }) => contacts.map(({ type, connections }) => [type, connections])),
  ).toEqual([[['task', null]]]);
  expect(trace).toEqual([]);
});

it('a contact without state or legs is shown as it is, every time', () => {
  const driver = createStreamsDriver();
  const bare = { contactId: 'contact-a', type: 'voice' };
  for (const contacts of [[voice()], [bare], [voice()], []]) {
    expect(driver.update(updateOf(contacts), AT).observations.length).toBe(1);
  }
  const { observations, trace } = driver.update(updateOf([bare]), AT);
  expect(observations[0]?.contacts.map(({ state, connections }) => [state, connections])).toEqual([['', []]]);
  expect(trace).toEqual([]);
});

it('a page load starts the library anew', () => {
  const driver = createStreamsDriver();
  driver.update(updateOf([voice()]), AT);
  driver.reload();
  driver.reload();
  expect(driver.update(updateOf([voice()]), AT + 1000).observations.map(({ at }) => at)).toEqual([AT + 1000]);
});
