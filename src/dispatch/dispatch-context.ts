import type { ActionRunner, OpenRequest, OpenResult, RunnerResult } from '../model/action-runner.ts';
import type { ActionScope, ResolveAction } from '../model/action-request.ts';
import type { Clock, Ids } from '../model/ports.ts';
import type { CallLinks, OutboxPlan } from './outbox.ts';
import type { PlanAction } from './select-ready.ts';

/** A message of a `publish` action, for whoever listens. */
export interface PublishedMessage {
  readonly callKey: string;
  readonly name: string;
  readonly payload: Readonly<Record<string, string>>;
}

/** Opens a page in a named tab because the agent asked for it there, or (null) where the agent looks. Never rejects. */
export type OpenPage = (request: OpenRequest, inTab: string | null) => Promise<RunnerResult<OpenResult>>;

/** What the steps of dispatching share. */
export interface DispatchContext {
  readonly clock: Clock;
  readonly ids: Ids;
  /** Names the browser that counts the offers at the end of call keys. */
  readonly browser: string;
  readonly runner: Pick<ActionRunner, 'lookUp' | 'apply'>;
  readonly open: OpenPage;
  readonly resolve: ResolveAction;
  readonly publish: (message: PublishedMessage) => void;
  readonly linksOf: (callKey: string) => CallLinks;
  readonly plansOf: (callKey: string) => readonly OutboxPlan[];
  /** The status of an action changed; `notes` are sentences for the trace. */
  readonly changed: (item: PlanAction, notes: readonly string[]) => void;
  /** Stores what changed and starts what has become ready. */
  readonly advance: () => void;
  readonly stopped: () => boolean;
}

/** The effect of a step, to be started after its state was stored. */
export type Launch = () => void;

/** A page may open by itself for so long; after that it is only offered. */
export const OPEN_WITHIN_MS = 120_000;

export function scopeOf(
  ctx: DispatchContext,
  plan: OutboxPlan,
  creating: Readonly<Record<string, string>> = {},
): ActionScope {
  const links = ctx.linksOf(plan.callKey);
  const { call, event, agentName } = plan;
  const { match, created, interactionId, taskId } = links;
  return { call, event, agentName, match, created, creating, interactionId, taskId };
}
