import { DotExpressionContext, NewExpressionContext, TypeRefContext } from '@apexdevtools/apex-parser';
import { classesOf, isTestFile, listClasses } from '../apex/class-outline.ts';
import type { ClassOutline, Member } from '../apex/class-outline.ts';
import { typesAt } from '../apex/declared-types.ts';
import { find } from './habit.ts';
import type { ApexContext, Habit } from './habit.ts';

const OPEN = ['public', 'global', 'protected', 'webservice'];
const isPrivate = ({ modifiers }: Member): boolean => !OPEN.some((word) => modifiers.has(word));

function topClasses(context: ApexContext): ReadonlyMap<string, ClassOutline> {
  return context.project.once('top classes', () => {
    const top = listClasses(context.project).filter(({ outer }) => outer === null);
    return new Map(top.map((outline) => [outline.name.toLowerCase(), outline]));
  });
}

/** Says why a place outside the class may not use the members of that name, or null. */
function refusal(
  context: ApexContext,
  owner: ClassOutline,
  members: readonly Member[],
  what: string,
): string | null {
  if (members.length === 0 || !members.every(isPrivate)) return null;
  if (!members.some(({ modifiers }) => modifiers.has('@testvisible'))) {
    return `${what} is private to ${owner.name}: make it public, or use what is public`;
  }
  return isTestFile(context.project, context.file)
    ? null
    : `${what} of ${owner.name} is visible to tests only (@TestVisible): make it public, or use what is public`;
}

/** The class that a name stands for: a class of another file, or a variable of its type. */
function ownerOf(context: ApexContext, expression: DotExpressionContext): ClassOutline | null {
  const text = expression.expression().getText();
  const top = topClasses(context);
  const type = /^\w+$/.test(text)
    ? (typesAt(context.project, context.file, expression).get(text.toLowerCase()) ?? text)
    : '';
  const created = /^new(\w+)\(.*\)$/i.exec(text)?.[1] ?? '';
  const owner = top.get(type.toLowerCase()) ?? top.get(created.toLowerCase()) ?? null;
  return owner === null || owner.file === context.file ? null : owner;
}

/** Private members stay in their file, those with @TestVisible in tests. Source: Apex Developer Guide, TestVisible Annotation. */
export const checkVisibility: Habit = (context) => {
  for (const expression of find(context, DotExpressionContext)) {
    const owner = ownerOf(context, expression);
    if (owner === null) continue;
    const call = expression.dotMethodCall() as ReturnType<DotExpressionContext['dotMethodCall']> | null;
    const name = (call?.anyId() ?? expression.anyId()).getText();
    const members = owner.members.filter(
      (member) =>
        member.name.toLowerCase() === name.toLowerCase() && (member.kind === 'method') === (call !== null),
    );
    const problem = refusal(context, owner, members, name);
    if (problem !== null) context.report(expression, problem);
  }
  for (const expression of find(context, NewExpressionContext)) {
    const name = expression.creator().createdName().getText();
    const owner = topClasses(context).get(name.toLowerCase());
    if (owner === undefined || owner.file === context.file) continue;
    const constructors = owner.members.filter(({ kind }) => kind === 'constructor');
    const problem = refusal(context, owner, constructors, 'the constructor');
    if (problem !== null) context.report(expression, problem);
  }
  for (const type of find(context, TypeRefContext)) {
    const [outer = '', inner] = type.getText().split('.');
    const owner = topClasses(context).get(outer.toLowerCase());
    if (inner === undefined || owner === undefined || owner.file === context.file) continue;
    const members = owner.members.filter(
      ({ kind, name }) => kind === 'class' && name.toLowerCase() === inner.toLowerCase(),
    );
    const problem = refusal(context, owner, members, `class ${inner}`);
    if (problem !== null) context.report(type, problem);
  }
};

/** What is deployed must not need a test class. Source: Apex Developer Guide, IsTest Annotation. */
export const checkTestClassUse: Habit = (context) => {
  if (isTestFile(context.project, context.file)) return;
  const own = new Set(classesOf(context.project, context.file).map(({ name }) => name.toLowerCase()));
  const used = [
    ...find(context, DotExpressionContext).map((node) => ({ node, name: node.expression().getText() })),
    ...find(context, NewExpressionContext).map((node) => ({
      node,
      name: node.creator().createdName().getText(),
    })),
  ];
  for (const { node, name } of used) {
    const owner = topClasses(context).get(name.toLowerCase());
    if (owner?.modifiers.has('@istest') === true && !own.has(name.toLowerCase())) {
      context.report(node, `${owner.name} is a test class: other classes cannot use it`);
    }
  }
};
