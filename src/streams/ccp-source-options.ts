import type { AgentObservation } from '../model/observation.ts';
import type { Clock } from '../model/ports.ts';
import type { CcpStatus } from '../model/softphone-view.ts';
import type { TraceEntry } from '../model/trace-entry.ts';
import type { CcpContainer } from './ccp-container.ts';
import type { StreamsApi } from './streams-port.ts';

export interface CcpSourceOptions {
  /** Streams' global `connect`. */
  readonly connect: StreamsApi;
  readonly container: CcpContainer;
  /** Absolute https URL of the instance's CCP; http is accepted for a loopback host only. */
  readonly ccpUrl: string;
  readonly loginUrl?: string;
  readonly region?: string;
  readonly clock: Clock;
  /** Milliseconds until a CCP that was never heard of counts as unreachable; default 15 s. */
  readonly loadTimeoutMs?: number;
  /** Milliseconds between reloads of the frame while it was never heard of; default 30 s. */
  readonly reloadMs?: number;
  /** How often the frame is reloaded before only Retry helps; default 20. */
  readonly reloadLimit?: number;
  /** Milliseconds of silence, twice, until the CCP counts as lost; default 6 s. */
  readonly watchdogMs?: number;
  onObservation(observation: AgentObservation): void;
  onStatus(status: CcpStatus): void;
  onTrace(entry: TraceEntry): void;
}

/** The CCP of one page. */
export interface CcpSource {
  start(): void;
  /** Ends the present connection, empties the container, and loads the CCP anew. */
  retry(): void;
  stop(): void;
}
