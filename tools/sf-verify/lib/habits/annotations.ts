import { classesOf } from '../apex/class-outline.ts';
import type { Member } from '../apex/class-outline.ts';
import type { Habit } from './habit.ts';

const SIMPLE =
  /^(?:(?:List|Set)<)*(?:Boolean|Date|Datetime|Decimal|Double|Id|Integer|Long|String|Time|Blob)>*(?:\[\])?$/i;

function futureProblem({ modifiers, type, parameters }: Member): string | null {
  if (!modifiers.has('static') || type.toLowerCase() !== 'void') return 'a future method is static and void';
  const odd = parameters.find((parameter) => !SIMPLE.test(parameter.type));
  return odd === undefined ? null : `a future method takes simple values and lists of them, not ${odd.type}`;
}

function invocableProblem({ modifiers, parameters, type }: Member): string | null {
  if (!modifiers.has('static')) return 'an invocable method is static';
  if (!modifiers.has('public') && !modifiers.has('global')) return 'an invocable method is public';
  if (parameters.length > 1) return 'an invocable method takes at most one parameter, a list';
  const [parameter] = parameters;
  if (parameter !== undefined && !/^List</i.test(parameter.type))
    return `an invocable method takes a list, not ${parameter.type}`;
  return type.toLowerCase() === 'void' || /^List</i.test(type)
    ? null
    : `an invocable method answers a list, not ${type}`;
}

function testProblem({ modifiers, parameters, type }: Member): string | null {
  return modifiers.has('static') && type.toLowerCase() === 'void' && parameters.length === 0
    ? null
    : 'a test method is static and void, without parameters';
}

/** Types that do not cross to components. Source: Lightning Web Components Developer Guide, Call Apex Methods. */
function auraProblem({ parameters, type, modifiers }: Member): string | null {
  const odd = [type, ...parameters.map((parameter) => parameter.type)].find((item) =>
    /^(Set<|Blob$|Object\[\])/i.test(item),
  );
  if (!modifiers.has('public') && !modifiers.has('global')) return 'a method for components is public';
  return odd === undefined
    ? null
    : `a method for components cannot take or answer ${odd}: use a list or text`;
}

const RULES: readonly (readonly [string, (member: Member) => string | null])[] = [
  ['@future', futureProblem],
  ['@invocablemethod', invocableProblem],
  ['@istest', testProblem],
  ['@testsetup', testProblem],
  ['@auraenabled', auraProblem],
];

/** What annotations demand of their methods. Source: Apex Developer Guide, Annotations. */
export const checkAnnotations: Habit = ({ project, file, report }) => {
  for (const { members, name, modifiers, outer } of classesOf(project, file)) {
    const methods = members.filter(({ kind }) => kind === 'method');
    for (const member of methods) {
      for (const [annotation, problemOf] of RULES) {
        const problem = member.modifiers.has(annotation) ? problemOf(member) : null;
        if (problem !== null) report(member.node, `${member.name}: ${problem}`);
      }
      const isTest = member.modifiers.has('@istest') || member.modifiers.has('@testsetup');
      if (isTest && !modifiers.has('@istest') && outer === null) {
        report(member.node, `${member.name} is a test, and ${name} is no test class: add @IsTest`);
      }
    }
    const invocable = methods.filter((member) => member.modifiers.has('@invocablemethod'));
    if (invocable.length > 1)
      report(invocable[1]?.node ?? members[0]!.node, `${name} has two invocable methods, one is allowed`);
    const setups = methods.filter((member) => member.modifiers.has('@testsetup'));
    if (setups.length > 1)
      report(setups[1]?.node ?? members[0]!.node, `${name} has two @TestSetup methods, one is allowed`);
  }
};
