import { activate, staticsOf } from '../../tools/apex-runtime/compile/activate.ts';
import { CompileError } from '../../tools/apex-runtime/model/errors.ts';
import { readCases } from '../../tools/apex-runtime/run/conformance-case.ts';
import type { ConformanceCase, Expectation } from '../../tools/apex-runtime/run/conformance-case.ts';
import { failureOf } from '../../tools/apex-runtime/run/failure.ts';
import { ProgramRefused, loadProgram } from '../../tools/apex-runtime/run/program.ts';
import type { ApexProgram } from '../../tools/apex-runtime/run/program.ts';
import { createTransaction } from '../../tools/apex-runtime/run/transaction.ts';
import { valueText } from '../../tools/apex-runtime/values/text.ts';
import { createCaseOrg } from './case-org.ts';

const FOLDER = 'tools/apex-runtime/cases';
const FILE = 'ConformanceCase.cls';
const host = createCaseOrg();

function load(text: string): ApexProgram | Expectation {
  try {
    return loadProgram({
      sources: [{ file: FILE, text }],
      schema: host.org.schema,
      cacheDir: '.cache/apex-cases',
    });
  } catch (error) {
    if (!(error instanceof ProgramRefused)) throw error;
    if (error.problems.every((problem) => problem instanceof CompileError)) return { refused: 'compile' };
    throw error;
  }
}

function run(program: ApexProgram, expected: Expectation): Expectation {
  const { org, administratorId } = host;
  const tx = createTransaction(program, { org, userId: administratorId, isTest: true });
  const model = program.classes.get('conformancecase');
  const method = model?.methods.get('run')?.[0];
  if (model === undefined || method === undefined) throw new TypeError('a case has a method run()');
  try {
    staticsOf(tx, model);
    return { returns: valueText(tx, activate(tx, method, null, [])) ?? 'null' };
  } catch (error) {
    const { type, message } = failureOf(error);
    return 'message' in expected
      ? { throws: type, message }
      : type === 'Runtime'
        ? { throws: message }
        : { throws: type };
  }
}

function answerOf({ apex, expect: expected }: ConformanceCase): Expectation {
  const program = load(apex);
  return 'classes' in program ? host.org.isolate(() => run(program, expected)) : program;
}

describe('conformance cases', () => {
  const cases = readCases(FOLDER);

  test.each(cases.map((each) => [each.name, each] as const))('%s', (_name, each) => {
    expect(answerOf(each)).toEqual(each.expect);
  });

  test('a rule that is documented or reported names where', () => {
    expect(cases.filter(({ mark, source }) => (mark === 'assumed') !== (source === null))).toEqual([]);
  });
});
