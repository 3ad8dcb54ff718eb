import {
  AssignExpressionContext,
  DotExpressionContext,
  NewExpressionContext,
  PrimaryExpressionContext,
} from '@apexdevtools/apex-parser';
import type { ExpressionContext } from '@apexdevtools/apex-parser';
import { isTestFile } from '../apex/class-outline.ts';
import { typesAt } from '../apex/declared-types.ts';
import { typeOfExpression } from '../apex/expression-type.ts';
import type { Node } from '../apex/tree.ts';
import { objectElement, picklistWords } from '../schema/object-definitions.ts';
import { findField } from '../schema/schema.ts';
import { KIND_WORDS, isFormula, kindOf } from '../soql/field-kind.ts';
import type { FieldKind } from '../soql/field-kind.ts';
import { childOf, textOf } from '../xml.ts';
import { find } from './habit.ts';
import type { ApexContext, Habit } from './habit.ts';

/** Written by the platform on every object. Source: Object Reference, System Fields. */
const SYSTEM_FIELDS = new Set(
  'createdbyid createddate isdeleted lastmodifiedbyid lastmodifieddate lastreferenceddate lastvieweddate systemmodstamp'.split(
    ' ',
  ),
);
/** Source: Object Reference, fields without Create and Update. */
const READ_ONLY = new Set(
  (
    'account.photourl case.casenumber case.closeddate case.isclosed contact.name contact.isemailbounced lead.isconverted ' +
    'lead.name lead.convertedcontactid lead.convertedaccountid opportunity.isclosed opportunity.iswon task.isclosed ' +
    'task.accountid user.name'
  ).split(' '),
);
const ASSIGNED: Readonly<Record<string, readonly FieldKind[]>> = {
  boolean: ['boolean'],
  date: ['date', 'datetime'],
  datetime: ['datetime'],
  decimal: ['number'],
  double: ['number'],
  id: ['id', 'text', 'longText', 'picklist'],
  integer: ['number'],
  long: ['number'],
  string: ['text', 'id', 'picklist', 'multiPicklist', 'autoNumber', 'encrypted', 'longText'],
  time: ['time'],
};

function writeProblem(context: ApexContext, object: string, name: string): string | null {
  const field = findField(context.schema, object, name);
  const lower = name.toLowerCase();
  if (field === undefined) return null;
  const own = objectElement(context.project, object);
  const nameField = own === null ? undefined : childOf(own, 'nameField');
  const isNumbered =
    lower === 'name' && nameField !== undefined && textOf(nameField, 'type') === 'AutoNumber';
  const type = field.definition?.type ?? '';
  const isComputed = isFormula(field) || type === 'AutoNumber' || type === 'Summary' || isNumbered;
  return isComputed || SYSTEM_FIELDS.has(lower) || READ_ONLY.has(`${object}.${lower}`.toLowerCase())
    ? `${object}.${name} is written by the platform: Apex cannot write it`
    : null;
}

function valueProblem(
  context: ApexContext,
  object: string,
  name: string,
  value: ExpressionContext,
  types: ReadonlyMap<string, string>,
): string | null {
  const field = findField(context.schema, object, name);
  const type = typeOfExpression(value, types);
  if (field === undefined || type === null) return null;
  const kind = kindOf(object, field);
  const kinds = ASSIGNED[type.toLowerCase()];
  if (kinds !== undefined && kind !== 'unknown' && !kinds.includes(kind)) {
    return `${object}.${name} is ${KIND_WORDS[kind]}: ${value.getText()}, ${/^[aeiou]/i.test(type) ? 'an' : 'a'} ${type}, cannot be its value`;
  }
  const text = /^'([^'\\]*)'$/.exec(value.getText())?.[1];
  if (text === undefined || isTestFile(context.project, context.file) || field.definition === undefined)
    return null;
  const { length, element } = field.definition;
  if (length > 0 && text.length > length)
    return `${object}.${name} holds ${length} characters, '${text}' has ${text.length}`;
  const words = picklistWords(field.definition);
  const set = childOf(element, 'valueSet');
  const isOpen = set === undefined || textOf(set, 'restricted') !== 'true';
  return words === null || isOpen || words.includes(text)
    ? null
    : `${object}.${name} has no value '${text}': its values are ${words.join(', ')}`;
}

/** Fields that Apex writes, in constructors and assignments: writable, and of the value's type. */
export const checkRecordValues: Habit = (context) => {
  const check = (node: Node, object: string, name: string, value: ExpressionContext): void => {
    const types = typesAt(context.project, context.file, node);
    const problem = writeProblem(context, object, name) ?? valueProblem(context, object, name, value, types);
    if (problem !== null) context.report(node, problem);
  };
  for (const created of find(context, NewExpressionContext)) {
    const object = context.schema.get(created.creator().createdName().getText().toLowerCase());
    const pairs = (
      created.creator().classCreatorRest() as {
        arguments: () => { expressionList: () => { expression_list: () => ExpressionContext[] } | null };
      } | null
    )
      ?.arguments()
      .expressionList()
      ?.expression_list();
    for (const pair of object === undefined ? [] : (pairs ?? [])) {
      if (!(pair instanceof AssignExpressionContext)) continue;
      const [name, value] = pair.expression_list();
      if (name instanceof PrimaryExpressionContext && value !== undefined)
        check(pair, object?.name ?? '', name.getText(), value);
    }
  }
  for (const assigned of find(context, AssignExpressionContext)) {
    const [target, value] = assigned.expression_list();
    if (!(target instanceof DotExpressionContext) || value === undefined || target.dotMethodCall()) continue;
    const variable = target.expression().getText();
    const type = typesAt(context.project, context.file, assigned).get(variable.toLowerCase()) ?? '';
    const object = context.schema.get(type.toLowerCase());
    if (object !== undefined) check(assigned, object.name, target.anyId().getText(), value);
  }
};
