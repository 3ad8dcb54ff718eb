import * as z from 'zod/mini';
import type { RecordMatch } from './apex-contract.ts';
import { openRequestSchema } from './action-runner.ts';
import type { OpenRequest } from './action-runner.ts';
import { callViewSchema } from './call-view.ts';
import type { CallView } from './call-view.ts';
import { recordMatchSchema } from './record-match.ts';
import { traceEntrySchema } from './trace-entry.ts';
import type { TraceEntry } from './trace-entry.ts';

/** The life of the connection to the CCP. */
export type CcpStatusKind =
  'not-configured' | 'loading' | 'connecting' | 'ready' | 'login-needed' | 'unreachable' | 'lost' | 'stopped';

/** `text` says what is wrong and what to do, in one or two sentences; empty when all is well. */
export interface CcpStatus {
  readonly kind: CcpStatusKind;
  readonly at: number;
  readonly text: string;
}

/** A part of the configuration that was left out, with its place and the reason; everything else runs. */
export interface ConfigurationProblem {
  /** `setting`, or the developer name of a rule. */
  readonly source: string;
  readonly path: string;
  readonly message: string;
  readonly level: 'error' | 'warning';
}

/** One action on the card. `text` explains its state in one sentence. */
export interface ActionView {
  readonly key: string;
  readonly label: string;
  readonly status: 'pending' | 'running' | 'waiting' | 'done' | 'offered' | 'failed' | 'skipped';
  readonly text: string;
  readonly canRetry: boolean;
  /** Set while the agent has to choose. */
  readonly matches: readonly RecordMatch[];
  /** Set while a page is offered instead of opened. */
  readonly offer: OpenRequest | null;
  readonly recordId: string | null;
}

export interface CallCard {
  readonly call: CallView;
  /** The record that the call's look-up settled on: its name heads the card. */
  readonly match?: RecordMatch | null;
  /** The call's `Paceline_Interaction__c` record, as soon as it exists. */
  readonly interactionId?: string | null;
  /** What happened last, in one sentence. */
  readonly sentence: string;
  readonly actions: readonly ActionView[];
  /** The call is over and something of it failed: the agent may leave it undone. */
  readonly canDismiss?: boolean;
  readonly timeline: readonly TraceEntry[];
}

/** All that the softphone shows; plain data, sent whole after each change. */
export interface SoftphoneView {
  readonly role: 'starting' | 'leader' | 'follower';
  readonly ccp: CcpStatus;
  readonly agentName: string | null;
  readonly agentState: string | null;
  readonly tetherStatus: string | null;
  /** Live calls first, newest first; then the last few that ended. */
  readonly cards: readonly CallCard[];
  readonly problems: readonly ConfigurationProblem[];
  /** Storage or outbox trouble that the agent must know of; empty when all is well. */
  readonly warnings: readonly string[];
}

/** What an agent can ask for, in whichever tab. */
export type SoftphoneCommand =
  | { readonly kind: 'retry-action'; readonly key: string }
  | { readonly kind: 'choose-match'; readonly key: string; readonly recordId: string | null }
  | { readonly kind: 'open-offer'; readonly key: string }
  | { readonly kind: 'dismiss-call'; readonly callKey: string };

const text = z.string();
const optionalText = z.nullable(text);

/** Of the view that the leading tab sends to the others. */
export const softphoneViewSchema: z.ZodMiniType<SoftphoneView> = z.object({
  role: z.enum(['starting', 'leader', 'follower']),
  ccp: z.object({
    kind: z.enum([
      'not-configured',
      'loading',
      'connecting',
      'ready',
      'login-needed',
      'unreachable',
      'lost',
      'stopped',
    ]),
    at: z.number(),
    text,
  }),
  agentName: optionalText,
  agentState: optionalText,
  tetherStatus: optionalText,
  cards: z.array(
    z.object({
      call: callViewSchema,
      match: z.exactOptional(z.nullable(recordMatchSchema)),
      interactionId: z.exactOptional(optionalText),
      sentence: text,
      actions: z.array(
        z.object({
          key: text,
          label: text,
          status: z.enum(['pending', 'running', 'waiting', 'done', 'offered', 'failed', 'skipped']),
          text,
          canRetry: z.boolean(),
          matches: z.array(recordMatchSchema),
          offer: z.nullable(openRequestSchema),
          recordId: optionalText,
        }),
      ),
      canDismiss: z.exactOptional(z.boolean()),
      timeline: z.array(traceEntrySchema),
    }),
  ),
  problems: z.array(
    z.object({ source: text, path: text, message: text, level: z.enum(['error', 'warning']) }),
  ),
  warnings: z.array(text),
});
