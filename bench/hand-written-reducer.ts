import type { Cause, Leg } from '../src/catalog/vocabulary.ts';
import { isCampaignPacing, isPreviewPacing } from '../src/contact/call-facts.ts';
import type { CallMoment, MomentKind } from '../src/contact/call-moment.ts';
import { causeOfConnected, causeOfConnecting, causeOfLeaving, causeOfMissed } from '../src/contact/causes.ts';
import { classifyContact, isReceiving } from '../src/contact/classify-contact.ts';
import { isLiveState } from '../src/contact/contact-state.ts';
import { agentLeg, initialLeg, isAlive, isThirdLeg, legsOf, thirdsAlive } from '../src/contact/legs.ts';
import { nameEvent } from '../src/contact/name-event.ts';
import { resolvePacing } from '../src/contact/resolve-pacing.ts';
import type { ResolvedPacing } from '../src/contact/resolve-pacing.ts';
import { whoLeft } from '../src/contact/who-left.ts';
import type { AgentObservation, ContactObservation } from '../src/model/observation.ts';
import type { EventSettings } from '../src/model/settings.ts';

/** What the reducer answers: the facts of an event, or of a moment that is in no row (`tuple` null). */
export interface ReducedEvent {
  readonly lookedUp: string;
  readonly tuple: string | null;
  readonly leg: Leg;
  readonly legId: string;
  readonly cause: Cause;
  readonly occurrence: number;
  readonly callKey: string;
  readonly receiving: boolean;
  readonly synthetic: boolean;
  readonly answered: boolean | undefined;
  readonly endedBy: CallMoment['endedBy'];
}

interface Call {
  key: string;
  seen: ContactObservation | null;
  last: ContactObservation;
  legId: string;
  legType: string;
  receiving: boolean;
  pacing: ResolvedPacing | null;
  locked: boolean;
  phase: 'live' | 'ended' | 'silent' | 'missed';
  wasIncoming: boolean;
  wasConnecting: boolean;
  connected: boolean;
  answered: boolean;
  conferenced: boolean;
  endedBy: 'agent' | 'customer' | 'unknown' | null;
  seenThirds: Set<string>;
  connectingThirds: Set<string>;
  connectedThirds: Set<string>;
  heldFor: Set<string>;
  leaving: Cause;
  marks: Map<string, number>;
}

function isUnchanged(before: ContactObservation | null, next: ContactObservation): boolean {
  if (before?.state !== next.state) return false;
  const legs = legsOf(next);
  const earlier = legsOf(before);
  return (
    legs.length === earlier.length &&
    legs.every((leg, index) => leg.legId === earlier[index]?.legId && leg.state === earlier[index].state)
  );
}

