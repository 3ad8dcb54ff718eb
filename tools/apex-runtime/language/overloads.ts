import type { Type } from '../model/types.ts';
import { assignmentCost } from './assignability.ts';

/** A query as an argument also fits a parameter that takes one record. */
export interface Argument {
  readonly type: Type;
  readonly isQuery: boolean;
}

export type Choice<Candidate> =
  | { readonly kind: 'one'; readonly candidate: Candidate }
  | { readonly kind: 'none' }
  | { readonly kind: 'ambiguous' };

const ONE_RECORD_COST = 5;

/** The overload that fits the static types of the arguments best. */
export function chooseOverload<Candidate>(
  candidates: readonly Candidate[],
  parametersOf: (candidate: Candidate) => readonly Type[],
  args: readonly Argument[],
): Choice<Candidate> {
  let best: { candidate: Candidate; cost: number } | null = null;
  let isTie = false;
  for (const candidate of candidates) {
    const cost = callCost(parametersOf(candidate), args);
    if (cost === null || (best !== null && cost > best.cost)) continue;
    isTie = best !== null && cost === best.cost;
    best = { candidate, cost };
  }
  if (best === null) return { kind: 'none' };
  return isTie ? { kind: 'ambiguous' } : { kind: 'one', candidate: best.candidate };
}

export function argumentCost(argument: Argument, parameter: Type): number | null {
  const cost = assignmentCost(argument.type, parameter);
  return cost === null && argument.isQuery && parameter.kind === 'sobject' ? ONE_RECORD_COST : cost;
}

function callCost(parameters: readonly Type[], args: readonly Argument[]): number | null {
  if (parameters.length !== args.length) return null;
  let sum = 0;
  for (const [index, argument] of args.entries()) {
    const parameter = parameters[index];
    const cost = parameter === undefined ? null : argumentCost(argument, parameter);
    if (cost === null) return null;
    sum += cost;
  }
  return sum;
}
