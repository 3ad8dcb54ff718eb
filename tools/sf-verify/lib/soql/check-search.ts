import { FieldExpressionContext, FieldListContext, FieldOrderContext } from '@apexdevtools/apex-parser';
import type { FieldSpecContext, SoslClausesContext } from '@apexdevtools/apex-parser';
import { findBelow } from '../apex/tree.ts';
import type { Node } from '../apex/tree.ts';
import type { Project } from '../project.ts';
import { objectElement } from '../schema/object-definitions.ts';
import { checkFieldPath } from '../schema/schema.ts';
import { textOf } from '../xml.ts';
import { checkOrder } from './column-rules.ts';
import { checkCondition } from './condition-rules.ts';
import type { QueryScope } from './query-scope.ts';

/** Source: SOQL and SOSL Reference, SOSL limits. */
const MOST_ROWS = 2000;

function checkReturned(
  project: Project,
  context: Omit<QueryScope, 'object' | 'aliases'>,
  spec: FieldSpecContext,
): void {
  const name = spec.soslId(0).getText();
  const object = context.schema.get(name.toLowerCase());
  if (object === undefined) {
    context.report(spec, `there is no object ${name}`);
    return;
  }
  const own = objectElement(project, object.name);
  if (
    /__(mdt|e)$/.test(object.name) ||
    (own !== null && object.custom && textOf(own, 'enableSearch') !== 'true')
  ) {
    context.report(
      spec,
      `${object.name} cannot be searched: its object file needs <enableSearch>true</enableSearch>`,
    );
  }
  const scope: QueryScope = { ...context, object: object.name, aliases: [] };
  for (const list of findBelow(spec as Node, FieldListContext)) {
    for (const field of list.soslId_list()) {
      const problem = checkFieldPath(context.schema, object.name, field.getText().split('.'));
      if (problem !== null) context.report(field, problem);
    }
  }
  for (const condition of findBelow(spec as Node, FieldExpressionContext)) {
    const field = condition.fieldName() as ReturnType<FieldExpressionContext['fieldName']> | null;
    const problem =
      field === null ? null : checkFieldPath(context.schema, object.name, field.getText().split('.'));
    if (problem !== null) context.report(condition, problem);
    else checkCondition(scope, condition, false);
  }
  for (const order of findBelow(spec as Node, FieldOrderContext)) checkOrder(scope, order);
}

/** Objects, columns and filters of a search. */
export function checkSearch(
  project: Project,
  context: Omit<QueryScope, 'object' | 'aliases'>,
  clauses: SoslClausesContext,
  specs: readonly FieldSpecContext[],
): void {
  for (const spec of specs) checkReturned(project, context, spec);
  const limit = clauses.limitClause() as ReturnType<SoslClausesContext['limitClause']> | null;
  const rows = Number(limit?.IntegerLiteral()?.getText() ?? 1);
  if (limit !== null && rows > MOST_ROWS)
    context.report(limit, `LIMIT ${rows} of a search must be at most 2000`);
}
