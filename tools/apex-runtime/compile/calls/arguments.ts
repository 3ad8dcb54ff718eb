import { chooseOverload } from '../../language/overloads.ts';
import type { Evaluate, Frame } from '../../model/class-model.ts';
import type { Type } from '../../model/types.ts';
import type { Value } from '../../model/values.ts';
import { convertOperand } from '../expressions/convert.ts';
import type { ValueOperand } from '../expressions/operand.ts';
import type { Scope } from '../scope.ts';

export function typeNames(args: readonly ValueOperand[]): string {
  return args.map(({ type }) => type.name).join(', ');
}

/** The overload that a call means; null: there is none. Two that fit equally well are refused. */
export function pickOverload<Candidate>(
  candidates: readonly Candidate[],
  parametersOf: (candidate: Candidate) => readonly Type[],
  args: readonly ValueOperand[],
  scope: Scope,
  line: number,
  shown: string,
): Candidate | null {
  const given = args.map(({ type, isQuery }) => ({ type, isQuery: isQuery === true }));
  const choice = chooseOverload(candidates, parametersOf, given);
  if (choice.kind === 'one') return choice.candidate;
  if (choice.kind === 'none') return null;
  return scope.refuse(line, `which overload ${shown}(${typeNames(args)}) means`);
}

export function convertArguments(
  args: readonly ValueOperand[],
  parameters: readonly Type[],
  scope: Scope,
  line: number,
): readonly Evaluate[] {
  return args.map((arg, index) => {
    const parameter = parameters[index];
    return parameter === undefined ? arg.evaluate : convertOperand(arg, parameter, scope, line, 'argument');
  });
}

/** Evaluates arguments from left to right into a new array. */
export function bindArguments(evaluators: readonly Evaluate[]): (frame: Frame) => Value[] {
  const [first, second] = evaluators;
  if (first === undefined) return () => [];
  if (second === undefined) return (frame) => [first(frame)];
  if (evaluators.length === 2) return (frame) => [first(frame), second(frame)];
  return (frame) => evaluators.map((evaluate) => evaluate(frame));
}
