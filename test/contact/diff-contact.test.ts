import { diffContact } from '../../src/contact/diff-contact.ts';
import { legsOf } from '../../src/contact/legs.ts';
import { contact } from './scenario.ts';

const TALK = 'agent:connected customer:connected';
const talking = contact('c-1', 'connected', TALK);

describe('the difference of two observations', () => {
  it('is nothing for the same facts in other objects, whatever else changed', () => {
    const again = contact('c-1', 'connected', TALK, { attributes: { late: 'yes' }, queue: 'Support' });
    expect(diffContact(talking, again)).toEqual([]);
    expect(diffContact(null, null)).toEqual([]);
  });

  it('is everything at first sight', () => {
    expect(
      diffContact(null, contact('c-1', 'connected', 'agent:connected customer:hold t1:connected t2:hold')),
    ).toEqual([
      { type: 'contact.connected' },
      { type: 'customer.connected', onHold: true },
      { type: 'initial.hold', thirdsAlive: ['c-1-t1', 'c-1-t2'] },
      { type: 'third.alive', legId: 'c-1-t1', state: 'connected' },
      { type: 'third.connected', legId: 'c-1-t1' },
      { type: 'third.alive', legId: 'c-1-t2', state: 'hold' },
      { type: 'third.hold', legId: 'c-1-t2' },
    ]);
  });

  it('keeps the order state, initial leg, third legs, conference, end', () => {
    const before = contact('c-1', 'connecting', 'agent:connected customer:hold t1:connecting');
    expect(diffContact(before, contact('c-1', 'connected', `${TALK} t1:connected`))).toEqual([
      { type: 'contact.connected' },
      { type: 'customer.connected', onHold: false },
      { type: 'initial.resumed' },
      { type: 'third.connected', legId: 'c-1-t1' },
      { type: 'conference.started' },
    ]);
    expect(
      diffContact(before, contact('c-1', 'ended', 'agent:disconnected customer:connected t1:connected')),
    ).toEqual([
      { type: 'third.connected', legId: 'c-1-t1' },
      { type: 'party.left', by: 'agent' },
      { type: 'contact.ended', thirdsLeft: ['c-1-t1'] },
    ]);
  });

  it('names who stayed with the customer at the end and at the removal', () => {
    const consulting = contact(
      'c-1',
      'connected',
      'agent:connected customer:hold t1:connecting t2:disconnected',
    );
    expect(diffContact(consulting, null)).toEqual([{ type: 'contact.removed', thirdsLeft: ['c-1-t1'] }]);
    const alone = contact('c-1', 'connected', 'agent:connected customer:disconnected t1:connected');
    expect(diffContact(alone, null)).toEqual([{ type: 'contact.removed', thirdsLeft: [] }]);
  });

  it('says of a contact that is over only that it is removed', () => {
    const ended = contact('c-1', 'ended', TALK);
    expect(diffContact(ended, contact('c-1', 'ended', `${TALK} t1:connected`))).toEqual([]);
    expect(diffContact(contact('c-1', 'missed', TALK), contact('c-1', 'error', TALK))).toEqual([]);
    expect(diffContact(ended, contact('c-1', 'connected', TALK))).toEqual([]);
    expect(diffContact(ended, null)).toEqual([{ type: 'contact.removed', thirdsLeft: [] }]);
    expect(diffContact(null, ended)).toEqual([{ type: 'contact.ended', thirdsLeft: [] }]);
  });

  it('says how an end turned out', () => {
    const ended = contact('c-1', 'ended', TALK);
    expect(
      ['missed', 'rejected', 'error'].map((state) => diffContact(ended, contact('c-1', state, TALK))),
    ).toEqual(
      ['contact.missed', 'contact.rejected', 'contact.error'].map((type) => [{ type, thirdsLeft: [] }]),
    );
  });

  it('sees an outbound leg answer only while the contact is connecting', () => {
    const ringing = contact('c-1', 'connecting', 'agent:connected customer:connecting', { leg: 'outbound' });
    const answered = contact('c-1', 'connecting', TALK, { leg: 'outbound' });
    expect(diffContact(ringing, answered)).toEqual([{ type: 'customer.answered' }]);
    expect(diffContact(ringing, contact('c-1', 'connecting', TALK))).toEqual([]);
    expect(diffContact(ringing, contact('c-1', 'connected', TALK, { leg: 'outbound' }))).toEqual([
      { type: 'contact.connected' },
      { type: 'customer.connected', onHold: false },
    ]);
  });

  it('notices that a leg which was there all along is the initial one', () => {
    const unmarked = {
      ...talking,
      connections: legsOf(talking).map((leg) => ({ ...leg, initial: false })),
    };
    expect(diffContact(unmarked, talking)).toEqual([{ type: 'customer.connected', onHold: false }]);
  });

  it('counts for a conference three connected legs with the agent among them, supervisors left out', () => {
    const started = { type: 'conference.started' };
    const joined = contact('c-1', 'connected', `${TALK} t1:connected`);
    expect(diffContact(talking, joined)).toEqual([
      { type: 'third.alive', legId: 'c-1-t1', state: 'connected' },
      { type: 'third.connected', legId: 'c-1-t1' },
      started,
    ]);
    const supervised = {
      ...joined,
      connections: legsOf(joined).map((leg) =>
        leg.legId === 'c-1-t1' ? { ...leg, type: 'monitoring' } : leg,
      ),
    };
    expect(diffContact(talking, supervised)).toEqual([]);
    const held = contact('c-1', 'connected', 'agent:hold customer:connected t1:connected t2:connected');
    const apart = contact('c-1', 'connected', 'agent:hold customer:connected t1:connected t2:connecting');
    expect(diffContact(apart, held)).toEqual([{ type: 'third.connected', legId: 'c-1-t2' }]);
  });

  it('says once that an outbound leg answered, and nothing of a leg that is not there', () => {
    const answered = contact('c-1', 'connecting', TALK, { leg: 'outbound' });
    expect(
      diffContact(answered, contact('c-1', 'connecting', `${TALK} t1:disconnected`, { leg: 'outbound' })),
    ).toEqual([]);
    expect(
      diffContact(contact('c-1', 'connecting', 'agent:connected'), contact('c-1', 'connected', '')),
    ).toEqual([{ type: 'contact.connected' }, { type: 'party.left', by: 'agent' }]);
  });

  it('says of a contact that is first seen over nothing of its legs', () => {
    const over = contact('c-1', 'ended', 'agent:connected customer:hold t1:connected t2:connected');
    expect(diffContact(null, over)).toEqual([{ type: 'contact.ended', thirdsLeft: [] }]);
  });

  it('does not trip over states that are names of inherited properties', () => {
    expect(diffContact(null, contact('c-1', 'constructor', TALK))).toEqual([]);
  });
});
