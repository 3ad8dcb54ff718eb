import { readObject, refuseRecording } from './refuse-recording.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The least that Streams reads of a configuration, for recordings without one. */
const EMPTY_CONFIGURATION: Fields = {
  agentARN: '',
  name: null,
  username: null,
  extension: null,
  softphoneEnabled: true,
  softphoneAutoAccept: false,
  agentStates: [],
  permissions: [],
  dialableCountries: [],
  agentPreferences: {},
};

const EMPTY_ROUTING_PROFILE: Fields = {
  name: null,
  routingProfileARN: '',
  routingProfileId: '',
  channelConcurrencyMap: { VOICE: 1 },
  defaultOutboundQueue: null,
  queues: [],
};

/**
 * The configuration beside a snapshot. A snapshot without one gets the last that the recording showed, or an empty one
 * (then the agent has no id).
 */
export function readConfiguration(value: unknown, previous: Fields | null, path: string): Fields {
  if (value === undefined || value === null) {
    return previous ?? { ...EMPTY_CONFIGURATION, routingProfile: EMPTY_ROUTING_PROFILE };
  }
  const given = readObject(value, path);
  const profile = given['routingProfile'] ?? {};
  if (typeof (given['agentARN'] ?? '') !== 'string') {
    throw refuseRecording(`${path}.agentARN`, 'must be text');
  }
  return {
    ...EMPTY_CONFIGURATION,
    ...given,
    agentARN: given['agentARN'] ?? '',
    routingProfile: { ...EMPTY_ROUTING_PROFILE, ...readObject(profile, `${path}.routingProfile`) },
  };
}
