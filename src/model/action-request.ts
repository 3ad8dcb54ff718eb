import type { OpenRequest } from './action-runner.ts';
import type { ApplyOperation, LookUpRequest, RecordMatch } from './apex-contract.ts';
import type { CallView } from './call-view.ts';
import type { CtiEvent } from './cti-event.ts';
import type { PlannedAction } from './plan.ts';

/** All that the merge fields of an action can refer to, as known when it is about to run. */
export interface ActionScope {
  /** As it was when the event happened. */
  readonly call: CallView;
  readonly event: CtiEvent;
  readonly agentName: string | null;
  /** The record that this call's screen pop settled on; null as long as there is none. */
  readonly match: RecordMatch | null;
  /** Object API name to the id of the record that this call created last. */
  readonly created: Readonly<Record<string, string>>;
  /** Object API name to the key of an earlier operation of the same request: its record has no id yet (use a reference). */
  readonly creating: Readonly<Record<string, string>>;
  readonly interactionId: string | null;
  readonly taskId: string | null;
}

/**
 * What an action asks of Salesforce once its merge fields are resolved. `notes` are sentences for the trace: an empty
 * merge field, text that was cut, a strategy that had nothing to search for.
 */
export type ActionRequest =
  | {
      readonly kind: 'look-up';
      /** Null when no strategy had a value: as if nothing were found. */
      readonly request: LookUpRequest | null;
      /** Where the record that is found opens. */
      readonly open: Pick<OpenRequest, 'where' | 'parentRecordId'>;
      /** What opens when nothing is found. */
      readonly none: OpenRequest | null;
      readonly many:
        | { readonly do: 'ask'; readonly timeoutMs: number }
        | { readonly do: 'best' }
        | { readonly do: 'search'; readonly request: OpenRequest };
      readonly notes: readonly string[];
    }
  | { readonly kind: 'open'; readonly request: OpenRequest; readonly notes: readonly string[] }
  | {
      readonly kind: 'apply';
      readonly operation: ApplyOperation;
      /** Open the record when it was created. */
      readonly openAfter: boolean;
      readonly notes: readonly string[];
    }
  | {
      readonly kind: 'publish';
      readonly name: string;
      readonly payload: Readonly<Record<string, string>>;
      readonly notes: readonly string[];
    }
  /** Nothing to do, and that is no fault: switched off, or nothing to update. */
  | { readonly kind: 'skip'; readonly reason: string }
  /** It can never work as configured: a refused URL, a target that does not exist. */
  | { readonly kind: 'refuse'; readonly reason: string };

/** Pure; given to the dispatcher by the session. Never throws. */
export type ResolveAction = (planned: PlannedAction, scope: ActionScope) => ActionRequest;
