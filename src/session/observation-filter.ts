import type { AgentObservation } from '../model/observation.ts';

/** Tells what is new in a stream of observations. */
export interface ObservationFilter {
  /** False when the observation shows nothing that the one before it did not, its time aside. */
  isNews(observation: AgentObservation): boolean;
  /** The next observation is news, whatever it shows. */
  forget(): void;
}

export function createObservationFilter(): ObservationFilter {
  let last = '';
  return {
    isNews({ agent, contacts }) {
      const content = JSON.stringify([agent, contacts]);
      if (content === last) return false;
      last = content;
      return true;
    },
    forget() {
      last = '';
    },
  };
}
