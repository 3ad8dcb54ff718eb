import type { WireContact } from '../model/snapshot.ts';

/** Buttons of a contact. A button that is listed is allowed. */
export type CcpButton =
  | 'accept'
  | 'reject'
  | 'engage'
  | 'hold'
  | 'resume'
  | 'hang-up'
  | 'clear'
  | 'consult'
  | 'swap'
  | 'conference'
  | 'mute'
  | 'unmute';

export interface CcpLegView {
  readonly legId: string;
  readonly kind: 'agent' | 'customer' | 'third' | 'monitoring';
  readonly type: string;
  readonly state: string;
  readonly number: string | null;
  readonly name: string | null;
  /** Epoch milliseconds. */
  readonly since: number;
}

export interface CcpContactView {
  readonly contactId: string;
  readonly initialContactId: string | null;
  readonly type: WireContact['type'];
  readonly state: string;
  readonly number: string | null;
  readonly direction: 'inbound' | 'outbound';
  readonly queueName: string | null;
  /** Epoch milliseconds of the last change of state. */
  readonly since: number;
  readonly preview: { readonly autoDialTimeout: number | null; readonly canDiscardPreview: boolean } | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly muted: boolean;
  readonly legs: readonly CcpLegView[];
  readonly buttons: readonly CcpButton[];
}

/** All that a frame needs to draw a CCP; plain data. */
export interface CcpView {
  readonly agent: {
    readonly name: string;
    readonly state: string;
    readonly stateType: string;
    readonly since: number;
    readonly nextState: string | null;
  };
  /** The states that the agent can choose. */
  readonly states: readonly string[];
  readonly canDial: boolean;
  readonly contacts: readonly CcpContactView[];
  readonly pages: number;
  readonly link: 'up' | 'down';
  /** True while updates are held back. */
  readonly suspended: boolean;
}
