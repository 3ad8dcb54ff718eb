import type { AgentObservation } from '../model/observation.ts';
import { fingerprint } from './fingerprint.ts';
import type { ObservationInput } from './input.ts';

/** Tells what is new in a stream of observations. */
export interface ObservationFilter {
  /** Null when the observation shows nothing that the one before it did not, its time aside. */
  news(observation: AgentObservation): ObservationInput | null;
  /** The next observation is news, whatever it shows. */
  forget(): void;
}

export function createObservationFilter(): ObservationFilter {
  let last = '';
  return {
    news(observation) {
      const { at, agent, contacts } = observation;
      const text = JSON.stringify([agent, contacts]);
      if (text === last) return null;
      last = text;
      return { kind: 'observation', at, content: fingerprint(text), observation };
    },
    forget() {
      last = '';
    },
  };
}
