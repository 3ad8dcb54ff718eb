import type { Clock, Ids } from '../model/ports.ts';
import { callMessage, nailupMessage } from './dialer-message.ts';
import type {
  DialerBusMessage,
  DialerCallType,
  DialerEventWord,
  SimulatedDialerCall,
} from './dialer-message.ts';
import { DIALER_RULES } from './dialer-rules.ts';
import { DEFAULT_DIALER_BEHAVIOUR } from './dialer-simulator-types.ts';
import type {
  DialerBehaviour,
  DialerCallOptions,
  DialerPacing,
  DialerSimulator,
  DialerSimulatorView,
  DialerVerbs,
} from './dialer-simulator-types.ts';
import { refuse } from './refusal.ts';

export interface DialerSimulatorOptions {
  readonly clock: Clock;
  readonly ids: Ids;
  /** Delivers one message of the dialler's bus. */
  post(message: DialerBusMessage): void;
  readonly behaviour?: Partial<DialerBehaviour>;
}

type ViewCall = NonNullable<DialerSimulatorView['call']>;

interface OpenCall extends SimulatedDialerCall {
  stage: ViewCall['stage'];
  consult: ViewCall['consult'];
  consultId: string;
  since: number;
  /** This desktop told the variables of the call already. */
  told: boolean;
}

const TETHER_STEPS = ['initiate', 'ringing', 'started', 'answered', 'Connected'];
const DEFAULT_CUSTOMER = '+12025550177';

/** Commands of the dialler's bus, by subtopic. */
const COMMANDS: Readonly<Record<string, 'makeCall' | 'consult' | 'dropConsult' | 'conference' | 'transfer'>> =
  {
    MakeCall: 'makeCall',
    Consult: 'consult',
    ConsultDrop: 'dropConsult',
    Conference: 'conference',
    Transfer: 'transfer',
  };

/**
 * A dialler with a standing tether, at one agent's desktop: it announces calls on its bus in the documented words and
 * orders, and refuses verbs that make no sense (`simulator-refused`).
 */
