import type { ConnectionObservation } from '../model/observation.ts';
import { agentLeg, initialLeg, isAlive } from './legs.ts';

type Legs = readonly ConnectionObservation[];

function left(was: ConnectionObservation | undefined, is: ConnectionObservation | undefined): boolean {
  return isAlive(was) && !isAlive(is);
}

/**
 * Who stopped being on the line between two observations, or null. Streams does not say who hung up: whoever left in
 * an earlier snapshot did; when both left in one, the earlier time stamp decides, and equal or missing ones leave it unknown.
 */
export function whoLeft(before: Legs, after: Legs): 'agent' | 'customer' | 'unknown' | null {
  const agent = agentLeg(after);
  const customer = initialLeg(after);
  const agentLeft = left(agentLeg(before), agent);
  const customerLeft = left(initialLeg(before), customer);
  if (agentLeft && customerLeft) {
    const agentAt = agent?.stateAt ?? null;
    const customerAt = customer?.stateAt ?? null;
    if (agentAt === null || customerAt === null || agentAt === customerAt) return 'unknown';
    return agentAt < customerAt ? 'agent' : 'customer';
  }
  if (agentLeft) return 'agent';
  return customerLeft ? 'customer' : null;
}
