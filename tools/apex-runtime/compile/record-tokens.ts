import type { Type } from '../model/types.ts';
import type { Environment } from './environment.ts';
import type { ValueOperand } from './operand.ts';

export function staticRecordMember(
  _environment: Environment,
  _type: Type,
  _name: string,
): ValueOperand | undefined {
  return undefined;
}
