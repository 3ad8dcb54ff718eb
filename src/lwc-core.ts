/** What the Lightning web components import as `c/pacelineCore`. */
export { createSoftphone } from './adapter.ts';
export type { SoftphoneOptions } from './adapter.ts';
export type { TupleId } from './catalog/catalog.ts';
export { PACING_MODES, SETUPS } from './catalog/vocabulary.ts';
export type { EventName, PacingMode, Setup } from './catalog/vocabulary.ts';
export { createMessageChannelCarrier } from './dialer/message-channel-carrier.ts';
export { createWindowMessageCarrier } from './dialer/window-message-carrier.ts';
export type { WindowMessageCarrier } from './dialer/window-message-carrier.ts';
export type { PublishedMessage } from './dispatch/dispatch-context.ts';
export { findHealingCode } from './dispatch/healing.ts';
export { PacelineError, describeError, isPacelineError } from './errors.ts';
export type { PacelineErrorReason } from './errors.ts';
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
  ConfigurationResponse,
  LookUpRequest,
  LookUpResponse,
  OperationResult,
  PlatformError,
  RecordMatch,
  RuleRecord,
  WrapUpResponse,
} from './model/apex-contract.ts';
export type { CallView, LegView } from './model/call-view.ts';
export type { CtiEvent } from './model/cti-event.ts';
export type { AgentObservation } from './model/observation.ts';
export type { Carrier, Clock, Ids, Lock, Stop, Store, TabChannel } from './model/ports.ts';
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
export type { SoftphonePorts } from './session/softphone-ports.ts';
export type { SoftphoneSettings } from './session/softphone-settings.ts';
export type { Softphone } from './session/softphone.ts';
export { createCcpSource } from './streams/ccp-source.ts';
export type { CcpSource, CcpSourceOptions } from './streams/ccp-source-options.ts';
export type { StreamsApi } from './streams/streams-port.ts';
