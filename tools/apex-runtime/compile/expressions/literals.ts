import type { LiteralExpression } from '../../language/ast.ts';
import { T } from '../../model/types.ts';
import { ApexDouble } from '../../model/values.ts';
import { parseDecimal } from '../../values/decimal.ts';
import { valueOf } from './operand.ts';
import type { ValueOperand } from './operand.ts';
import type { Scope } from '../scope.ts';

const MAX_INTEGER = 2_147_483_647;
const MAX_LONG = 9_223_372_036_854_775_807n;

export function literal({ type, text, line }: LiteralExpression, scope: Scope): ValueOperand {
  switch (type) {
    case 'null':
      return valueOf(T.Null, () => null);
    case 'boolean': {
      const value = text === 'true';
      return valueOf(T.Boolean, () => value);
    }
    case 'string':
      return valueOf(T.String, () => text);
    case 'integer': {
      const value = Number(text);
      if (value > MAX_INTEGER || value < -MAX_INTEGER - 1) scope.fail(line, `Illegal integer: ${text}`);
      return valueOf(T.Integer, () => value);
    }
    case 'long': {
      const value = BigInt(text);
      if (value > MAX_LONG || value < -MAX_LONG - 1n) scope.fail(line, `Illegal long: ${text}`);
      return valueOf(T.Long, () => value);
    }
    case 'double': {
      const value = new ApexDouble(Number(text));
      return valueOf(T.Double, () => value);
    }
    case 'decimal': {
      const value = parseDecimal(text) ?? scope.fail(line, `Illegal number: ${text}`);
      return valueOf(T.Decimal, () => value);
    }
  }
}
