import { assign, emit, setup } from 'xstate';
import type { Cause, EventName, Leg } from '../catalog/vocabulary.ts';
import type { DialerMachineEvent } from './dialer-change.ts';
import type { DialerMachineContext } from './tracker-state.ts';

/** The machine's only output: an event word of the dialler, with the cause that its history gives it. */
export interface DialerMoment {
  readonly type: 'moment';
  readonly event: EventName;
  readonly leg: Leg;
  readonly cause: Cause;
  readonly evidence: string;
  readonly synthetic: boolean;
  readonly answered?: boolean;
}

function moment(event: EventName, cause: Cause, evidence: string): DialerMoment {
  return { type: 'moment', event, leg: 'primary', cause, evidence, synthetic: false };
}

function dropped(cause: Cause, context: DialerMachineContext, evidence: string): DialerMoment {
  return { ...moment('dropped', cause, evidence), answered: context.wasAnswered };
}

function acw(context: DialerMachineContext, evidence: string): DialerMoment {
  return { ...moment('acw', 'call-ended', evidence), answered: context.wasAnswered };
}

const CLOSED = 'another call began or the tether ended';

/**
 * One customer call that a standing tether carries, as the dialler tells it. The state is the last event word that the
 * dialler said of the regular call; consult words change no state. After `acw` only the end counts.
 */
export const dialerMachine = setup({
  types: {
    context: {} as DialerMachineContext,
    events: {} as DialerMachineEvent,
    emitted: {} as DialerMoment,
    input: {} as DialerMachineContext,
  },
  guards: {
    isReachedByConsult: ({ context }) => context.reachedByConsult,
    isUnannounced: ({ context, event }) => event.pacingMode === 'preview' && !context.wasPreviewed,
    isConsultOpen: ({ context }) => context.consultOpen,
    wasNeverAnswered: ({ context }) => !context.wasAnswered,
  },
  actions: {
    emitPreview: emit(() => moment('preview', 'preview-offered', 'the dialler said Preview')),
    emitInitiate: emit(() => moment('initiate', 'call-placed', 'the dialler said Initiate')),
    emitResumed: emit(() =>
      moment('cust-answered', 'customer-resumed', 'the dialler said CustAnswered after Hold'),
    ),
    emitConferenced: emit(() =>
      moment('cust-answered', 'conference-started', 'the dialler said CustAnswered after Conference'),
    ),
    emitConsultTransferred: emit(() =>
      moment('cust-answered', 'consult-transferred', 'the dialler said CustAnswered to a consultant'),
    ),
    emitBlindTransferred: emit(() =>
      moment('cust-answered', 'blind-transferred', 'the dialler said CustAnswered without a Preview'),
    ),
    emitCustomerAnswered: emit(() =>
      moment('cust-answered', 'customer-answered', 'the dialler said CustAnswered'),
    ),
    emitHeldForConsult: emit(() =>
      moment('hold', 'consult-placed', 'the dialler said Hold during a consult'),
    ),
    emitHeld: emit(() => moment('hold', 'agent-held', 'the dialler said Hold')),
    emitConsult: emit(() => ({
      ...moment('consult', 'consult-placed', 'the dialler said Consult'),
      leg: 'consult' as const,
    })),
    emitConference: emit(() => moment('conference', 'conference-started', 'the dialler said Conference')),
    emitAcw: emit(({ context }) => acw(context, 'the dialler said ACW')),
    emitSyntheticAcw: emit(({ context }) => ({ ...acw(context, CLOSED), synthetic: true })),
    emitCleared: emit(({ context, event }) =>
      dropped('contact-cleared', context, event.type === 'call.closed' ? CLOSED : 'the dialler said DROPPED'),
    ),
    emitConsultLeft: emit(({ context }) =>
      dropped('consult-transferred', context, 'the dialler said DROPPED during a consult, without ACW'),
    ),
    emitBlindLeft: emit(({ context }) =>
      dropped('blind-transferred', context, 'the dialler said DROPPED without ACW'),
    ),
    notePreview: assign({ wasPreviewed: true }),
    noteAnswer: assign({ wasAnswered: true }),
    noteConsult: assign({ consultOpen: true }),
    noteConsultOver: assign({ consultOpen: false }),
  },
}).createMachine({
  id: 'dialer-call',
  context: ({ input }) => input,
  initial: 'live',
  states: {
    live: {
      initial: 'init',
      on: {
        'regular.preview': { target: '.preview', actions: ['notePreview', 'emitPreview'] },
        'regular.initiate': { target: '.initiate', actions: 'emitInitiate' },
        'regular.custanswered': [
          {
            guard: 'isReachedByConsult',
            target: '.answered',
            actions: ['noteAnswer', 'noteConsultOver', 'emitConsultTransferred'],
          },
          { guard: 'isUnannounced', target: '.answered', actions: ['noteAnswer', 'emitBlindTransferred'] },
          { target: '.answered', actions: ['noteAnswer', 'emitCustomerAnswered'] },
        ],
        'regular.hold': [
          { guard: 'isConsultOpen', target: '.hold', actions: 'emitHeldForConsult' },
          { target: '.hold', actions: 'emitHeld' },
        ],
        'regular.conference': { target: '.conference', actions: 'emitConference' },
        'regular.acw': { target: 'acw', actions: 'emitAcw' },
        'regular.dropped': [
          { guard: 'wasNeverAnswered', target: 'dropped', actions: 'emitCleared' },
          { guard: 'isConsultOpen', target: 'dropped', actions: 'emitConsultLeft' },
          { target: 'dropped', actions: 'emitBlindLeft' },
        ],
        'consult.placed': { actions: ['noteConsult', 'emitConsult'] },
        'consult.open': { actions: 'noteConsult' },
        'consult.over': { actions: 'noteConsultOver' },
        'call.closed': { target: 'dropped', actions: ['emitSyntheticAcw', 'emitCleared'] },
      },
      states: {
        init: {},
        preview: {},
        initiate: {},
        answered: {},
        hold: {
          on: {
            'regular.custanswered': { target: 'answered', actions: ['noteAnswer', 'emitResumed'] },
          },
        },
        conference: {
          on: {
            'regular.custanswered': { target: 'answered', actions: ['noteAnswer', 'emitConferenced'] },
          },
        },
      },
    },
    acw: {
      on: {
        'regular.dropped': { target: 'dropped', actions: 'emitCleared' },
        'call.closed': { target: 'dropped', actions: 'emitCleared' },
      },
    },
    dropped: { type: 'final' },
  },
});
