import { classifyContact, isReceiving } from '../../src/contact/classify-contact.ts';
import { parseEventSettings } from '../../src/model/settings.ts';
import { contact } from './scenario.ts';

const TALK = 'agent:connected customer:connected';
const marked = contact('c-1', 'connected', TALK, { attributes: { cti_tether: ' TRUE ' } });

describe('what a contact is', () => {
  it.each([
    ['a tether by its attribute', { setup: 'tethered' }, marked, 'tether'],
    [
      'a tether by its queue',
      { setup: 'tethered', queuePacing: { Agents: 'tether' } },
      contact('c-1', 'connected', TALK, { queue: 'Agents' }),
      'tether',
    ],
    [
      'no tether where every call is a contact of its own',
      { setup: 'tethered', tether: { style: 'per-call' } },
      marked,
      'call',
    ],
    ['no tether in the HVOC setup', {}, marked, 'call'],
    ['a callback', {}, contact('c-1', 'incoming', TALK, { type: 'queue_callback' }), 'call'],
    [
      'an own call that a supervisor listens to',
      {},
      contact('c-1', 'connected', `${TALK} monitor-1:silent_monitor`),
      'call',
    ],
    [
      'a supervised call',
      {},
      contact('c-1', 'connected', 'monitor-1:connected customer:connected'),
      'ignored',
    ],
    [
      'monitoring by its initiation method',
      {},
      contact('c-1', 'connected', TALK, { method: 'monitor' }),
      'ignored',
    ],
    [
      'monitoring by its initial leg',
      {},
      contact('c-1', 'connected', TALK, { leg: 'monitoring' }),
      'ignored',
    ],
    ['a task', {}, contact('c-1', 'connected', TALK, { type: 'task' }), 'ignored'],
    ['a contact without an initial leg', {}, contact('c-1', 'connected', 'agent:connected'), 'ignored'],
  ])('%s', (_name, settings, seen, kind) => {
    expect(classifyContact(seen, parseEventSettings(settings)).kind).toBe(kind);
  });

  it('received by consult or transfer: a voice contact with another initial contact', () => {
    expect(
      [
        contact('c-2', 'connected', TALK, { from: 'c-1' }),
        contact('c-2', 'connected', TALK),
        contact('c-2', 'connected', TALK, { from: null }),
        contact('c-2', 'connected', TALK, { from: 'c-1', type: 'queue_callback' }),
      ].map(isReceiving),
    ).toEqual([true, false, false, false]);
  });
});
