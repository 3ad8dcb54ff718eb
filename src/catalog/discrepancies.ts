import type { TupleId } from './catalog.ts';

/** A place where the source contradicts itself or leaves a gap, how it is read here, and why. */
export interface Discrepancy {
  readonly id: string;
  readonly tuples: readonly TupleId[];
  readonly printed: string;
  readonly reading: string;
  readonly why: string;
}

export const DISCREPANCIES: readonly Discrepancy[] = [
  {
    id: 'campaign-channel-differs',
    tuples: [
      'tethered.progressive.regular-call.cust-answered',
      'tethered.progressive.regular-call.dropped',
      'tethered.predictive.regular-call.cust-answered',
      'tethered.predictive.regular-call.consult',
      'tethered.predictive.regular-call.dropped',
    ],
    printed: 'Supported tables print channel Regular-Call, recommended tables print Outbound.',
    reading: 'regular-call; outbound is accepted as an alias on import, with a warning.',
    why: 'The dialler delivers these calls as Regular-Call; nothing else carries the word Outbound there.',
  },
  {
    id: 'predictive-consult-recommended-only',
    tuples: ['tethered.predictive.regular-call.consult'],
    printed: 'Recommended, but missing from the supported events.',
    reading: 'A row of provenance recommended-only, derived like the progressive one.',
    why: 'The hold of a predictive call is itself described by a consult, so consults happen there.',
  },
  {
    id: 'tethered-inbound-channel-blank',
    tuples: [
      'tethered.inbound.inbound.connecting',
      'tethered.inbound.inbound.connected',
      'tethered.inbound.inbound.acw',
      'tethered.inbound.inbound.dropped',
    ],
    printed: 'The channel cell is empty.',
    reading: 'inbound',
    why: 'The untethered table prints it for the same pacing mode.',
  },
  {
    id: 'tethered-inbound-text-copied',
    tuples: ['tethered.inbound.inbound.connecting', 'tethered.inbound.inbound.connected'],
    printed: 'Descriptions speak of a call that the agent makes.',
    reading: 'connecting: the call is offered; connected: the agent accepts, or the consultant does.',
    why: 'The text is that of Manual Outbound; the untethered table describes inbound calls properly.',
  },
  {
    id: 'manual-outbound-inbound-viewpoint',
    tuples: [
      'tethered.manual-outbound.inbound.connecting',
      'tethered.manual-outbound.inbound.connected',
      'tethered.manual-outbound.inbound.acw',
      'tethered.manual-outbound.inbound.dropped',
      'hvoc.manual-outbound.inbound.connecting',
      'hvoc.manual-outbound.inbound.connected',
      'hvoc.manual-outbound.inbound.acw',
      'hvoc.manual-outbound.inbound.dropped',
    ],
    printed: 'An outbound pacing mode with an inbound channel, described by what the other agent does.',
    reading: "The receiving agent's desktop of a manual call; the pacing must travel as a contact attribute.",
    why: 'Amazon Connect gives the receiving agent a new contact whose initial leg is inbound.',
  },
  {
    id: 'cust-answered-causes',
    tuples: [
      'tethered.preview.regular-call.cust-answered',
      'tethered.progressive.regular-call.cust-answered',
    ],
    printed: 'One event for an answer, a conference, and both kinds of transfer.',
    reading: 'One event with a cause; rules choose by cause.',
    why: 'The dialler sends the same word for all four.',
  },
  {
    id: 'progressive-consult-printed-twice',
    tuples: ['hvoc.progressive.outbound.connected'],
    printed: 'The actions for the consult call stand in the recommended table twice.',
    reading: 'Planned once.',
    why: 'The two entries are word for word the same work for the same event.',
  },
  {
    id: 'manual-outbound-inbound-never-closed',
    tuples: ['hvoc.manual-outbound.inbound.dropped'],
    printed: 'A record is created on connecting, and no row updates it.',
    reading: 'The preset stays literal; the linter reports it and offers the fix.',
    why: 'The tethered table has the update; leaving it out can hardly be intended.',
  },
  {
    id: 'letter-case-differs',
    tuples: ['hvoc.direct-preview.outbound.hold', 'tethered.preview.regular-call.hold'],
    printed: 'Hold and hold, Outbound and outbound, Connected and connected.',
    reading: 'Words are matched in any case and stored as ids.',
    why: 'The columns mean the same in all tables.',
  },
  {
    id: 'hold-described-by-consult-only',
    tuples: [
      'hvoc.direct-preview.outbound.hold',
      'hvoc.progressive.outbound.hold',
      'hvoc.predictive.outbound.hold',
      'tethered.preview.regular-call.hold',
      'tethered.progressive.regular-call.hold',
      'tethered.predictive.regular-call.hold',
    ],
    printed: 'Hold is described only as part of a consult.',
    reading: 'Every entry into hold is an event; its cause tells a consult from a plain hold.',
    why: 'Amazon Connect and the dialler report both alike, and a rule can filter on the cause.',
  },
];
