import type { Carrier, Stop } from '../model/ports.ts';

/** Holds the one active carrier. */
export interface CarrierSwitch {
  /** Stops the active carrier, then starts this one; null only stops. */
  use(carrier: Carrier | null): void;
}

/** One carrier is active at a time: two would deliver every message twice. */
export function createCarrierSwitch(onMessage: (message: unknown) => void): CarrierSwitch {
  let stopActive: Stop | null = null;
  return {
    use(carrier) {
      stopActive?.();
      stopActive = null;
      if (carrier === null) return;
      let active = true;
      const stop = carrier.start((message) => {
        if (active) onMessage(message);
      });
      stopActive = () => {
        active = false;
        stop();
      };
    },
  };
}
