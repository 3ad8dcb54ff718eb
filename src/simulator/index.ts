export { BEHAVIOUR_CHOICES, DEFAULT_BEHAVIOUR } from './ccp-behaviour.ts';
export type { CcpBehaviour } from './ccp-behaviour.ts';
export { createCcpEngine } from './ccp-engine.ts';
export type { CcpEngineOptions } from './ccp-engine.ts';
export type {
  AgentVerbs,
  CampaignOptions,
  CcpEngine,
  CcpPort,
  OfferOptions,
  OtherChannel,
  PreviewOptions,
  SimulatedAgent,
  WorldVerbs,
} from './ccp-engine-types.ts';
export type { CcpButton, CcpContactView, CcpLegView, CcpView } from './ccp-view.ts';
export type { SdkHandler, SdkMessage, SdkPublisher } from './sdk-channel.ts';
