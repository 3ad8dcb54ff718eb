import type {
  ActionType,
  Cause,
  ChannelType,
  EventName,
  Leg,
  PacingMode,
  Provenance,
  Setup,
} from './vocabulary.ts';

/** The actions that the source's tables recommend. */
export type RecommendedAction = Exclude<ActionType, 'run-flow' | 'publish'>;

/** One line of a "recommended" table: what to do, and for which leg, causes and kind of desktop (absent = any). */
export interface RecommendedShape {
  readonly legs?: readonly Leg[];
  readonly causes?: readonly Cause[];
  readonly receiving?: boolean;
  readonly actions: readonly RecommendedAction[];
}

/** The short cell values of the source document, as printed; `recommended` only where that table prints another word. */
export interface AsPrintedShape {
  readonly pacingMode: string;
  readonly channelType: string;
  readonly event: string;
  readonly recommended?: { readonly channelType: string };
}

/** One row of the catalogue. `key` is stable, at most 40 characters, and valid as a metadata name. */
export interface CatalogRowShape {
  readonly key: string;
  readonly setup: Setup;
  readonly pacingMode: PacingMode;
  readonly channelType: ChannelType;
  readonly event: EventName;
  /** Every cause with which the event can be emitted. */
  readonly causes: readonly Cause[];
  /** On which legs the event is emitted; a change on another leg is `unlisted`. */
  readonly legs: readonly Leg[];
  readonly recommended: readonly RecommendedShape[];
  readonly provenance: Provenance;
  /** Null for the extensions, which the source does not print. */
  readonly asPrinted: AsPrintedShape | null;
}
