import type { ConnectionObservation, ContactObservation } from '../model/observation.ts';
import type { ContactChange, EndChange, LiveStateChange } from './contact-change.ts';
import { isLiveState } from './contact-state.ts';
import { agentLeg, initialLeg, isAlive, isThirdLeg, legsOf, thirdsAlive } from './legs.ts';
import { whoLeft } from './who-left.ts';

const NOTHING: readonly ContactChange[] = [];

const LIVE_CHANGES: ReadonlyMap<string, LiveStateChange> = new Map([
  ['incoming', { type: 'contact.incoming' }],
  ['pending', { type: 'contact.pending' }],
  ['connecting', { type: 'contact.connecting' }],
  ['connected', { type: 'contact.connected' }],
  ['paused', { type: 'contact.paused' }],
]);

const END_CHANGES: ReadonlyMap<string, EndChange['type']> = new Map([
  ['ended', 'contact.ended'],
  ['missed', 'contact.missed'],
  ['rejected', 'contact.rejected'],
  ['error', 'contact.error'],
]);

function sameLegs(before: ContactObservation, after: ContactObservation): boolean {
  const a = legsOf(before);
  const b = legsOf(after);
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) {
    const one = a[index];
    const other = b[index];
    if (one?.legId !== other?.legId || one?.state !== other?.state || one?.type !== other?.type) return false;
    if (one?.initial !== other?.initial) return false;
  }
  return true;
}

function bothConnected(contact: ContactObservation | null): boolean {
  const leg = initialLeg(legsOf(contact));
  return contact?.state === 'connected' && (leg?.state === 'connected' || leg?.state === 'hold');
}

function isConference(contact: ContactObservation | null): boolean {
  const connected = legsOf(contact).filter((leg) => leg.type !== 'monitoring' && leg.state === 'connected');
  return connected.length >= 3 && agentLeg(connected) !== undefined;
}

function thirdsLeft(before: ContactObservation | null): readonly string[] {
  const legs = legsOf(before);
  return isAlive(initialLeg(legs)) ? thirdsAlive(legs) : [];
}

function initialLegChanges(before: ContactObservation | null, after: ContactObservation): ContactChange[] {
  const changes: ContactChange[] = [];
  const was = initialLeg(legsOf(before));
  const is = initialLeg(legsOf(after));
  if (bothConnected(after) && !bothConnected(before)) {
    changes.push({ type: 'customer.connected', onHold: is?.state === 'hold' });
  }
  if (
    after.state === 'connecting' &&
    is?.type === 'outbound' &&
    is.state === 'connected' &&
    was?.state !== 'connected'
  ) {
    changes.push({ type: 'customer.answered' });
  }
  if (is?.state === 'hold' && was?.state !== 'hold') {
    changes.push({ type: 'initial.hold', thirdsAlive: thirdsAlive(legsOf(after)) });
  }
  if (was?.state === 'hold' && is?.state === 'connected' && isLiveState(after.state)) {
    changes.push({ type: 'initial.resumed' });
  }
  return changes;
}

function thirdLegChanges(was: ConnectionObservation | undefined, is: ConnectionObservation): ContactChange[] {
  if (!isAlive(is) || was?.state === is.state) return [];
  const changes: ContactChange[] = [];
  const { legId } = is;
  if (!isAlive(was)) changes.push({ type: 'third.alive', legId, state: is.state });
  if (is.state === 'connecting') changes.push({ type: 'third.connecting', legId });
  if (is.state === 'connected' && was?.state !== 'hold') changes.push({ type: 'third.connected', legId });
  if (is.state === 'hold') changes.push({ type: 'third.hold', legId });
  return changes;
}

function allChanges(before: ContactObservation | null, after: ContactObservation): readonly ContactChange[] {
  const changes: ContactChange[] = [];
  const entered = before?.state !== after.state;
  const live = entered ? LIVE_CHANGES.get(after.state) : undefined;
  if (live !== undefined) changes.push(live);
  if (before !== null || isLiveState(after.state)) {
    changes.push(...initialLegChanges(before, after));
    const earlier = legsOf(before);
    for (const leg of legsOf(after)) {
      if (!isThirdLeg(leg)) continue;
      changes.push(
        ...thirdLegChanges(
          earlier.find((other) => other.legId === leg.legId),
          leg,
        ),
      );
    }
    if (isConference(after) && !isConference(before)) changes.push({ type: 'conference.started' });
  }
  const by = whoLeft(legsOf(before), legsOf(after));
  if (by !== null) changes.push({ type: 'party.left', by });
  const end = entered ? END_CHANGES.get(after.state) : undefined;
  if (end !== undefined) changes.push({ type: end, thirdsLeft: thirdsLeft(before) });
  return changes;
}

function laterEnd(before: ContactObservation, after: ContactObservation): readonly ContactChange[] {
  if (before.state !== 'ended' || after.state === 'ended') return NOTHING;
  const end = END_CHANGES.get(after.state);
  return end === undefined ? NOTHING : [{ type: end, thirdsLeft: [] }];
}

/**
 * What happened between two observations of one contact, in the order of decision 27: the contact's state, the
 * initial leg, third legs, conference, the end, the removal. `null` is "not there": first sight counts as coming from
 * nowhere. A contact that was over says nothing more until it is removed, but for an `ended` that turns out as missed,
 * rejected or error; one that is first seen over says only that.
 */
export function diffContact(
  before: ContactObservation | null,
  after: ContactObservation | null,
): readonly ContactChange[] {
  if (after === null) {
    if (before === null) return NOTHING;
    return [{ type: 'contact.removed', thirdsLeft: isLiveState(before.state) ? thirdsLeft(before) : [] }];
  }
  if (before !== null) {
    if (!isLiveState(before.state)) return laterEnd(before, after);
    if (before.state === after.state && sameLegs(before, after)) return NOTHING;
  }
  return allChanges(before, after);
}
