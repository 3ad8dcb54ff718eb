import type { ChannelType, PacingMode, Setup } from '../catalog/vocabulary.ts';

/** One other party of a call, for the card. */
export interface LegView {
  readonly legId: string;
  readonly kind: 'agent' | 'customer' | 'third' | 'other';
  readonly state: string;
  readonly phoneNumber: string | null;
  readonly name: string | null;
}

/**
 * What is known of a call now: the source for the agent's card, merge fields, conditions of rules and the call log.
 * Times are epoch milliseconds or null, durations milliseconds.
 */
export interface CallView {
  readonly callKey: string;
  readonly callId: string;
  readonly contactId: string | null;
  readonly initialContactId: string | null;
  readonly setup: Setup;
  /** Null while it could not be resolved. */
  readonly pacingMode: PacingMode | null;
  readonly pacingSource: string | null;
  readonly channelType: ChannelType | null;
  readonly direction: 'inbound' | 'outbound';
  readonly receiving: boolean;
  readonly phoneNumber: string | null;
  readonly queue: {
    readonly arn: string | null;
    readonly id: string | null;
    readonly name: string | null;
  } | null;
  readonly attributes: Readonly<Record<string, string>>;
  /** The dialler's call variables; empty without a dialler. */
  readonly variables: Readonly<Record<string, string>>;
  /** The machine's state, in Amazon's words. */
  readonly state: string;
  readonly legs: readonly LegView[];
  readonly offeredAt: number | null;
  readonly connectedAt: number | null;
  readonly endedAt: number | null;
  readonly clearedAt: number | null;
  readonly holdMs: number;
  readonly holdSince: number | null;
  readonly answered: boolean;
  readonly endedBy: 'agent' | 'customer' | 'unknown' | null;
  /** The call is over, and its end, or another moment that its durations are counted from, was not seen. */
  readonly estimatedEnd: boolean;
}
