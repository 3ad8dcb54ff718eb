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
  let text = '';
  let content: string | null = null;
  let before: string | null = null;
  let isForgotten = true;
  return {
    news(observation) {
      const { at, agent, contacts } = observation;
      const next = JSON.stringify([agent, contacts]);
      if (next !== text) {
        before = content;
        content = fingerprint(next);
        text = next;
      } else if (!isForgotten) return null;
      isForgotten = false;
      return { kind: 'observation', at, content: content ?? '', before, observation };
    },
    forget() {
      isForgotten = true;
    },
  };
}
