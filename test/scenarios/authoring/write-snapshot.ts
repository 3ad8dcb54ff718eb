import { AGENT_ARN, contactId, legId, queueArn, stateArn } from './scenario-ids.ts';
import { writeTime } from './scenario-clock.ts';
import type { TimeForm } from './scenario-clock.ts';

/** How a scenario's snapshots are written: aliases, form of times, initiation method and so on. */
export interface SnapshotStyle {
  times: TimeForm;
  aliases: boolean;
}

export interface ScenarioContact {
  type: string;
  attributes: Record<string, string> | null;
  /** Label of the initial contact, its own label, or `none`. */
  initial: string;
  queue: string | null;
  method: string | null;
  number: string;
}

interface Leg {
  name: string;
  type: string;
  initial: boolean;
  state: string;
}

const AGENT_STATE_TYPES: Record<string, string> = {
  Available: 'routable',
  Lunch: 'not_routable',
  Offline: 'offline',
  AfterCallWork: 'after_call_work',
  MissedCallAgent: 'error',
  FailedConnectAgent: 'error',
  FailedConnectCustomer: 'error',
};

const SOFTPHONE = {
  callType: 'audio_only',
  autoAccept: false,
  callConfigJson: '{}',
  callContextToken: 'example',
  mediaLegContextToken: 'example',
};

/** Reads `agent:connected`, `inbound*:hold`, `third2:connecting`. */
export function parseLeg(token: string): Leg {
  const [name = '', state] = token.split(':');
  if (state === undefined) throw new TypeError(`"${token}" is not <leg>:<state>`);
  if (name === 'agent') return { name, type: 'agent', initial: false, state };
  if (name === 'monitor') return { name, type: 'monitoring', initial: false, state };
  if (name === 'inbound*' || name === 'outbound*' || name === 'monitor*') {
    return {
      name: 'customer',
      type: name.slice(0, -1).replace('monitor', 'monitoring'),
      initial: true,
      state,
    };
  }
  return { name, type: 'outbound', initial: false, state };
}

/** Writes snapshots and remembers since when each thing is in its state. */
export class SnapshotWriter {
  private readonly since = new Map<string, { state: string; at: number }>();
  private readonly style: SnapshotStyle;

  constructor(style: SnapshotStyle) {
    this.style = style;
  }

  writeAgentState(name: string, at: number): Record<string, unknown> {
    const type = AGENT_STATE_TYPES[name] ?? 'system';
    return {
      agentStateARN: type === 'system' || type === 'error' ? null : stateArn(name.toLowerCase()),
      type,
      name,
      startTimestamp: this.stateSince('agent', name, at),
    };
  }

  writeContact(label: string, state: string, legs: readonly string[], contact: ScenarioContact, at: number) {
    const initial = contact.initial === 'none' ? null : contactId(contact.initial);
    const ownState = this.writeState(contactId(label), state, at);
    return {
      contactId: contactId(label),
      initialContactId: initial,
      relatedContactId: null,
      contactAssociationId: null,
      type: contact.type,
      ...(state === 'absent' ? {} : { state: ownState, ...(this.style.aliases ? { status: ownState } : {}) }),
      queue: this.writeQueue(contact.queue),
      queueTimestamp: null,
      connections: legs.map((token) => this.writeConnection(label, token, contact.number, at)),
      attributes:
        contact.attributes === null
          ? null
          : Object.fromEntries(
              Object.entries(contact.attributes).map(([name, value]) => [name, { name, value }]),
            ),
      contactDuration: '0',
      name: null,
      description: null,
      references: null,
      initiationMethod: contact.method,
      contactFeatures: { multiPartyConferenceEnabled: false },
      channelContext: null,
      segmentAttributes: { 'connect:Subtype': { ValueString: 'connect:Telephony' } },
      customerEndpoint: null,
    };
  }

  private writeConnection(label: string, token: string, number: string, at: number): Record<string, unknown> {
    const leg = parseLeg(token);
    const isAgent = leg.name === 'agent' || leg.name === 'monitor';
    const endpoint = {
      type: isAgent ? 'agent' : 'phone_number',
      phoneNumber: isAgent ? null : leg.initial ? number : '+12025550199',
      name: null,
      endpointARN: null,
      queue: null,
      agentLogin: null,
    };
    const id = legId(label, leg.name);
    return {
      connectionId: id,
      endpoint,
      ...(this.style.aliases ? { address: endpoint } : {}),
      state: this.writeState(id, leg.state, at),
      type: leg.type,
      initial: leg.initial,
      softphoneMediaInfo: isAgent ? SOFTPHONE : null,
      chatMediaInfo: null,
      monitoringInfo: null,
      mute: false,
      forcedMute: false,
      quickConnectName: null,
    };
  }

  private writeQueue(name: string | null): Record<string, unknown> | null {
    if (name === null) return null;
    const arn = queueArn(name.toLowerCase());
    return { queueARN: arn, ...(this.style.aliases ? { queueId: name.toLowerCase() } : {}), name };
  }

  private writeState(id: string, type: string, at: number): Record<string, unknown> {
    return { type, timestamp: this.stateSince(id, type, at) };
  }

  private stateSince(id: string, state: string, at: number): string | number {
    const known = this.since.get(id);
    const since = known?.state === state ? known : { state, at };
    this.since.set(id, since);
    return writeTime(since.at, this.style.times);
  }
}

/** The configuration that comes with the first snapshot. */
export function writeConfiguration(): Record<string, unknown> {
  const queue = { queueARN: queueArn('service'), queueId: 'service', name: 'Service' };
  return {
    agentARN: AGENT_ARN,
    name: 'Robin Example',
    username: 'robin',
    extension: null,
    softphoneEnabled: true,
    softphoneAutoAccept: false,
    agentStates: [],
    permissions: ['outboundCall'],
    dialableCountries: ['us'],
    agentPreferences: {},
    routingProfile: {
      name: 'Blended',
      routingProfileARN: 'routing-profile/blended',
      routingProfileId: 'routing-profile/blended',
      channelConcurrencyMap: { VOICE: 2, CHAT: 2 },
      defaultOutboundQueue: queue,
      queues: [queue],
    },
  };
}
