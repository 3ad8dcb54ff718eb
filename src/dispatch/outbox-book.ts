import type { RecordMatch } from '../model/apex-contract.ts';
import { countUnfinished, isSettled, newCallLinks } from './outbox.ts';
import type { CallLinks, OutboxPlan, OutboxState } from './outbox.ts';
import { crowdOut, expirePlans, resumeAction } from './resume-outbox.ts';
import type { GivenUp } from './resume-outbox.ts';
import type { PlanAction } from './select-ready.ts';

/** Finished calls are remembered so many, for their cards; they are never stored. */
const FINISHED_CALLS_KEPT = 5;

/** The outbox in memory: plans by call, in order of acceptance. */
export interface OutboxBook {
  add(plan: OutboxPlan): void;
  callKeys(): readonly string[];
  plansOf(callKey: string): readonly OutboxPlan[];
  plans(): readonly OutboxPlan[];
  linksOf(callKey: string): CallLinks;
  /** The record that the call's look-up settled on. */
  matchOf(callKey: string): RecordMatch | null;
  interactionOf(callKey: string): string | null;
  find(key: string): PlanAction | undefined;
  /** True for the key of an action that is in the book, or is done by one that is. */
  knows(key: string): boolean;
  unfinishedCount(): number;
  /** Forgets what is too old or too much, and all but the latest finished calls. */
  prune(now: number): readonly GivenUp[];
  /** What must survive: without the calls that are over and finished, whose personal data is not kept. */
  state(): OutboxState;
}

/** `saved` belongs to the book from now on. */
export function createOutboxBook(
  saved: OutboxState | null,
  isLive: (callKey: string) => boolean,
): OutboxBook {
  let plans: readonly OutboxPlan[] = saved?.plans ?? [];
  const links = new Map<string, CallLinks>(Object.entries(saved?.links ?? {}));
  plans.flatMap((plan) => plan.actions).forEach(resumeAction);

  const plansOf = (callKey: string): readonly OutboxPlan[] =>
    plans.filter((plan) => plan.callKey === callKey);
  const callKeys = (): string[] => [...new Set([...plans.map((plan) => plan.callKey), ...links.keys()])];

  function isFinished(callKey: string): boolean {
    if (isLive(callKey)) return false;
    return plansOf(callKey).every((plan) =>
      plan.actions.every((action) => isSettled(action) && action.status !== 'failed'),
    );
  }

  return {
    callKeys,
    plansOf,
    plans: () => plans,
    add(plan) {
      plans = [...plans, plan];
    },
    linksOf(callKey) {
      const known = links.get(callKey);
      if (known !== undefined) return known;
      const fresh = newCallLinks();
      links.set(callKey, fresh);
      return fresh;
    },
    matchOf: (callKey) => links.get(callKey)?.match ?? null,
    interactionOf: (callKey) => links.get(callKey)?.interactionId ?? null,
    find(key) {
      for (const plan of plans) {
        const action = plan.actions.find(({ planned }) => planned.key === key);
        if (action !== undefined) return { plan, action };
      }
      return undefined;
    },
    knows: (key) =>
      plans.some(({ actions }) =>
        actions.some(({ planned }) => planned.key === key || planned.sharedBy.includes(key)),
      ),
    unfinishedCount: () => countUnfinished(plans),
    prune(now) {
      const young = expirePlans(plans, now);
      const few = crowdOut(young.kept, isLive);
      plans = few.kept;
      const forgotten = new Set(callKeys().filter(isFinished).slice(0, -FINISHED_CALLS_KEPT));
      plans = plans.filter((plan) => !forgotten.has(plan.callKey));
      for (const callKey of links.keys()) {
        if (forgotten.has(callKey) || (!isLive(callKey) && plansOf(callKey).length === 0))
          links.delete(callKey);
      }
      return [...young.givenUp, ...few.givenUp];
    },
    state() {
      const keep = new Set(callKeys().filter((callKey) => !isFinished(callKey)));
      return {
        plans: plans.filter((plan) => keep.has(plan.callKey)),
        links: Object.fromEntries([...links].filter(([callKey]) => keep.has(callKey))),
      };
    },
  };
}
