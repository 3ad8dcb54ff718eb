import type { TupleId } from '../../../src/catalog/catalog.ts';
import type { Cause, Leg } from '../../../src/catalog/vocabulary.ts';

/** One printed line: which events it covers, and the actions that must be planned for each of them. */
export interface RecommendedLine {
  readonly tuple: TupleId;
  readonly leg?: Leg;
  readonly receiving?: boolean;
  /** Causes with which it plans; with every other cause of the row and leg it plans nothing. Absent: any. */
  readonly causes?: readonly Cause[];
  readonly actions: string;
}

const POP = 'screen-pop';
const CREATE = 'create-record';
const LOG = 'update-call-log';
const ALL = `${POP} ${CREATE}`;

/** Copied by hand from the two "recommended" tables. The open-page of each pop has no target and stays off. */
export const RECOMMENDED_LINES: readonly RecommendedLine[] = [
  { tuple: 'tethered.preview.regular-call.preview', actions: POP },
  { tuple: 'tethered.preview.regular-call.cust-answered', causes: ['customer-answered'], actions: CREATE },
  { tuple: 'tethered.preview.regular-call.consult', leg: 'consult', actions: ALL },
  { tuple: 'tethered.preview.regular-call.dropped', actions: LOG },
  {
    tuple: 'tethered.progressive.regular-call.cust-answered',
    causes: ['customer-answered', 'blind-transferred'],
    actions: ALL,
  },
  { tuple: 'tethered.progressive.regular-call.dropped', actions: LOG },
  { tuple: 'tethered.predictive.regular-call.cust-answered', causes: ['customer-answered'], actions: ALL },
  { tuple: 'tethered.predictive.regular-call.consult', leg: 'consult', actions: ALL },
  { tuple: 'tethered.predictive.regular-call.dropped', actions: LOG },
  { tuple: 'tethered.manual-outbound.outbound.connecting', actions: POP },
  { tuple: 'tethered.manual-outbound.outbound.connected', actions: CREATE },
  { tuple: 'tethered.manual-outbound.outbound.dropped', actions: LOG },
  { tuple: 'tethered.manual-outbound.inbound.connecting', actions: ALL },
  { tuple: 'tethered.manual-outbound.inbound.dropped', actions: LOG },
  { tuple: 'tethered.inbound.inbound.connecting', actions: POP },
  { tuple: 'tethered.inbound.inbound.connected', receiving: false, actions: CREATE },
  { tuple: 'tethered.inbound.inbound.connected', receiving: true, actions: ALL },
  { tuple: 'tethered.inbound.inbound.dropped', actions: LOG },

  { tuple: 'hvoc.direct-preview.regular-call.preview', actions: POP },
  { tuple: 'hvoc.direct-preview.outbound.connecting', causes: ['agent-accepted'], actions: POP },
  {
    tuple: 'hvoc.direct-preview.outbound.connected',
    leg: 'primary',
    causes: ['customer-answered'],
    actions: CREATE,
  },
  { tuple: 'hvoc.direct-preview.outbound.connected', leg: 'consult', actions: ALL },
  { tuple: 'hvoc.direct-preview.outbound.dropped', actions: LOG },
  { tuple: 'hvoc.progressive.outbound.connected', leg: 'primary', actions: ALL },
  { tuple: 'hvoc.progressive.outbound.connected', leg: 'consult', actions: ALL },
  { tuple: 'hvoc.progressive.outbound.dropped', actions: LOG },
  { tuple: 'hvoc.predictive.outbound.connected', leg: 'primary', actions: ALL },
  { tuple: 'hvoc.predictive.outbound.connected', leg: 'consult', actions: ALL },
  { tuple: 'hvoc.predictive.outbound.dropped', actions: LOG },
  { tuple: 'hvoc.manual-outbound.outbound.connecting', actions: POP },
  { tuple: 'hvoc.manual-outbound.outbound.connected', actions: CREATE },
  { tuple: 'hvoc.manual-outbound.outbound.dropped', actions: LOG },
  { tuple: 'hvoc.manual-outbound.inbound.connecting', actions: ALL },
  { tuple: 'hvoc.inbound.inbound.connected', receiving: false, actions: CREATE },
  { tuple: 'hvoc.inbound.inbound.connected', receiving: true, actions: ALL },
  { tuple: 'hvoc.inbound.inbound.dropped', actions: LOG },
];
