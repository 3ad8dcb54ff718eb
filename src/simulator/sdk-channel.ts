/** A message of the CCP's second channel (a MessagePort), as far as the simulator answers it. */
export interface SdkMessage {
  readonly type: string;
  readonly [key: string]: unknown;
}

export type SdkHandler = (message: SdkMessage) => SdkMessage | null;
export type SdkPublisher = (message: SdkMessage) => void;
