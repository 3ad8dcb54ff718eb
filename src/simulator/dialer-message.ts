import type { DialerPacing } from './dialer-simulator-types.ts';

export type DialerCallType = 'Regular-Call' | 'Consult';

/** The dialler's event words, as it spells them. */
export type DialerEventWord =
  | 'Preview'
  | 'Initiate'
  | 'Started'
  | 'Ringing'
  | 'Answered'
  | 'Human'
  | 'CustAnswered'
  | 'Hold'
  | 'Consult'
  | 'Conference'
  | 'Swapped'
  | 'ACW'
  | 'DROPPED';

export interface SimulatedDialerCall {
  readonly id: string | number;
  readonly number: string;
  readonly pacing: DialerPacing;
  readonly variables: Readonly<Record<string, string>>;
}

/** One message of the dialler's bus. */
export interface DialerBusMessage {
  readonly channel: string;
  readonly topic: string;
  readonly subtopic: string;
  readonly source: string;
  readonly message: Readonly<Record<string, unknown>>;
}

const SOURCE = 'simulated-dialler';

/** The state of a call, in the shape in which the dialler announces it. */
export function callMessage(
  call: SimulatedDialerCall,
  callType: DialerCallType,
  word: DialerEventWord,
  withVariables: boolean,
): DialerBusMessage {
  return {
    channel: 'Amazon',
    topic: 'OutboundCall',
    subtopic: 'OutboundCallStateChange',
    source: SOURCE,
    message: {
      source: SOURCE,
      call: {
        id: call.id,
        CallType: callType,
        event: word,
        CallVariables: withVariables ? call.variables : {},
        ResponseFields: { toAddress: call.number },
        ResponseActual: {},
        ButtonStates: { items: {}, count: 0 },
        User: {},
      },
    },
  };
}

/** The state of the tether itself. */
export function nailupMessage(callStatus: string, uuid: string): DialerBusMessage {
  return {
    channel: 'Amazon',
    topic: 'OutboundCall',
    subtopic: 'SetNailupDetails',
    source: SOURCE,
    message: { callStatus, uuid },
  };
}
