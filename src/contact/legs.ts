import type { ConnectionObservation, ContactObservation } from '../model/observation.ts';

type Legs = readonly ConnectionObservation[];

const NO_LEGS: Legs = [];

export function legsOf(contact: ContactObservation | null): Legs {
  return contact?.connections ?? NO_LEGS;
}

/** The customer's leg, whatever its type. */
export function initialLeg(legs: Legs): ConnectionObservation | undefined {
  return legs.find((leg) => leg.initial);
}

export function agentLeg(legs: Legs): ConnectionObservation | undefined {
  return legs.find((leg) => leg.type === 'agent');
}

export function isThirdLeg(leg: ConnectionObservation): boolean {
  return (
    !leg.initial &&
    leg.type !== 'agent' &&
    leg.type !== 'monitoring' &&
    leg.state !== 'silent_monitor' &&
    leg.state !== 'barge'
  );
}

export function isAlive(leg: ConnectionObservation | undefined): boolean {
  return leg?.state === 'connecting' || leg?.state === 'connected' || leg?.state === 'hold';
}

/** Ids of the third legs that are alive. */
export function thirdsAlive(legs: Legs): readonly string[] {
  return legs.filter((leg) => isThirdLeg(leg) && isAlive(leg)).map((leg) => leg.legId);
}
