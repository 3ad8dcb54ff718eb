import type { WireMessage } from '../../src/model/snapshot.ts';
import type { CcpView } from '../../src/simulator/ccp-view.ts';
import type { SdkMessage } from '../../src/simulator/sdk-channel.ts';

/** From the CCP's frame to the engine in the server. */
export type ToEngine =
  | { readonly kind: 'wire'; readonly message: WireMessage }
  | { readonly kind: 'sdk'; readonly message: SdkMessage }
  | { readonly kind: 'agent'; readonly verb: string; readonly args: readonly unknown[] };

/** From the engine to the CCP's frame. */
export type FromEngine =
  | { readonly kind: 'wire'; readonly message: WireMessage }
  | { readonly kind: 'sdk'; readonly message: SdkMessage }
  | { readonly kind: 'view'; readonly view: CcpView; readonly now: number }
  | { readonly kind: 'refused'; readonly text: string };
