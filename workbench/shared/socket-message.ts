import type { WireMessage } from '../../src/model/snapshot.ts';
import type { CcpView } from '../../src/simulator/ccp-view.ts';
import type { DialerBusMessage } from '../../src/simulator/dialer-message.ts';
import type { DialerSimulatorView } from '../../src/simulator/dialer-simulator-types.ts';
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

/** From the dialler to its frame; the frame answers with the page's commands as they are. */
export type FromDialer =
  | { readonly kind: 'message'; readonly message: DialerBusMessage }
  | { readonly kind: 'mark'; readonly mark: string }
  | { readonly kind: 'view'; readonly view: DialerSimulatorView };
