import { RunAsStatementContext } from '@apexdevtools/apex-parser';
import { callsIn, nameOf } from '../apex/calls.ts';
import { isTestFile } from '../apex/class-outline.ts';
import { typesAt } from '../apex/declared-types.ts';
import { dmlOf } from '../apex/dml.ts';
import { typeOfExpression } from '../apex/expression-type.ts';
import { nodesOfFile } from '../apex/tree.ts';
import { elementType } from '../soql/value-kind.ts';
import { find } from './habit.ts';
import type { Habit } from './habit.ts';

const VERBS: Readonly<Record<string, RegExp>> = { __e: /^(?!insertimmediate)/, __mdt: /./ };

/** Records that Apex cannot write this way. Source: Custom Metadata Types Implementation Guide; Platform Events Developer Guide. */
export const checkWrittenObjects: Habit = ({ project, file, report }) => {
  for (const dml of nodesOfFile(project, file).flatMap((node) => dmlOf(node) ?? [])) {
    const type = typeOfExpression(dml.record, typesAt(project, file, dml.node));
    const object = type === null ? '' : (elementType(type) ?? type);
    const suffix = /__(mdt|e)$/i.exec(object)?.[0]?.toLowerCase() ?? '';
    if (VERBS[suffix]?.test(dml.verb) !== true) continue;
    const how =
      suffix === '__e' ? 'publish it with EventBus.publish' : 'deploy it, or use Metadata.Operations';
    report(dml.node, `${dml.verb} cannot write ${object}: ${how}`);
  }
};

const TEST_ONLY =
  /^(test\.(starttest|stoptest|setmock|setfixedsearchresults|setcreateddate|loaddata|enablechangedatacapture)|assert\.\w+|assert|assertequals|assertnotequals)$/;

/** What only tests may do. Source: Apex Developer Guide, Test Class, runAs Method. */
export const checkTestOnly: Habit = (context) => {
  const { project, file, report } = context;
  if (isTestFile(project, file)) return;
  for (const statement of find(context, RunAsStatementContext)) {
    report(statement, 'System.runAs is for tests: the platform refuses it in other classes');
  }
  for (const call of callsIn(nodesOfFile(project, file))) {
    const isOwn = call.target === '' && /^assert/i.test(call.method);
    if (!isOwn && TEST_ONLY.test(nameOf(call))) {
      report(call.node, `${call.target}.${call.method} is for tests: remove it from this class`);
    }
  }
};