/** The same rules in one long function, without a machine: the yardstick of the benchmark. */
export function createHandWrittenReducer(settings: EventSettings) {
  const calls = new Map<string, Call>();
  const offers = new Map<string, number>();

  function start(contact: ContactObservation): Call {
    const offer = (offers.get(contact.contactId) ?? 0) + 1;
    offers.set(contact.contactId, offer);
    const leg = initialLeg(legsOf(contact));
    return {
      key: `${contact.contactId}|${offer}`,
      seen: null,
      last: contact,
      legId: leg?.legId ?? '',
      legType: leg?.type ?? '',
      receiving: isReceiving(contact),
      pacing: null,
      locked: false,
      phase: 'live',
      wasIncoming: false,
      wasConnecting: false,
      connected: false,
      answered: false,
      conferenced: false,
      endedBy: null,
      seenThirds: new Set(),
      connectingThirds: new Set(),
      connectedThirds: new Set(),
      heldFor: new Set(),
      leaving: 'contact-cleared',
      marks: new Map(),
    };
  }

  function step(call: Call, next: ContactObservation | null, afterCallWork: boolean): ReducedEvent[] {
    const events: ReducedEvent[] = [];
    const before = call.seen;
    const pacingMode = call.pacing?.mode ?? 'inbound';
    const queueCallback = call.last.type === 'queue_callback';
    const { setup, answerSignal } = settings;
    const facts = {
      setup,
      pacingMode,
      receiving: call.receiving,
      queueCallback,
      answerSignal,
      afterCallWork,
    };
    const say = (
      kind: MomentKind,
      cause: Cause,
      more: Partial<Pick<CallMoment, 'synthetic' | 'endedBy' | 'answered' | 'atOffer'>> & {
        legId?: string;
      } = {},
    ): void => {
      const leg: Leg = more.legId === undefined ? 'primary' : 'consult';
      const legId = more.legId ?? call.legId;
      const synthetic = more.synthetic === true;
      const moment: CallMoment = {
        ...more,
        type: 'moment',
        kind,
        leg,
        legId,
        cause,
        evidence: kind,
        synthetic,
      };
      const named = nameEvent({ setup, pacingMode, queueCallback, initialLegType: call.legType }, moment);
      if (named === null) return;
      const mark = `${named.lookedUp}|${legId}`;
      const occurrence = (call.marks.get(mark) ?? 0) + 1;
      if (named.tuple !== null) {
        call.marks.set(mark, occurrence);
        call.locked = true;
      }
      events.push({
        lookedUp: named.lookedUp,
        tuple: named.tuple,
        leg,
        legId,
        cause,
        occurrence,
        callKey: call.key,
        receiving: call.receiving,
        synthetic,
        answered: more.answered,
        endedBy: more.endedBy,
      });
    };
    const sayAcw = (synthetic: boolean): void =>
      say('acw', 'call-ended', { synthetic, answered: call.connected, endedBy: call.endedBy ?? 'unknown' });
    const miss = (type: Parameters<typeof causeOfMissed>[0]): void =>
      say('missed', causeOfMissed(type), { atOffer: call.wasIncoming && !call.wasConnecting });
    const wasLive = before !== null && isLiveState(before.state);
    const leave = (): void => {
      const legs = wasLive && isAlive(initialLeg(legsOf(before))) ? legsOf(before) : [];
      call.leaving = causeOfLeaving(thirdsAlive(legs), [...call.connectedThirds]);
    };
    if (next === null) {
      if (call.phase === 'live' && call.connected) {
        leave();
        sayAcw(true);
        say('dropped', call.leaving, { answered: true });
      } else if (call.phase === 'ended') say('dropped', call.leaving, { answered: call.connected });
      else if (call.phase !== 'missed') miss('contact.removed');
      return events;
    }
    if (call.phase !== 'live') return events;
    const is = initialLeg(legsOf(next));
    const was = initialLeg(legsOf(before));
    const entered = before?.state !== next.state ? next.state : null;
    if (entered === 'incoming') {
      call.wasIncoming = true;
      if (isPreviewPacing(pacingMode)) say('preview', 'preview-offered');
    } else if (entered === 'connecting') {
      call.wasConnecting = true;
      const silent = setup === 'tethered' && isCampaignPacing(pacingMode) ? pacingMode !== 'preview' : false;
      const quiet = setup === 'hvoc' && (pacingMode === 'progressive' || pacingMode === 'predictive');
      if (!silent && !quiet) say('connecting', causeOfConnecting(facts, call.wasIncoming));
    } else if (entered === 'connected') call.connected = true;
    if (before !== null || isLiveState(next.state)) {
      const up = is?.state === 'connected' || is?.state === 'hold';
      const onLeg =
        answerSignal === 'leg' &&
        next.state === 'connecting' &&
        is?.type === 'outbound' &&
        is.state === 'connected' &&
        was?.state !== 'connected';
      if (!call.answered && ((next.state === 'connected' && up) || onLeg)) {
        call.answered = true;
        call.connected = true;
        say('connected', causeOfConnected(facts));
      }
      if (is?.state === 'hold' && was?.state !== 'hold') {
        const alive = thirdsAlive(legsOf(next));
        say('hold', alive.some((id) => !call.heldFor.has(id)) ? 'consult-placed' : 'agent-held');
        for (const id of alive) call.heldFor.add(id);
      }
      if (was?.state === 'hold' && is?.state === 'connected' && isLiveState(next.state)) {
        say('resume', 'customer-resumed');
      }
      for (const leg of legsOf(next)) {
        if (!isThirdLeg(leg) || !isAlive(leg)) continue;
        const { legId } = leg;
        const earlier = legsOf(before).find((other) => other.legId === legId);
        if (earlier?.state === leg.state) continue;
        if (!call.seenThirds.has(legId)) {
          call.seenThirds.add(legId);
          say('third-alive', 'consult-placed', { legId });
        }
        if (leg.state === 'connecting' && !call.connectingThirds.has(legId)) {
          call.connectingThirds.add(legId);
          say('third-connecting', 'consult-placed', { legId });
        }
        if (leg.state === 'hold') call.connectedThirds.add(legId);
        if (leg.state === 'connected' && earlier?.state !== 'hold') {
          call.connectedThirds.add(legId);
          say('third-connected', 'consultant-answered', { legId });
        }
      }
      const connected = legsOf(next).filter((leg) => leg.type !== 'monitoring' && leg.state === 'connected');
      if (!call.conferenced && connected.length >= 3 && agentLeg(connected) !== undefined) {
        call.conferenced = true;
        say('conference', 'conference-started');
      }
    }
    call.endedBy ??= whoLeft(legsOf(before), legsOf(next));
    if (entered === 'ended' || entered === 'missed' || entered === 'rejected' || entered === 'error') {
      if (call.connected || (entered === 'ended' && afterCallWork)) {
        call.phase = 'ended';
        leave();
        sayAcw(false);
      } else if (entered === 'ended') call.phase = 'silent';
      else {
        call.phase = 'missed';
        miss(`contact.${entered}`);
      }
    }
    return events;
  }

  function see(contact: ContactObservation, observation: AgentObservation): ReducedEvent[] {
    const events: ReducedEvent[] = [];
    let call = calls.get(contact.contactId);
    if (call === undefined && classifyContact(contact, settings).kind !== 'call') return events;
    if (call !== undefined && call.phase !== 'live' && isLiveState(contact.state)) {
      events.push(...step(call, null, false));
      call = undefined;
    }
    call ??= start(contact);
    calls.set(contact.contactId, call);
    if (call.locked && isUnchanged(call.seen, contact)) {
      call.seen = contact;
      return events;
    }
    if (!call.locked && call.phase === 'live') call.pacing = resolvePacing(contact, settings);
    const afterCallWork =
      observation.agent.state === 'AfterCallWork' &&
      !observation.contacts.some((other) => other.contactId !== contact.contactId && other.state === 'ended');
    events.push(...step(call, contact, afterCallWork));
    call.seen = contact;
    call.last = contact;
    return events;
  }

  return (observation: AgentObservation): ReducedEvent[] => {
    const present = new Map(observation.contacts.map((contact) => [contact.contactId, contact]));
    const known = new Map(calls);
    const events: ReducedEvent[] = [];
    for (const [id, contact] of present) if (!known.has(id)) events.push(...see(contact, observation));
    for (const [id, call] of known) {
      if (present.has(id)) continue;
      calls.delete(id);
      events.push(...step(call, null, false));
    }
    for (const [id, contact] of present) if (known.has(id)) events.push(...see(contact, observation));
    return events;
  };
}
