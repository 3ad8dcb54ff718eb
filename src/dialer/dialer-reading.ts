import type { Issue } from '../model/parse.ts';
import type { DialerSignal } from '../model/dialer-signal.ts';

/**
 * What became of one raw dialler message. `signal`: it can be acted on; `notes` name parts that were left out.
 * `ignored`: a proper message that is not for Paceline. `refused`: it cannot be read; `path` says where.
 */
export type DialerReading =
  | { readonly kind: 'signal'; readonly signal: DialerSignal; readonly notes: readonly Issue[] }
  | { readonly kind: 'ignored'; readonly reason: string }
  | { readonly kind: 'refused'; readonly path: string; readonly reason: string };
