export { createSoftphone } from './adapter.ts';
export type { SoftphoneOptions } from './adapter.ts';
export { CATALOG, findRow, isTupleId } from './catalog/catalog.ts';
export type { CatalogRow, TupleId } from './catalog/catalog.ts';
export { DISCREPANCIES } from './catalog/discrepancies.ts';
export type { Discrepancy } from './catalog/discrepancies.ts';
export { ACTIONS, CAUSES, CHANNEL_TYPES, EVENTS, LEGS, PACING_MODES, SETUPS } from './catalog/vocabulary.ts';
export type {
  ActionType,
  Cause,
  ChannelType,
  EventName,
  Leg,
  PacingMode,
  Provenance,
  Setup,
} from './catalog/vocabulary.ts';
export { createContactTracker, parseTrackerState } from './contact/contact-tracker.ts';
export type {
  ContactTracker,
  ContactTrackerOptions,
  TrackerOutput,
  TrackerState,
} from './contact/contact-tracker.ts';
export { createCarrierSwitch } from './dialer/carrier-switch.ts';
export type { CarrierSwitch } from './dialer/carrier-switch.ts';
export type { DialerReading } from './dialer/dialer-reading.ts';
export { createMessageChannelCarrier } from './dialer/message-channel-carrier.ts';
export type { MessageChannelPort } from './dialer/message-channel-carrier.ts';
export { readDialerMessage } from './dialer/read-dialer-message.ts';
export { createWindowMessageCarrier } from './dialer/window-message-carrier.ts';
export type { WindowMessageCarrier, WindowMessageCarrierOptions } from './dialer/window-message-carrier.ts';
export type { PublishedMessage } from './dispatch/dispatch-context.ts';
export { PacelineError, describeError, isPacelineError } from './errors.ts';
export type { PacelineErrorReason } from './errors.ts';
export type { Action } from './model/action.ts';
export type { ActionRequest, ActionScope, ResolveAction } from './model/action-request.ts';
export type {
  ActionRunner,
  OpenRequest,
  OpenResult,
  OpenTarget,
  RunnerFailure,
  RunnerResult,
} from './model/action-runner.ts';
export type {
  ApplyOperation,
  ApplyRequest,
  ApplyResponse,
  CallOffer,
  ConfigurationResponse,
  FieldValue,
  FieldValues,
  LookUpRequest,
  LookUpResponse,
  LookUpStrategy,
  OperationResult,
  PlatformError,
  RecordMatch,
  RuleRecord,
} from './model/apex-contract.ts';
export type { CallView, LegView } from './model/call-view.ts';
export type { CtiEvent } from './model/cti-event.ts';
export type { DialerCallSignal, DialerSignal, DialerTetherSignal } from './model/dialer-signal.ts';
export type { AgentObservation, ConnectionObservation, ContactObservation } from './model/observation.ts';
export type { ActionOutcome, OutcomeStatus } from './model/outcome.ts';
export type { Issue, ParseResult } from './model/parse.ts';
export type { ActionPlan, PlannedAction, RuleConsideration } from './model/plan.ts';
export type { Carrier, Clock, Ids, Lock, Stop, Store, TabChannel } from './model/ports.ts';
export { parseEventSettings } from './model/settings.ts';
export type { EventSettings, TetherSettings } from './model/settings.ts';
export type {
  ActionView,
  CallCard,
  CcpStatus,
  CcpStatusKind,
  ConfigurationProblem,
  SoftphoneCommand,
  SoftphoneView,
} from './model/softphone-view.ts';
export type { TraceEntry } from './model/trace-entry.ts';
export { readRecording } from './replay/read-recording.ts';
export type { Recording, RecordingEntry } from './replay/recording.ts';
export { replay } from './replay/replay.ts';
export type { PlanEvent, ReplayOptions } from './replay/replay.ts';
export type { ReplayLine } from './replay/replay-line.ts';
export type { DrivenUpdate, SnapshotDriver } from './replay/snapshot-driver.ts';
export { loadRules } from './rules/load-rules.ts';
export type { LoadedRules } from './rules/load-rules.ts';
export { parseRuleset } from './rules/parse-ruleset.ts';
export { planActions } from './rules/plan-actions.ts';
export type { PlanInput } from './rules/plan-actions.ts';
export { createResolveAction } from './rules/resolve/resolve-action.ts';
export type { ResolveOptions } from './rules/resolve/resolve-options.ts';
export type { Condition } from './rules/condition.ts';
export type { Rule, RuleInput, Trigger } from './rules/rule.ts';
export type { SoftphonePorts } from './session/softphone-ports.ts';
export { readSoftphoneSettings } from './session/softphone-settings.ts';
export type { SettingsReading, SoftphoneSettings } from './session/softphone-settings.ts';
export type { Softphone } from './session/softphone.ts';
export type { CcpContainer } from './streams/ccp-container.ts';
export { createCcpSource } from './streams/ccp-source.ts';
export type { CcpSource, CcpSourceOptions } from './streams/ccp-source-options.ts';
export { observeAgent } from './streams/observe-agent.ts';
export type { StreamsAgent, StreamsApi } from './streams/streams-port.ts';
export { explain } from './trace/explain.ts';
export { describeEvent } from './trace/sentences.ts';
