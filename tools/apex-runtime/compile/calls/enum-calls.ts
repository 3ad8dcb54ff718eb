import { T } from '../../model/types.ts';
import type { Type } from '../../model/types.ts';
import { ApexList } from '../../model/values.ts';
import { enumConstants } from '../expressions/enums.ts';
import type { Environment } from '../environment.ts';
import { convertOperand } from '../expressions/convert.ts';
import { valueOf } from '../expressions/operand.ts';
import type { ValueOperand } from '../expressions/operand.ts';
import type { Scope } from '../scope.ts';

/** `values()` and `valueOf(String)` of an enum; null: another name, or no enum. */
export function enumTypeCall(
  environment: Environment,
  type: Type,
  name: string,
  args: readonly ValueOperand[],
  scope: Scope,
  line: number,
): ValueOperand | null {
  if (type.kind !== 'enum') return null;
  const constants = enumConstants(environment, type);
  const [text] = args;
  if (name.toLowerCase() === 'values' && text === undefined) {
    const list = environment.types.list(type);
    return valueOf(list, () => new ApexList(list, [...constants]));
  }
  if (name.toLowerCase() !== 'valueof' || text === undefined || args.length !== 1) return null;
  const evaluate = convertOperand(text, T.String, scope, line, 'argument');
  return valueOf(type, (frame) => {
    const wanted = String(evaluate(frame));
    const found = constants.find((constant) => constant.name.toLowerCase() === wanted.toLowerCase());
    if (found !== undefined) return found;
    return frame.tx.raise('NoSuchElementException', `No enum constant ${type.name}.${wanted}`);
  });
}
