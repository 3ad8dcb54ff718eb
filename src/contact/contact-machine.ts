import { assertEvent, assign, emit, setup } from 'xstate';
import { isCampaignPacing, isPreviewPacing } from './call-facts.ts';
import type { CallFacts } from './call-facts.ts';
import type { CallMoment } from './call-moment.ts';
import { causeOfConnected, causeOfConnecting, causeOfLeaving, causeOfMissed } from './causes.ts';
import type { ContactChange, EndChange, ThirdAliveChange, ThirdLegChange } from './contact-change.ts';
import type { ContactMachineContext } from './tracker-state.ts';

/** A change, and what is known of the call when it is seen. */
export type ContactMachineEvent = ContactChange & { readonly facts: CallFacts };

export const INITIAL_CONTACT_CONTEXT: ContactMachineContext = {
  wasIncoming: false,
  wasConnecting: false,
  wasConnected: false,
  customerConnected: false,
  conferenced: false,
  endedBy: null,
  thirdsSeen: [],
  thirdsConnecting: [],
  thirdsConnected: [],
  thirdsHeldFor: [],
  leaving: 'contact-cleared',
};

const END_TYPES = [
  'contact.ended',
  'contact.missed',
  'contact.rejected',
  'contact.error',
  'contact.removed',
] as const satisfies readonly EndChange['type'][];

const THIRD_TYPES = [
  'third.alive',
  'third.connecting',
  'third.connected',
  'third.hold',
] as const satisfies readonly (ThirdAliveChange | ThirdLegChange)['type'][];

function thirdOf(event: ContactMachineEvent): string {
  assertEvent(event, THIRD_TYPES);
  return event.legId;
}

function leavingOf(context: ContactMachineContext, event: ContactMachineEvent) {
  assertEvent(event, END_TYPES);
  return causeOfLeaving(event.thirdsLeft, context.thirdsConnected);
}

function primary(kind: CallMoment['kind'], cause: CallMoment['cause'], evidence: string): CallMoment {
  return { type: 'moment', kind, leg: 'primary', legId: null, cause, evidence, synthetic: false };
}

function acw(context: ContactMachineContext, evidence: string): CallMoment {
  return {
    ...primary('acw', 'call-ended', evidence),
    endedBy: context.endedBy ?? 'unknown',
    answered: context.wasConnected,
  };
}

function consult(
  kind: CallMoment['kind'],
  event: ContactMachineEvent,
  cause: CallMoment['cause'],
): CallMoment {
  assertEvent(event, THIRD_TYPES);
  const { legId } = event;
  const state = event.type === 'third.alive' ? event.state : event.type.slice('third.'.length);
  const evidence = `third leg ${legId} entered ${state}`;
  return { type: 'moment', kind, leg: 'consult', legId, cause, evidence, synthetic: false };
}

function evidenceOfConnected(event: ContactMachineEvent): string {
  assertEvent(event, ['customer.connected', 'customer.answered']);
  if (event.type === 'customer.answered') {
    return 'outbound initial leg entered connected while the contact was connecting';
  }
  return `contact connected and initial leg ${event.onHold ? 'on hold' : 'connected'}`;
}

/**
 * One call as Streams shows it. States in Amazon's words; `ended-unanswered` is `ended` without after-call work,
 * `destroyed` is Streams' word for a contact that is gone. The transitions that emit are the rules R1 to R11 of
 * docs/decisions/0027-when-a-contact-gives-an-event.md.
 */
