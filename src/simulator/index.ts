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
export { createDialerSimulator } from './dialer-simulator.ts';
export type { DialerSimulatorOptions } from './dialer-simulator.ts';
export { DEFAULT_DIALER_BEHAVIOUR } from './dialer-simulator-types.ts';
export type {
  DialerBehaviour,
  DialerCallOptions,
  DialerPacing,
  DialerSimulator,
  DialerSimulatorView,
  DialerVerbs,
} from './dialer-simulator-types.ts';
export type { DialerBusMessage } from './dialer-message.ts';
export { describeStep, runScenario, runStep } from './scenarios/scenario.ts';
export type { Scenario, ScenarioStage, ScenarioStep } from './scenarios/scenario.ts';
export { SCENARIOS } from './scenarios/scenarios.ts';
