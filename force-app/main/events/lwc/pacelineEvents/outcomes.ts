import type { ActionView, SoftphoneView } from 'c/pacelineCore';

/** What became of one action, as other components hear of it. */
export interface OutcomeMessage {
  readonly callKey: string;
  readonly key: string;
  readonly label: string;
  readonly status: ActionView['status'];
  readonly text: string;
  readonly recordId: string | null;
}

type Seen = ReadonlyMap<string, ActionView['status']>;

/** Status of every action on show. */
export function listStatuses(view: SoftphoneView): Seen {
  return new Map(view.cards.flatMap((card) => card.actions.map((action) => [action.key, action.status])));
}

/** Actions whose status differs from the one seen before, in the order of the cards. */
export function findOutcomes(seen: Seen, view: SoftphoneView): readonly OutcomeMessage[] {
  return view.cards.flatMap((card) =>
    card.actions
      .filter((action) => seen.get(action.key) !== action.status)
      .map((action) => ({
        callKey: card.call.callKey,
        key: action.key,
        label: action.label,
        status: action.status,
        text: action.text,
        recordId: action.recordId,
      })),
  );
}
