import type { PacingMode } from '../catalog/vocabulary.ts';

/**
 * What a dialler's message means for the open call. `consult.placed` is the word that is an event, `consult.open` any
 * other sign that a consultant is on the line; `call.closed`: another call began, or the tether ended.
 */
export type DialerChange =
  | 'regular.preview'
  | 'regular.initiate'
  | 'regular.custanswered'
  | 'regular.hold'
  | 'regular.conference'
  | 'regular.acw'
  | 'regular.dropped'
  | 'consult.placed'
  | 'consult.open'
  | 'consult.over'
  | 'call.closed';

export interface DialerMachineEvent {
  readonly type: DialerChange;
  /** Null while no message and no setting named one. */
  readonly pacingMode: PacingMode | null;
}
