import { parseEventSettings } from '../../src/model/settings.ts';
import { at, contact, play, reload, say, snap } from './scenario.ts';

const settings = parseEventSettings({ setup: 'tethered', tether: { defaultPacing: 'predictive' } });
const TALK = 'agent:connected customer:connected';
const tether = (id: string, state = 'connected') =>
  snap('Busy', contact(id, state, TALK, { attributes: { cti_tether: 'true' } }));

describe('the standing tether', () => {
  it('is named in the trace once, and is no call', () => {
    const { outputs, tracker } = play([tether('t-1'), tether('t-1'), reload, tether('t-1')], { settings });
    expect(outputs.flat()).toEqual([
      {
        kind: 'trace',
        entry: {
          at: at(0),
          kind: 'ignored',
          callKey: null,
          text: "Contact ignored: it is the agent's tether, and carries calls without being one.",
          data: { contactId: 't-1' },
        },
      },
    ]);
    expect(tracker.calls()).toEqual([]);
    expect(tracker.state().tethers).toEqual([{ contactId: 't-1', alive: true, sequence: null }]);
  });

  it('that was replaced in one snapshot leaves the call open', () => {
    const { tracker } = play([tether('t-1'), say('d-1', 'Regular-Call CustAnswered'), tether('t-2')], {
      settings,
    });
    expect(tracker.calls().map((call) => call.state)).toEqual(['answered']);
  });

  it('that is gone after a page load ends the call when it was last known to live', () => {
    const { outputs } = play(
      [tether('t-1'), say('d-1', 'Regular-Call CustAnswered'), reload, snap('Available')],
      { settings },
    );
    const [acw] = (outputs[3] ?? []).flatMap((output) => (output.kind === 'event' ? [output.call] : []));
    expect([acw?.endedAt, acw?.clearedAt, acw?.estimatedEnd]).toEqual([at(1), at(3), true]);
  });

  it('that ends in after-call work leaves the end of the call exact', () => {
    const { outputs } = play([tether('t-1'), say('d-1', 'Regular-Call ACW'), reload, snap('Available')], {
      settings,
    });
    const [dropped] = (outputs[3] ?? []).flatMap((output) => (output.kind === 'event' ? [output] : []));
    expect([dropped?.call.endedAt, dropped?.call.estimatedEnd, dropped?.event.estimatedEnd]).toEqual([
      at(1),
      false,
      undefined,
    ]);
  });

  it('becomes one when its attribute comes before the first event', () => {
    const plain = snap('Busy', contact('t-1', 'init', 'agent:connecting customer:init'));
    const { outputs, tracker } = play([plain, tether('t-1')], { settings });
    expect(outputs.flat().filter((output) => output.kind === 'event')).toEqual([]);
    expect(tracker.calls()).toEqual([]);
  });

  it('keeps a contact first seen without a state out of every rule until it has one', () => {
    const strange = contact('c-1', '', TALK);
    const { outputs } = play([snap('Busy', strange), snap('Busy', { ...strange, state: 'connecting' })], {
      settings,
    });
    expect(
      outputs.map((list) => list.flatMap((output) => (output.kind === 'event' ? [output.event.tuple] : []))),
    ).toEqual([[], ['tethered.inbound.inbound.connecting']]);
  });
});