export function createDialerSimulator(options: DialerSimulatorOptions): DialerSimulator {
  const behaviour = { ...DEFAULT_DIALER_BEHAVIOUR, ...options.behaviour };
  const listeners = new Set<() => void>();
  let tether = 'Disconnected';
  let tetherId = '';
  let open: OpenCall | null = null;
  /** The consult call through which another agent reached this desktop. */
  let receivedConsult: string | null = null;

  const viewCall = (call: OpenCall): ViewCall => ({
    id: String(call.id),
    number: call.number,
    pacing: call.pacing,
    stage: call.stage,
    consult: call.consult,
    since: call.since,
  });
  const situation = () => ({ tether, call: open === null ? null : viewCall(open) });
  const notify = (): void => {
    for (const listener of [...listeners]) listener();
  };
  const say = (call: OpenCall, callType: DialerCallType, ...words: readonly DialerEventWord[]): void => {
    for (const word of words) {
      const spoken = callType === 'Consult' ? { ...call, id: call.consultId } : call;
      const withVariables = behaviour.variables === 'every-message' || !call.told;
      call.told = true;
      options.post(callMessage(spoken, callType, word, withVariables));
    }
  };
  const tellTether = (...statuses: readonly string[]): void => {
    for (const status of statuses) {
      tether = status;
      options.post(nailupMessage(status, tetherId));
    }
  };
  const begin = (pacing: DialerPacing, stage: OpenCall['stage'], from: DialerCallOptions = {}): OpenCall => {
    const pacingField = from.withoutPacing === true ? {} : { PacingMode: pacing };
    open = {
      id: from.id ?? options.ids.next(),
      number: from.number ?? DEFAULT_CUSTOMER,
      pacing,
      variables: { ...pacingField, ...from.variables },
      stage,
      consult: 'none',
      consultId: '',
      since: options.clock.now(),
      told: false,
    };
    return open;
  };
  /** The open call, for a verb that the rules allow now. */
  const present = (): OpenCall => {
    if (open === null) throw refuse('InvalidStateException', 'the dialler has no call');
    return open;
  };
  const progress = (call: OpenCall, ...words: readonly DialerEventWord[]): void => {
    if (behaviour.progress === 'sent') say(call, 'Regular-Call', ...words);
  };

  const does: DialerVerbs = {
    connectTether() {
      tetherId = options.ids.next();
      tellTether(...TETHER_STEPS);
    },
    dropTether() {
      tellTether('completed', 'Disconnected');
      open = null;
    },
    offerPreview(from) {
      const call = begin('Preview', 'preview', from);
      say(call, 'Regular-Call', 'Preview');
      return String(call.id);
    },
    makeCall() {
      const call = present();
      call.stage = 'dialling';
      say(call, 'Regular-Call', 'Initiate');
      progress(call, 'Started', 'Ringing');
    },
    dialProgressive(from) {
      const call = begin('Progressive', 'dialling', from);
      progress(call, 'Started', 'Ringing');
      return String(call.id);
    },
    deliverPredictive(from) {
      const call = begin('Predictive', 'talking', from);
      progress(call, 'Answered', 'Human');
      say(call, 'Regular-Call', 'CustAnswered');
      return String(call.id);
    },
    customerAnswers() {
      const call = present();
      call.stage = 'talking';
      progress(call, 'Answered');
      say(call, 'Regular-Call', 'CustAnswered');
    },
    hold() {
      const call = present();
      call.stage = 'held';
      say(call, 'Regular-Call', 'Hold');
    },
    retrieve() {
      const call = present();
      call.stage = 'talking';
      say(call, 'Regular-Call', 'CustAnswered');
    },
    consult() {
      const call = present();
      call.consultId = options.ids.next();
      call.consult = 'ringing';
      call.stage = 'held';
      if (behaviour.consultOrder === 'consult-first') say(call, 'Consult', 'Consult');
      say(call, 'Regular-Call', 'Hold');
      if (behaviour.consultOrder === 'hold-first') say(call, 'Consult', 'Consult');
      return call.consultId;
    },
    consultantAnswers() {
      const call = present();
      call.consult = 'talking';
      if (behaviour.progress === 'sent') say(call, 'Consult', 'Answered');
    },
    swap() {
      const call = present();
      call.stage = call.stage === 'held' ? 'talking' : 'held';
      say(call, 'Regular-Call', 'Swapped');
      say(call, 'Consult', 'Swapped');
    },
    conference() {
      const call = present();
      call.stage = 'conference';
      say(call, 'Regular-Call', 'Conference');
      say(call, 'Consult', 'Conference');
      if (behaviour.conference === 'then-cust-answered') say(call, 'Regular-Call', 'CustAnswered');
    },
    dropConsult() {
      const call = present();
      call.stage = 'talking';
      call.consult = 'none';
      say(call, 'Regular-Call', 'CustAnswered');
      say(call, 'Consult', 'DROPPED');
    },
    transfer() {
      const call = present();
      say(call, 'Regular-Call', 'DROPPED');
      say(call, 'Consult', 'DROPPED');
      open = null;
    },
    blindTransfer() {
      say(present(), 'Regular-Call', 'DROPPED');
      open = null;
    },
    endCall() {
      const call = present();
      if (call.consult !== 'none') say(call, 'Consult', 'DROPPED');
      call.consult = 'none';
      call.stage = 'acw';
      say(call, 'Regular-Call', 'ACW');
    },
    close() {
      say(present(), 'Regular-Call', 'DROPPED');
      open = null;
    },
    receiveConsult(from) {
      const consultId = String(from?.id ?? options.ids.next());
      receivedConsult = consultId;
      const pacing = 'Progressive';
      const number = from?.number ?? DEFAULT_CUSTOMER;
      const call = { id: consultId, number, pacing, variables: from?.variables ?? {} } as const;
      options.post(callMessage(call, 'Consult', 'Consult', true));
      return consultId;
    },
    acceptWarmTransfer(from) {
      // The desktop knows the consult's id only; the customer's call is announced under it.
      const id = from?.id ?? receivedConsult ?? options.ids.next();
      const call = begin(from?.pacing ?? 'Progressive', 'talking', { ...from, id });
      receivedConsult = null;
      say(call, 'Regular-Call', 'CustAnswered');
      return String(call.id);
    },
    receiveBlindTransfer(from) {
      const call = begin(from?.pacing ?? 'Progressive', 'talking', from);
      say(call, 'Regular-Call', 'CustAnswered');
      return String(call.id);
    },
  };

  const checked = <K extends keyof DialerVerbs>(verb: K): DialerVerbs[K] => {
    const run = does[verb] as (...args: unknown[]) => unknown;
    return ((...args: unknown[]) => {
      if (!DIALER_RULES[verb](situation())) {
        const stage = open === null ? 'without a call' : `at ${open.stage}`;
        throw refuse('InvalidStateException', `the dialler is ${stage}, which does not allow: ${verb}`);
      }
      const result = run(...args);
      if (open !== null) open.since = options.clock.now();
      notify();
      return result;
    }) as DialerVerbs[K];
  };
  const names = Object.keys(DIALER_RULES) as (keyof DialerVerbs)[];
  const verbs = Object.fromEntries(names.map((verb) => [verb, checked(verb)])) as unknown as DialerVerbs;
  const allowed = (): (keyof DialerVerbs)[] => names.filter((verb) => DIALER_RULES[verb](situation()));

  return {
    verbs,
    receive(message) {
      const { channel, topic, subtopic } = (message ?? {}) as Partial<DialerBusMessage>;
      if (channel !== 'Amazon' || topic !== 'OutboundCall' || subtopic === undefined) return;
      const verb = Object.hasOwn(COMMANDS, subtopic) ? COMMANDS[subtopic] : undefined;
      if (verb !== undefined && allowed().includes(verb)) verbs[verb]();
    },
    view: () => ({ ...situation(), verbs: allowed() }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
