import type { Cause, Leg } from '../catalog/vocabulary.ts';

/** What the rules of decision 27 tell apart, before the setup gives it its name. */
export type MomentKind =
  | 'preview'
  | 'connecting'
  | 'connected'
  | 'hold'
  | 'resume'
  | 'third-alive'
  | 'third-connecting'
  | 'third-connected'
  | 'conference'
  | 'acw'
  | 'dropped'
  | 'missed';

/** The machine's only output: a moment of a call, with the reason for it. */
export interface CallMoment {
  readonly type: 'moment';
  readonly kind: MomentKind;
  readonly leg: Leg;
  /** Null: the initial leg. */
  readonly legId: string | null;
  readonly cause: Cause;
  readonly evidence: string;
  readonly synthetic: boolean;
  /** On acw. */
  readonly endedBy?: 'agent' | 'customer' | 'unknown';
  /** On acw and dropped: was the call ever connected? */
  readonly answered?: boolean;
  /** On missed: the call never got past its preview offer. */
  readonly atOffer?: boolean;
}
