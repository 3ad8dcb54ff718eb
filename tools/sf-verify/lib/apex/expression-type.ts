import {
  CastExpressionContext,
  LiteralPrimaryContext,
  NewExpressionContext,
  PrimaryExpressionContext,
  SoqlPrimaryContext,
  SubExpressionContext,
} from '@apexdevtools/apex-parser';
import type { ExpressionContext } from '@apexdevtools/apex-parser';

function literalType(text: string): string | null {
  if (text.startsWith("'")) return 'String';
  if (/^(true|false)$/i.test(text)) return 'Boolean';
  if (/^\d+$/.test(text)) return 'Integer';
  if (/^\d+l$/i.test(text)) return 'Long';
  return /^\d*\.\d+d?$/i.test(text) ? 'Decimal' : null;
}

/** Calls of the library whose type is the same wherever they stand. */
const CALLS: readonly (readonly [RegExp, string])[] = [
  [/^(Date\.(today|newInstance|valueOf)|System\.today)\(/i, 'Date'],
  [/^(Datetime\.(now|newInstance|newInstanceGmt|valueOf)|System\.now)\(/i, 'Datetime'],
  [/^UserInfo\.get\w+\(\)$/i, 'String'],
  [/^(String\.(valueOf|join|format)|JSON\.serialize)\(/i, 'String'],
];

/** Apex type of an expression where it is plain to see, else null; a query is `List<Object>` of its object. */
export function typeOfExpression(
  expression: ExpressionContext,
  types: ReadonlyMap<string, string>,
): string | null {
  const text = expression.getText();
  if (expression instanceof SubExpressionContext) return typeOfExpression(expression.expression(), types);
  if (expression instanceof NewExpressionContext) return expression.creator().createdName().getText();
  if (expression instanceof CastExpressionContext) return expression.typeRef().getText();
  if (expression instanceof PrimaryExpressionContext) {
    const primary = expression.primary();
    if (primary instanceof LiteralPrimaryContext) return literalType(text);
    if (primary instanceof SoqlPrimaryContext) {
      const query = primary.soqlLiteral().query() as ReturnType<
        ReturnType<typeof primary.soqlLiteral>['query']
      > | null;
      return query === null ? null : `List<${query.fromNameList().fieldName(0).getText()}>`;
    }
    return types.get(text.toLowerCase()) ?? null;
  }
  return CALLS.find(([pattern]) => pattern.test(text) && /^[^()]*\([^()]*\)$/.test(text))?.[1] ?? null;
}
