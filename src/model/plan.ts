import type { Action } from './action.ts';
import type { CallView } from './call-view.ts';
import type { CtiEvent } from './cti-event.ts';

/** What an action takes from earlier actions of its call. */
export interface ActionNeeds {
  /** It comes out different once the record that the screen pop settles on is known. */
  readonly match: boolean;
  /** Objects whose new record must have its id before this action can be resolved; ids that the server fills in are not among them. */
  readonly created: readonly string[];
  /** It reads an id of the call's own log. */
  readonly log: boolean;
}

/**
 * One action that shall run, not yet run. Merge fields in `action` are still unresolved: some need what earlier
 * actions find or create; the dispatcher resolves them with the pure functions it is given.
 */
export interface PlannedAction {
  /** Idempotency key: callKey, leg, rule, action, and event or occurrence as the rule's `once` says. */
  readonly key: string;
  /** Keys of the same action of other rules, for which it is done as well. */
  readonly sharedBy: readonly string[];
  readonly ruleKey: string;
  readonly ruleLabel: string;
  readonly action: Action;
  readonly needs: ActionNeeds;
  /** `stop`: when this action fails, the later ones of its rule are skipped. */
  readonly onFailure: 'continue' | 'stop';
}

/** Why a rule did or did not apply to an event. */
export interface RuleConsideration {
  readonly ruleKey: string;
  readonly matched: boolean;
  readonly reason: string;
}

/** What an event leads to. Serialisable; `call` is the call as it was when the event happened. */
export interface ActionPlan {
  readonly callKey: string;
  readonly event: CtiEvent;
  readonly call: CallView;
  readonly agentName: string | null;
  readonly actions: readonly PlannedAction[];
  readonly considered: readonly RuleConsideration[];
}
