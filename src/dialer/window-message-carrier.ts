import { PacelineError } from '../errors.ts';
import type { Carrier } from '../model/ports.ts';
import type { TraceEntry } from '../model/trace-entry.ts';

/** The part of a MessageEvent that is looked at. */
export interface WindowMessage {
  readonly data: unknown;
  readonly origin: string;
  readonly source: unknown;
}

/** The part of a window that receives messages. */
export interface MessageReceiver {
  addEventListener(type: 'message', listener: (event: WindowMessage) => void): void;
  removeEventListener(type: 'message', listener: (event: WindowMessage) => void): void;
}

/** The dialler's frame. */
export interface MessagePoster {
  postMessage(message: unknown, targetOrigin: string): void;
}

/** A carrier that can answer. */
export interface WindowMessageCarrier extends Carrier {
  /** Sends plain data to the dialler's frame; false while there is no frame. */
  post(message: unknown): boolean;
}

export interface WindowMessageCarrierOptions {
  readonly window: MessageReceiver;
  /** Window of the dialler's frame; null while it is not there. */
  readonly frame: () => MessagePoster | null;
  /** Exact origins that may speak, as in `https://dialer.example`; the first is where answers go. */
  readonly origins: readonly string[];
  readonly now: () => number;
  readonly onTrace: (entry: TraceEntry) => void;
}

/**
 * Messages of a dialler's page in a frame. Only messages of that very frame and of an allowed origin pass; the other
 * messages of an allowed origin or of the frame are refused in the trace, those of strangers are none of our business.
 * Throws `invalid-settings` when no origin is allowed, or `*` is.
 */
export function createWindowMessageCarrier(options: WindowMessageCarrierOptions): WindowMessageCarrier {
  const { window, frame, now, onTrace } = options;
  const origins = options.origins.map((origin) => origin.replace(/\/$/, '').toLowerCase());
  const target = origins[0];
  if (target === undefined || origins.includes('*')) {
    throw new PacelineError('invalid-settings', 'the dialler frame needs the exact origins that may speak', {
      path: 'Dialer_Origins',
      hint: 'Name them as in https://dialer.example; * is not allowed',
    });
  }

  const refuse = (text: string, origin: string): void => {
    onTrace({ at: now(), kind: 'diagnostic', callKey: null, text, data: { origin } });
  };

  return {
    start(onMessage) {
      const listener = (event: WindowMessage): void => {
        const fromFrame = event.source !== null && event.source === frame();
        const allowed = origins.includes(event.origin.toLowerCase());
        if (fromFrame && allowed) onMessage(event.data);
        else if (fromFrame)
          refuse('The dialler frame spoke from an origin that is not allowed.', event.origin);
        else if (allowed) refuse('A message of an allowed origin came from another window.', event.origin);
      };
      window.addEventListener('message', listener);
      return () => window.removeEventListener('message', listener);
    },
    post(message) {
      const poster = frame();
      poster?.postMessage(message, target);
      return poster !== null;
    },
  };
}
