/**
 * The wire shapes that the CCP sends to the page (`agent::update`), as far as Paceline and its simulator use them.
 * Timestamps are Dates: structured clone keeps them, and Streams refuses anything else.
 */
export interface WireState {
  type: string;
  timestamp: Date;
}

export interface WireEndpoint {
  type: 'phone_number' | 'agent' | 'queue';
  phoneNumber: string | null;
  name: string | null;
  endpointARN: string | null;
  queue: string | null;
  agentLogin: string | null;
}

export interface WireConnection {
  connectionId: string;
  endpoint: WireEndpoint;
  address: WireEndpoint;
  state: WireState;
  type: 'agent' | 'inbound' | 'outbound' | 'monitoring';
  initial: boolean;
  softphoneMediaInfo: {
    callType: string;
    autoAccept: boolean;
    callConfigJson: string;
    callContextToken: string;
    mediaLegContextToken: string;
  } | null;
  chatMediaInfo: null;
  monitoringInfo: null;
  mute: boolean;
  forcedMute: boolean;
  quickConnectName: string | null;
}

export interface WireContact {
  contactId: string;
  initialContactId: string | null;
  relatedContactId: string | null;
  contactAssociationId: string | null;
  type: 'voice' | 'queue_callback' | 'chat' | 'task' | 'email';
  state: WireState;
  status: WireState;
  queue: { queueARN: string; queueId: string; name: string | null } | null;
  queueTimestamp: Date | null;
  connections: WireConnection[];
  /** Null while monitoring. */
  attributes: Record<string, { name: string; value: string }> | null;
  contactDuration: string;
  name: string | null;
  description: string | null;
  references: Record<string, unknown> | null;
  initiationMethod: string | null;
  contactFeatures: {
    attachmentsEnabled: boolean | null;
    messagingMarkdownEnabled: boolean | null;
    multiPartyConferenceEnabled: boolean;
  };
  channelContext: null;
  segmentAttributes: Record<string, { ValueString: string }>;
  customerEndpoint: null;
}

export interface WireAgentState {
  agentStateARN: string | null;
  type: 'init' | 'routable' | 'not_routable' | 'after_call_work' | 'system' | 'error' | 'offline';
  name: string;
  startTimestamp: Date;
}

export interface WireSnapshot {
  state: WireAgentState;
  nextState: WireAgentState | null;
  agentAvailabilityState: { state: string; timeStamp: Date };
  contacts: WireContact[];
  snapshotTimestamp: Date;
  localTimestamp: number;
  skew: number;
}

export interface WireQueue {
  queueARN: string;
  queueId: string;
  name: string | null;
}

export interface WireConfiguration {
  agentARN: string;
  name: string;
  username: string;
  extension: string | null;
  softphoneEnabled: boolean;
  softphoneAutoAccept: boolean;
  agentStates: WireAgentState[];
  permissions: string[];
  dialableCountries: string[];
  agentPreferences: Record<string, string>;
  routingProfile: {
    name: string;
    routingProfileARN: string;
    routingProfileId: string;
    channelConcurrencyMap: Record<string, number>;
    defaultOutboundQueue: WireQueue;
    queues: WireQueue[];
  };
}

/** The data of one `agent::update` message. */
export interface WireAgentUpdate {
  snapshot: WireSnapshot;
  configuration: WireConfiguration;
}

/** A message between the page and the CCP's frame, in either direction. */
export interface WireMessage {
  event: string;
  data?: unknown;
}
