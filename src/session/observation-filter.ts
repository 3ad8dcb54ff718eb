import type { AgentObservation } from '../model/observation.ts';

/** Says whether an observation shows anything that the one before it did not, its time aside. */
export function createObservationFilter(): (observation: AgentObservation) => boolean {
  let last = '';
  return ({ agent, contacts }) => {
    const content = JSON.stringify([agent, contacts]);
    if (content === last) return false;
    last = content;
    return true;
  };
}
