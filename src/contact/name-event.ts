import { findRow } from '../catalog/catalog.ts';
import type { TupleId } from '../catalog/catalog.ts';
import type { ChannelType, EventName, Leg, PacingMode, Setup } from '../catalog/vocabulary.ts';
import { isCampaignPacing, isPreviewPacing } from './call-facts.ts';
import type { CallMoment, MomentKind } from './call-moment.ts';

/** An event with its place in the tables; without a `tuple` it stands in no row, and no rule may see it. */
export interface NamedEvent {
  readonly event: EventName;
  readonly channelType: ChannelType;
  readonly tuple: TupleId | null;
  /** The combination that was looked up, for the trace. */
  readonly lookedUp: string;
}

/** What the namer has to know of a contact. */
export interface NamingFacts {
  readonly setup: Setup;
  readonly pacingMode: PacingMode;
  readonly queueCallback: boolean;
  readonly initialLegType: string;
}

type Names = Readonly<Record<MomentKind, EventName | null>>;

const STREAMS_NAMES: Names = {
  preview: 'preview',
  connecting: 'connecting',
  connected: 'connected',
  hold: 'hold',
  resume: 'resume',
  'third-alive': null,
  'third-connecting': 'connecting',
  'third-connected': 'connected',
  conference: 'conference',
  acw: 'acw',
  dropped: 'dropped',
  missed: 'missed',
};

const TETHERED_CAMPAIGN_NAMES: Names = {
  ...STREAMS_NAMES,
  connecting: 'initiate',
  connected: 'cust-answered',
  'third-alive': 'consult',
  'third-connecting': null,
  'third-connected': null,
};

/** The channel type of a call's events; a preview offer is a regular call in every setup. */
export function channelTypeOf(facts: NamingFacts, isOffer: boolean): ChannelType {
  if (isOffer) return 'regular-call';
  if (isCampaignPacing(facts.pacingMode)) return facts.setup === 'tethered' ? 'regular-call' : 'outbound';
  if (facts.queueCallback) return facts.pacingMode === 'inbound' ? 'inbound' : 'outbound';
  return facts.initialLegType === 'outbound' ? 'outbound' : 'inbound';
}

/** Looks an event up in the catalogue; a row that does not list the leg does not count. */
export function findEvent(
  where: { readonly setup: Setup; readonly pacingMode: PacingMode; readonly channelType: ChannelType },
  event: EventName,
  leg: Leg,
): NamedEvent {
  const lookedUp = `${where.setup}.${where.pacingMode}.${where.channelType}.${event}`;
  const row = findRow(lookedUp);
  const tuple = row?.legs.includes(leg) === true ? row.tuple : null;
  return { event, channelType: where.channelType, tuple, lookedUp };
}

/** Gives a moment of a contact its name, or null when the setup has no word for it. */
export function nameEvent(facts: NamingFacts, moment: CallMoment): NamedEvent | null {
  const { setup, pacingMode } = facts;
  const names =
    setup === 'tethered' && isCampaignPacing(pacingMode) ? TETHERED_CAMPAIGN_NAMES : STREAMS_NAMES;
  const event = names[moment.kind];
  if (event === null) return null;
  const isOffer = (moment.kind === 'preview' || moment.atOffer === true) && isPreviewPacing(pacingMode);
  return findEvent({ setup, pacingMode, channelType: channelTypeOf(facts, isOffer) }, event, moment.leg);
}
