import type { WireAgentState, WireConfiguration, WireEndpoint } from '../model/snapshot.ts';
import type { SimulatedAgent } from './ccp-engine-types.ts';

const INSTANCE = 'arn:aws:connect:eu-west-2:000000000000:instance/11111111-2222-4333-8444-555555555555';

export const DEFAULT_AGENT: SimulatedAgent = {
  name: 'Robin Example',
  username: 'robin',
  agentARN: `${INSTANCE}/agent/00000000-0000-4000-8000-00000000a6e7`,
  softphone: true,
  outboundCalls: true,
  queueName: 'Service',
};

export function queueNamed(name: string): { queueARN: string; queueId: string; name: string } {
  const arn = `${INSTANCE}/queue/${encodeURIComponent(name.toLowerCase())}`;
  return { queueARN: arn, queueId: arn, name };
}

function agentState(name: string, type: WireAgentState['type'], at: Date): WireAgentState {
  return {
    agentStateARN: `${INSTANCE}/agent-state/${name.toLowerCase()}`,
    type,
    name,
    startTimestamp: at,
  };
}

export function createConfiguration(agent: SimulatedAgent, at: Date): WireConfiguration {
  const queue = queueNamed(agent.queueName);
  const ownQueue = `${INSTANCE}/queue/agent/${agent.agentARN.slice(agent.agentARN.lastIndexOf('/') + 1)}`;
  const profile = `${INSTANCE}/routing-profile/00000000-0000-4000-8000-0000000009f1`;
  return {
    agentARN: agent.agentARN,
    name: agent.name,
    username: agent.username,
    extension: agent.softphone ? null : '+12025550100',
    softphoneEnabled: agent.softphone,
    softphoneAutoAccept: false,
    agentStates: [
      agentState('Available', 'routable', at),
      agentState('Break', 'not_routable', at),
      agentState('Offline', 'offline', at),
    ],
    permissions: agent.outboundCalls ? ['outboundCall'] : [],
    dialableCountries: ['us', 'gb'],
    agentPreferences: { LANGUAGE: 'en_US' },
    routingProfile: {
      name: 'Simulated',
      routingProfileARN: profile,
      routingProfileId: profile,
      channelConcurrencyMap: { VOICE: 1, CHAT: 2, TASK: 2, EMAIL: 2 },
      defaultOutboundQueue: queue,
      queues: [queue, { queueARN: ownQueue, queueId: ownQueue, name: null }],
    },
  };
}

/** The quick connects that `getEndpoints` lists: one of each kind. */
export const QUICK_CONNECTS: readonly WireEndpoint[] = [
  {
    type: 'agent',
    name: 'Casey Consultant',
    phoneNumber: null,
    endpointARN: `${INSTANCE}/transfer-destination/agent-casey`,
    queue: null,
    agentLogin: 'casey',
  },
  {
    type: 'queue',
    name: 'Second line',
    phoneNumber: null,
    endpointARN: `${INSTANCE}/transfer-destination/queue-second-line`,
    queue: `${INSTANCE}/queue/second-line`,
    agentLogin: null,
  },
  {
    type: 'phone_number',
    name: 'Front desk',
    phoneNumber: '+12025550150',
    endpointARN: `${INSTANCE}/transfer-destination/phone-front-desk`,
    queue: null,
    agentLogin: null,
  },
];
