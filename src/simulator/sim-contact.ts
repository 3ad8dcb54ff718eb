import type { WireConnection, WireContact, WireEndpoint } from '../model/snapshot.ts';

export type LegState = 'init' | 'connecting' | 'connected' | 'hold' | 'disconnected' | 'silent_monitor';
export type ContactState =
  'incoming' | 'connecting' | 'connected' | 'ended' | 'missed' | 'rejected' | 'error';

/** A contact as the engine keeps it: what goes over the wire, and what only the CCP's own server knows. */
export interface SimContact {
  readonly wire: WireContact;
  readonly preview: { readonly autoDialTimeout: number | null; readonly canDiscardPreview: boolean } | null;
  /** A preview whose customer was dialled. */
  engaged: boolean;
}

export const isVoice = (contact: SimContact): boolean =>
  contact.wire.type === 'voice' || contact.wire.type === 'queue_callback';

export const isLive = (contact: SimContact): boolean =>
  ['incoming', 'connecting', 'connected'].includes(contact.wire.state.type);

export const isAlive = (leg: WireConnection): boolean => !['init', 'disconnected'].includes(leg.state.type);

export const agentLeg = (contact: SimContact): WireConnection | undefined =>
  contact.wire.connections.find((leg) => leg.type === 'agent' || leg.type === 'monitoring');

export const customerLeg = (contact: SimContact): WireConnection | undefined =>
  contact.wire.connections.find((leg) => leg.initial);

export const thirdLegs = (contact: SimContact): WireConnection[] =>
  contact.wire.connections.filter((leg) => !leg.initial && leg.type !== 'agent' && leg.type !== 'monitoring');

/** The customer's and the third parties' legs that are connecting, connected or on hold. */
export const otherLegs = (contact: SimContact): WireConnection[] =>
  contact.wire.connections.filter((leg) => leg !== agentLeg(contact) && isAlive(leg));

export function setLegState(leg: WireConnection, type: LegState, at: Date): void {
  leg.state = { type, timestamp: at };
}

export function setContactState(contact: SimContact, type: ContactState, at: Date): void {
  contact.wire.state = { type, timestamp: at };
  contact.wire.status = contact.wire.state;
}

export function phoneEndpoint(number: string | null, name: string | null = null): WireEndpoint {
  return {
    type: 'phone_number',
    phoneNumber: number,
    name,
    endpointARN: null,
    queue: null,
    agentLogin: null,
  };
}

export interface NewLeg {
  readonly id: string;
  readonly type: WireConnection['type'];
  readonly initial: boolean;
  readonly state: LegState;
  readonly endpoint: WireEndpoint;
  readonly at: Date;
  /** Present on the agent's leg of a softphone. */
  readonly softphone?: { readonly autoAccept: boolean };
  readonly quickConnectName?: string;
}

export function newLeg(leg: NewLeg): WireConnection {
  return {
    connectionId: leg.id,
    endpoint: leg.endpoint,
    address: leg.endpoint,
    state: { type: leg.state, timestamp: leg.at },
    type: leg.type,
    initial: leg.initial,
    softphoneMediaInfo:
      leg.softphone === undefined
        ? null
        : {
            callType: 'audio',
            autoAccept: leg.softphone.autoAccept,
            callConfigJson: '{}',
            callContextToken: '',
            mediaLegContextToken: '',
          },
    chatMediaInfo: null,
    monitoringInfo: null,
    mute: false,
    forcedMute: false,
    quickConnectName: leg.quickConnectName ?? null,
  };
}
