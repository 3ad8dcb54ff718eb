import { CatchClauseContext, RunAsStatementContext, TryStatementContext } from '@apexdevtools/apex-parser';
import { callsIn, nameOf } from '../apex/calls.ts';
import { classesOf, listClasses } from '../apex/class-outline.ts';
import type { ClassOutline, Member } from '../apex/class-outline.ts';
import { typesAt } from '../apex/declared-types.ts';
import { dmlOf } from '../apex/dml.ts';
import { typeOfExpression } from '../apex/expression-type.ts';
import { findAbove, findBelow, nodesBelow } from '../apex/tree.ts';
import type { Node } from '../apex/tree.ts';
import type { Project } from '../project.ts';
import { elementType } from '../soql/value-kind.ts';
import type { Habit } from './habit.ts';

/** Objects of Setup. Source: Apex Developer Guide, sObjects That Cannot Be Used Together in DML Operations. */
const SETUP = new Set(
  (
    'FieldPermissions Group GroupMember ObjectPermissions ObjectTerritory2AssignmentRule PermissionSet ' +
    'PermissionSetAssignment PermissionSetGroup PermissionSetGroupComponent PermissionSetLicenseAssign QueueSObject ' +
    'SetupEntityAccess Territory2 User UserRole UserTerritory2Association'
  )
    .toLowerCase()
    .split(' '),
);

interface Change {
  readonly object: string;
  readonly isSetup: boolean;
  /** Changes in different blocks of System.runAs do not meet. */
  readonly block: Node | null;
  readonly node: Node;
}

function changeOf(
  project: Project,
  file: string,
  node: Node,
  place: Node,
  block: Node | null,
): Change | null {
  const dml = dmlOf(node);
  if (dml === null) return null;
  const type = typeOfExpression(dml.record, typesAt(project, file, node));
  if (type === null) return null;
  const object = elementType(type) ?? type;
  if (/^sobject$/i.test(object)) return null;
  const isNewUser = dml.verb === 'insert' && object.toLowerCase() === 'user';
  return isNewUser ? null : { object, isSetup: SETUP.has(object.toLowerCase()), block, node: place };
}

const methodOf = (
  classes: readonly ClassOutline[],
  owner: string,
  name: string,
): readonly [ClassOutline, Member] | null => {
  const outline = classes.find((item) => item.name.toLowerCase() === owner.toLowerCase());
  const member = outline?.members.find(
    (item) => item.kind === 'method' && item.name.toLowerCase() === name.toLowerCase(),
  );
  return outline === undefined || member === undefined ? null : [outline, member];
};

/** Changes of a method and of the static methods that it calls, at the line of the method's own call. */
function changesOf(
  project: Project,
  outline: ClassOutline,
  member: Member,
  place: Node | null,
  around: Node | null,
  seen: ReadonlySet<Node>,
): Change[] {
  return nodesBelow(member.node).flatMap((node): Change[] => {
    const at = place ?? node;
    const block = findAbove(node, RunAsStatementContext) ?? around;
    const change = changeOf(project, outline.file, node, at, block);
    if (change !== null) return [change];
    return callsIn([node]).flatMap((call) => {
      const found = methodOf(
        listClasses(project),
        call.target === '' ? outline.name : call.target,
        call.method,
      );
      if (found === null || seen.has(found[1].node)) return [];
      return changesOf(project, found[0], found[1], at, block, new Set([...seen, found[1].node]));
    });
  });
}

const isTest = ({ kind, modifiers }: Member): boolean =>
  kind === 'method' &&
  (modifiers.has('@istest') || modifiers.has('@testsetup') || modifiers.has('testmethod'));

/** MIXED_DML_OPERATION. */
export const checkMixedDml: Habit = ({ project, file, report }) => {
  for (const outline of classesOf(project, file)) {
    for (const member of outline.members.filter(isTest)) {
      const first = new Map<Node | null, Change>();
      for (const change of changesOf(project, outline, member, null, null, new Set([member.node]))) {
        const other = first.get(change.block);
        if (other === undefined) first.set(change.block, change);
        else if (other.isSetup !== change.isSetup) {
          report(
            change.node,
            `${member.name} changes ${change.object} after ${other.object} (MIXED_DML_OPERATION): ` +
              'do one of them inside System.runAs',
          );
          break;
        }
      }
    }
  }
};

const SAME = /^(?:system\.)?assert(?:equals)?$|^assert\.(?:areequal|istrue|isfalse|isnotnull)$/;
const LITERAL = /^('[^']*'|\d+|true|false|null)$/i;

/** A test that cannot fail proves nothing. */
export const checkAssertions: Habit = ({ project, file, report }) => {
  for (const { members } of classesOf(project, file)) {
    for (const { name, node } of members.filter(isTest)) {
      const calls = callsIn(nodesBelow(node));
      for (const call of calls.filter((item) => SAME.test(nameOf(item)))) {
        const values = call.arguments.slice(0, /equal/i.test(call.method) ? 2 : 1);
        if (values.every((value) => LITERAL.test(value.getText()))) {
          report(call.node, `${call.method} compares constants: it cannot fail`);
        }
      }
      const starts = calls.filter((call) => nameOf(call) === 'test.starttest');
      if (starts.length > 1)
        report(starts[1]?.node ?? node, `${name} calls Test.startTest twice: the second call is refused`);
      for (const attempt of findBelow(node, TryStatementContext)) {
        const caught = findBelow(attempt, CatchClauseContext);
        const asserts = caught.some((clause) =>
          callsIn(nodesBelow(clause)).some((call) =>
            /^assert|^system\.assert/i.test(`${call.target}.${call.method}`.replace(/^\./, '')),
          ),
        );
        const fails = calls.some((call) => /^(assert\.fail|fail|assert)$/.test(nameOf(call)));
        const marked = caught.some((clause) => /=/.test(clause.block().getText()));
        if (asserts && !fails && !marked) {
          report(attempt, `${name} passes when nothing is thrown: end the try block with Assert.fail`);
        }
      }
    }
  }
};
