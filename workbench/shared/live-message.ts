import type { DialerSimulatorView } from '../../src/simulator/dialer-simulator-types.ts';
import type { CcpView } from '../../src/simulator/ccp-view.ts';

/** What the server tells an open page over its event stream. */
export type LiveMessage =
  | { readonly kind: 'hello'; readonly build: string }
  | { readonly kind: 'simulator'; readonly view: CcpView; readonly dialer: DialerSimulatorView }
  | { readonly kind: 'org' }
  /** Sources changed: the page shall load itself anew. */
  | { readonly kind: 'reload'; readonly build: string }
  | { readonly kind: 'build-error'; readonly text: string };
