import { activate, staticsOf } from '../compile/activate.ts';
import type { ApexOrg } from '../model/apex-org.ts';
import type { ClassModel, MethodModel } from '../model/class-model.ts';
import type { Transaction } from '../model/transaction.ts';
import { failureOf } from './failure.ts';
import type { ApexFailure } from './failure.ts';
import type { ApexProgram } from './program.ts';
import { createTransaction } from './transaction.ts';

export interface TestRun {
  readonly org: ApexOrg;
  /** Who runs the tests. */
  readonly userId: string;
  /** Left out: all. The name is `Class.method`. */
  readonly isWanted?: (name: string) => boolean;
}

export interface TestResult {
  readonly className: string;
  readonly methodName: string;
  readonly ms: number;
  /** Null: it passed. */
  readonly failure: ApexFailure | null;
  readonly debugLog: readonly string[];
}

export interface TestReport {
  readonly results: readonly TestResult[];
  /** By the coverage points of the program. */
  readonly hits: Uint32Array;
}

/** Runs test methods, each on the records of its class's set-up methods alone. */
export function runTests(program: ApexProgram, run: TestRun): TestReport {
  const hits = new Uint32Array(program.points.length);
  const results: TestResult[] = [];
  for (const model of testClasses(program)) {
    const methods = annotated(model, 'istest').filter(
      ({ name }) => run.isWanted?.(`${model.name}.${name}`) ?? true,
    );
    if (methods.length === 0) continue;
    run.org.isolate(() => {
      const setUp = annotated(model, 'testsetup').map((method) => runOne(program, run, method, hits));
      const failed = setUp.find(({ failure }) => failure !== null);
      for (const method of methods) {
        const one = (): TestResult => runOne(program, run, method, hits);
        const result = failed === undefined ? run.org.isolate(one) : { ...failed, methodName: method.name };
        results.push(result);
      }
    });
  }
  return { results, hits };
}

/** Classes with test methods, by name. */
export function testClasses(program: ApexProgram): readonly ClassModel[] {
  return [...program.classes.values()]
    .filter((model) => model.isTest && annotated(model, 'istest').length > 0)
    .sort((a, b) => a.name.localeCompare(b.name));
}

function annotated(model: ClassModel, annotation: string): readonly MethodModel[] {
  return [...model.methods.values()]
    .flat()
    .filter(({ annotations }) => annotations.some(({ name }) => name === annotation));
}

function runOne(program: ApexProgram, run: TestRun, method: MethodModel, hits: Uint32Array): TestResult {
  const tx = createTransaction(program, { org: run.org, userId: run.userId, isTest: true, hits });
  const from = performance.now();
  const failure = failureIn(tx, method);
  return {
    className: method.owner.name,
    methodName: method.name,
    ms: performance.now() - from,
    failure,
    debugLog: tx.debugLog,
  };
}

function failureIn(tx: Transaction, method: MethodModel): ApexFailure | null {
  try {
    staticsOf(tx, method.owner);
    activate(tx, method, null, []);
    return null;
  } catch (error) {
    return failureOf(error);
  }
}
