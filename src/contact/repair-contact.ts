import type { ContactObservation } from '../model/observation.ts';
import { isContactState } from './contact-state.ts';

/** An observation that can be compared, and what was odd about the one that was seen. */
export interface RepairedContact {
  readonly contact: ContactObservation;
  readonly problems: readonly string[];
}

const NO_PROBLEMS: readonly string[] = [];

/**
 * Streams sometimes shows a voice contact without a known state or without legs. Such a gap is not a change: what was
 * known before is kept, and the gap is reported.
 */
export function repairContact(seen: ContactObservation, before: ContactObservation | null): RepairedContact {
  const hasState = isContactState(seen.state);
  const hasLegs = before === null || (seen.connections !== null && seen.connections.length > 0);
  if (hasState && hasLegs) return { contact: seen, problems: NO_PROBLEMS };
  const problems: string[] = [];
  if (!hasState) {
    problems.push(
      seen.state === ''
        ? 'the contact was seen without a state'
        : `the contact was seen in the unknown state ${seen.state.slice(0, 40)}`,
    );
  }
  if (!hasLegs) problems.push('the contact was seen without its legs');
  return {
    contact: {
      ...seen,
      state: hasState ? seen.state : (before?.state ?? 'init'),
      connections: hasLegs ? seen.connections : (before?.connections ?? null),
    },
    problems,
  };
}
