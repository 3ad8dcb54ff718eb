import * as z from 'zod/mini';
import { openAnswerSchema, openRequestSchema } from '../model/action-runner.ts';
import type { OpenRequest, OpenResult, RunnerResult } from '../model/action-runner.ts';
import type { DialerSignal } from '../model/dialer-signal.ts';
import { parseWith } from '../model/parse.ts';
import { softphoneViewSchema } from '../model/softphone-view.ts';
import type { SoftphoneCommand, SoftphoneView } from '../model/softphone-view.ts';

import { observationMarkSchema } from './input.ts';
import type { ObservationMark } from './input.ts';

/** What tabs of one user in one browser tell each other. */
export type TabMessage =
  /** A tab wants the leader's view. */
  | { readonly type: 'hello' }
  /** A new leader wants to know who is there, and where the agent looks. */
  | { readonly type: 'who' }
  | { readonly type: 'bye' }
  /** Is there a leader that works? */
  | { readonly type: 'ping' }
  /** The leader works; `seen`: the last observation that it acted on. */
  | { readonly type: 'alive'; readonly seen: ObservationMark | null }
  /** The sender's CCP is, or is no longer, ready. */
  | { readonly type: 'ccp'; readonly ready: boolean }
  | { readonly type: 'view'; readonly view: SoftphoneView }
  | { readonly type: 'focused'; readonly at: number }
  | { readonly type: 'command'; readonly command: SoftphoneCommand }
  /** What the dialler said in the sender's tab; `message` is its plain copy. `acted`: the sender leads, and acts on it. */
  | {
      readonly type: 'dialer';
      readonly number: number;
      readonly signal: DialerSignal;
      readonly message: unknown;
      readonly acted?: boolean;
    }
  /** `to` shall open a page, but not after `until`; `asked`: the agent asked for it in that tab. */
  | {
      readonly type: 'open';
      readonly to: string;
      readonly id: string;
      readonly until: number;
      readonly asked: boolean;
      readonly request: OpenRequest;
    }
  | { readonly type: 'opening'; readonly to: string; readonly id: string }
  | {
      readonly type: 'opened';
      readonly to: string;
      readonly id: string;
      readonly result: RunnerResult<OpenResult>;
    };

/** The form on the channel: which software, which user, which tab. */
export interface TabEnvelope {
  readonly paceline: 1;
  readonly partition: string;
  readonly from: string;
  readonly message: TabMessage;
}

const text = z.string();
const commandSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('retry-action'), key: text }),
  z.object({ kind: z.literal('choose-match'), key: text, recordId: z.nullable(text) }),
  z.object({ kind: z.literal('open-offer'), key: text }),
  z.object({ kind: z.literal('dismiss-call'), callKey: text }),
]);
const signalSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('call'),
    at: z.number(),
    callId: text,
    callType: z.enum(['regular-call', 'consult']),
    word: text,
    variables: z.record(text, text),
    phoneNumber: z.nullable(text),
  }),
  z.object({ kind: z.literal('tether'), at: z.number(), status: text }),
]);
const messageSchema: z.ZodMiniType<TabMessage> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello') }),
  z.object({ type: z.literal('who') }),
  z.object({ type: z.literal('bye') }),
  z.object({ type: z.literal('ping') }),
  z.object({ type: z.literal('alive'), seen: z.nullable(observationMarkSchema) }),
  z.object({ type: z.literal('ccp'), ready: z.boolean() }),
  z.object({ type: z.literal('view'), view: softphoneViewSchema }),
  z.object({ type: z.literal('focused'), at: z.number() }),
  z.object({ type: z.literal('command'), command: commandSchema }),
  z.object({
    type: z.literal('dialer'),
    number: z.number(),
    signal: signalSchema,
    message: z.unknown(),
    acted: z.exactOptional(z.boolean()),
  }),
  z.object({
    type: z.literal('open'),
    to: text,
    id: text,
    until: z.number(),
    asked: z.boolean(),
    request: openRequestSchema,
  }),
  z.object({ type: z.literal('opening'), to: text, id: text }),
  z.object({ type: z.literal('opened'), to: text, id: text, result: openAnswerSchema }),
]);
const envelopeSchema: z.ZodMiniType<TabEnvelope> = z.object({
  paceline: z.literal(1),
  partition: text,
  from: text,
  message: messageSchema,
});

/** Null for anything that is not a message of this version: other software, or another version in another tab. */
export function parseTabEnvelope(value: unknown): TabEnvelope | null {
  const parsed = parseWith(envelopeSchema, value);
  return parsed.ok ? parsed.value : null;
}