export const contactMachine = setup({
  types: {
    context: {} as ContactMachineContext,
    events: {} as ContactMachineEvent,
    emitted: {} as CallMoment,
    input: {} as ContactMachineContext,
  },
  guards: {
    isPreviewPacing: ({ event }) => isPreviewPacing(event.facts.pacingMode),
    /** HVOC progressive and predictive calls say nothing while connecting; tethered calls only after a preview. */
    announcesConnecting: ({ event: { facts } }) =>
      facts.setup === 'tethered' && isCampaignPacing(facts.pacingMode)
        ? facts.pacingMode === 'preview'
        : facts.pacingMode !== 'progressive' && facts.pacingMode !== 'predictive',
    isFirstAnswer: ({ context }) => !context.customerConnected,
    isFirstAnswerOnLeg: ({ context, event }) =>
      !context.customerConnected && event.facts.answerSignal === 'leg',
    isNewThird: ({ context, event }) => !context.thirdsSeen.includes(thirdOf(event)),
    isFirstConnectingOfThird: ({ context, event }) => !context.thirdsConnecting.includes(thirdOf(event)),
    isFirstConference: ({ context }) => !context.conferenced,
    wasConnected: ({ context }) => context.wasConnected,
    isInAfterCallWork: ({ event }) => event.facts.afterCallWork,
  },
  actions: {
    emitPreview: emit(() => primary('preview', 'preview-offered', 'contact entered incoming')),
    emitConnecting: emit(({ context, event }) =>
      primary(
        'connecting',
        causeOfConnecting(event.facts, context.wasIncoming),
        'contact entered connecting',
      ),
    ),
    emitConnected: emit(({ event }) =>
      primary('connected', causeOfConnected(event.facts), evidenceOfConnected(event)),
    ),
    emitHold: emit(({ context, event }) => {
      assertEvent(event, 'initial.hold');
      const forThird = event.thirdsAlive.some((legId) => !context.thirdsHeldFor.includes(legId));
      return primary('hold', forThird ? 'consult-placed' : 'agent-held', 'initial leg entered hold');
    }),
    emitResume: emit(() => primary('resume', 'customer-resumed', 'initial leg left hold')),
    emitThirdAlive: emit(({ event }) => consult('third-alive', event, 'consult-placed')),
    emitThirdConnecting: emit(({ event }) => consult('third-connecting', event, 'consult-placed')),
    emitThirdConnected: emit(({ event }) => consult('third-connected', event, 'consultant-answered')),
    emitConference: emit(() => primary('conference', 'conference-started', 'three legs are connected')),
    emitAcw: emit(({ context, event }) =>
      acw(context, `contact entered ${event.type.slice('contact.'.length)}`),
    ),
    emitSyntheticAcw: emit(({ context }) => ({
      ...acw(context, 'contact removed without having ended'),
      synthetic: true,
    })),
    emitDropped: emit(({ context }) => ({
      ...primary('dropped', context.leaving, 'contact removed'),
      answered: context.wasConnected,
    })),
    emitMissed: emit(({ context, event }) => {
      assertEvent(event, END_TYPES);
      const word = event.type === 'contact.removed' ? 'removed' : `entered ${event.type.slice(8)}`;
      return {
        ...primary('missed', causeOfMissed(event.type), `contact never connected and ${word}`),
        atOffer: context.wasIncoming && !context.wasConnecting,
      };
    }),
    noteIncoming: assign({ wasIncoming: true }),
    noteConnecting: assign({ wasConnecting: true }),
    noteConnected: assign({ wasConnected: true }),
    noteAnswer: assign({ customerConnected: true, wasConnected: true }),
    noteHold: assign(({ context, event }) => {
      assertEvent(event, 'initial.hold');
      return { thirdsHeldFor: [...new Set([...context.thirdsHeldFor, ...event.thirdsAlive])] };
    }),
    noteThird: assign(({ context, event }) => ({ thirdsSeen: [...context.thirdsSeen, thirdOf(event)] })),
    noteThirdConnecting: assign(({ context, event }) => ({
      thirdsConnecting: [...context.thirdsConnecting, thirdOf(event)],
    })),
    noteThirdConnected: assign(({ context, event }) => ({
      thirdsConnected: [...new Set([...context.thirdsConnected, thirdOf(event)])],
    })),
    noteConference: assign({ conferenced: true }),
    notePartyLeft: assign(({ context, event }) => {
      assertEvent(event, 'party.left');
      return { endedBy: context.endedBy ?? event.by };
    }),
    noteLeaving: assign(({ context, event }) => ({ leaving: leavingOf(context, event) })),
  },
}).createMachine({
  id: 'contact',
  context: ({ input }) => input,
  initial: 'live',
  states: {
    live: {
      initial: 'init',
      on: {
        'contact.incoming': [
          { guard: 'isPreviewPacing', target: '.incoming', actions: ['noteIncoming', 'emitPreview'] },
          { target: '.incoming', actions: 'noteIncoming' },
        ],
        'contact.pending': { target: '.pending' },
        'contact.connecting': [
          {
            guard: 'announcesConnecting',
            target: '.connecting',
            actions: ['noteConnecting', 'emitConnecting'],
          },
          { target: '.connecting', actions: 'noteConnecting' },
        ],
        'contact.connected': { target: '.connected', actions: 'noteConnected' },
        'contact.paused': { target: '.paused' },
        'customer.connected': { guard: 'isFirstAnswer', actions: ['noteAnswer', 'emitConnected'] },
        'customer.answered': { guard: 'isFirstAnswerOnLeg', actions: ['noteAnswer', 'emitConnected'] },
        'initial.hold': { actions: ['emitHold', 'noteHold'] },
        'initial.resumed': { actions: 'emitResume' },
        'third.alive': { guard: 'isNewThird', actions: ['noteThird', 'emitThirdAlive'] },
        'third.connecting': {
          guard: 'isFirstConnectingOfThird',
          actions: ['noteThirdConnecting', 'emitThirdConnecting'],
        },
        'third.connected': { actions: ['noteThirdConnected', 'emitThirdConnected'] },
        'third.hold': { actions: 'noteThirdConnected' },
        'conference.started': { guard: 'isFirstConference', actions: ['noteConference', 'emitConference'] },
        'party.left': { actions: 'notePartyLeft' },
        'contact.ended': [
          { guard: 'wasConnected', target: 'ended', actions: ['noteLeaving', 'emitAcw'] },
          { guard: 'isInAfterCallWork', target: 'ended', actions: ['noteLeaving', 'emitAcw'] },
          { target: 'ended-unanswered' },
        ],
        'contact.missed': [
          { guard: 'wasConnected', target: 'ended', actions: ['noteLeaving', 'emitAcw'] },
          { target: 'missed', actions: 'emitMissed' },
        ],
        'contact.rejected': [
          { guard: 'wasConnected', target: 'ended', actions: ['noteLeaving', 'emitAcw'] },
          { target: 'missed', actions: 'emitMissed' },
        ],
        'contact.error': [
          { guard: 'wasConnected', target: 'ended', actions: ['noteLeaving', 'emitAcw'] },
          { target: 'missed', actions: 'emitMissed' },
        ],
        'contact.removed': [
          {
            guard: 'wasConnected',
            target: 'destroyed',
            actions: ['noteLeaving', 'emitSyntheticAcw', 'emitDropped'],
          },
          { target: 'destroyed', actions: 'emitMissed' },
        ],
      },
      states: { init: {}, incoming: {}, pending: {}, connecting: {}, connected: {}, paused: {} },
    },
    ended: { on: { 'contact.removed': { target: 'destroyed', actions: 'emitDropped' } } },
    'ended-unanswered': {
      on: {
        'contact.missed': { target: 'missed', actions: 'emitMissed' },
        'contact.rejected': { target: 'missed', actions: 'emitMissed' },
        'contact.error': { target: 'missed', actions: 'emitMissed' },
        'contact.removed': { target: 'destroyed', actions: 'emitMissed' },
      },
    },
    missed: { on: { 'contact.removed': { target: 'destroyed' } } },
    destroyed: { type: 'final' },
  },
});
