import * as z from 'zod/mini';
import { apiName, componentName, listViewName } from './api-name.ts';
import type { ApplyRequest, ApplyResponse, LookUpRequest, LookUpResponse } from './apex-contract.ts';
import { isRecordId } from './record-id.ts';
import { recordMatchSchema } from './record-match.ts';

/** Why a call on the runner failed. `heals`: trying again can help (offline, 5xx, row lock, expired login). */
export interface RunnerFailure {
  /** The platform's status code, or `OFFLINE`, `TIMEOUT`, `REFUSED`, `UNKNOWN`. */
  readonly code: string;
  /** The platform's own message. */
  readonly message: string;
  readonly heals: boolean;
}

export type RunnerResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: RunnerFailure };

/** A page of Salesforce or of the web that can be opened. */
export type OpenTarget =
  | { readonly kind: 'record'; readonly recordId: string; readonly objectApiName: string | null }
  | {
      readonly kind: 'new-record';
      readonly object: string;
      readonly defaults: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'object-home'; readonly object: string }
  | { readonly kind: 'list-view'; readonly object: string; readonly filterName: string | null }
  | { readonly kind: 'search'; readonly term: string }
  /** A Lightning web or Aura component: `namespace__name`, state keys prefixed by the caller. */
  | { readonly kind: 'component'; readonly name: string; readonly state: Readonly<Record<string, string>> }
  | {
      readonly kind: 'visualforce';
      readonly page: string;
      readonly parameters: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'flow'; readonly name: string; readonly inputs: Readonly<Record<string, string>> }
  /** Checked before: https and an allowed host, or relative within the org. */
  | { readonly kind: 'web'; readonly url: string };

export interface OpenRequest {
  readonly target: OpenTarget;
  /** `reuse`: focus the tab that shows it already, else open one. `background`: open without taking the focus. */
  readonly where: 'tab' | 'subtab' | 'background' | 'reuse';
  /** Record whose tab is the parent of a subtab. */
  readonly parentRecordId: string | null;
  readonly label: string | null;
}

/** `offered`: not opened, because that would have disturbed the agent; a link stands on the card instead. */
export type OpenResult =
  | { readonly status: 'opened'; readonly tabId: string | null }
  | { readonly status: 'offered'; readonly reason: string };

/** The only way out to Salesforce. Implementations never throw and never reject. */
export interface ActionRunner {
  lookUp(request: LookUpRequest): Promise<RunnerResult<LookUpResponse>>;
  apply(request: ApplyRequest): Promise<RunnerResult<ApplyResponse>>;
  open(request: OpenRequest): Promise<RunnerResult<OpenResult>>;
}

const text = z.string();
const optionalText = z.nullable(text);
const texts = z.record(text, text);
const recordId = z.string().check(z.refine(isRecordId, 'must be a record id'));

/** Of a page that was stored or that another tab asks for; a URL is checked once more where it opens. */
export const openRequestSchema: z.ZodMiniType<OpenRequest> = z.object({
  target: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('record'), recordId, objectApiName: optionalText }),
    z.object({ kind: z.literal('new-record'), object: apiName, defaults: texts }),
    z.object({ kind: z.literal('object-home'), object: apiName }),
    z.object({ kind: z.literal('list-view'), object: apiName, filterName: z.nullable(listViewName) }),
    z.object({ kind: z.literal('search'), term: text }),
    z.object({ kind: z.literal('component'), name: componentName, state: texts }),
    z.object({ kind: z.literal('visualforce'), page: apiName, parameters: texts }),
    z.object({ kind: z.literal('flow'), name: apiName, inputs: texts }),
    z.object({ kind: z.literal('web'), url: text }),
  ]),
  where: z.enum(['tab', 'subtab', 'background', 'reuse']),
  parentRecordId: z.nullable(recordId),
  label: optionalText,
});

export const runnerFailureSchema: z.ZodMiniType<RunnerFailure> = z.object({
  code: text,
  message: text,
  heals: z.boolean(),
});

const answerOf = <T>(value: z.ZodMiniType<T>): z.ZodMiniType<RunnerResult<T>> =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), failure: runnerFailureSchema }),
  ]);

/** Of the answers of a runner, whoever wrote it, and of another tab. */
export const openAnswerSchema = answerOf<OpenResult>(
  z.discriminatedUnion('status', [
    z.object({ status: z.literal('opened'), tabId: optionalText }),
    z.object({ status: z.literal('offered'), reason: text }),
  ]),
);

export const lookUpAnswerSchema = answerOf<LookUpResponse>(
  z.object({
    matches: z.array(recordMatchSchema),
    truncated: z.boolean(),
    strategyIndex: z.nullable(z.number()),
    skipped: z.array(z.object({ what: text, reason: text })),
  }),
);

export const applyAnswerSchema = answerOf<ApplyResponse>(
  z.object({
    interactionId: text,
    taskId: optionalText,
    results: z.array(
      z.discriminatedUnion('status', [
        z.object({
          key: text,
          status: z.literal('done'),
          recordId: optionalText,
          repeated: z.boolean(),
          notes: z.exactOptional(z.nullable(z.array(text))),
        }),
        z.object({
          key: text,
          status: z.literal('failed'),
          error: z.object({ statusCode: text, message: text, fields: z.array(text) }),
        }),
      ]),
    ),
  }),
);
