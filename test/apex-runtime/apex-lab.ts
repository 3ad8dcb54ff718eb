import { activate, staticsOf } from '../../tools/apex-runtime/compile/activate.ts';
import type { MethodModel } from '../../tools/apex-runtime/model/class-model.ts';
import type { Transaction } from '../../tools/apex-runtime/model/transaction.ts';
import type { Value } from '../../tools/apex-runtime/model/values.ts';
import { ProgramRefused, loadProgram } from '../../tools/apex-runtime/run/program.ts';
import type { ApexProgram } from '../../tools/apex-runtime/run/program.ts';
import { createTransaction } from '../../tools/apex-runtime/run/transaction.ts';
import { createCaseOrg } from './case-org.ts';
import type { CaseOrg } from './case-org.ts';

/** Loads and runs small classes on an org without records. */
export interface ApexLab {
  readonly host: CaseOrg;
  /** Classes by file name. */
  load(sources: Readonly<Record<string, string>>): ApexProgram;
  /** Why classes are not loaded, one line a problem; empty: they are. */
  problems(sources: Readonly<Record<string, string>>): readonly string[];
  begin(program: ApexProgram): Transaction;
  /** Calls a static method, `Class.method`. */
  call(program: ApexProgram, tx: Transaction, name: string, args?: readonly Value[]): Value;
}

export function createApexLab(): ApexLab {
  const host = createCaseOrg();
  const load = (sources: Readonly<Record<string, string>>): ApexProgram =>
    loadProgram({
      sources: Object.entries(sources).map(([file, text]) => ({ file, text })),
      schema: host.org.schema,
      cacheDir: '.cache/apex-cases',
    });
  return {
    host,
    load,
    problems(sources) {
      try {
        load(sources);
        return [];
      } catch (error) {
        if (error instanceof ProgramRefused) return error.problems.map(({ message }) => message);
        throw error;
      }
    },
    begin: (program) =>
      createTransaction(program, { org: host.org, userId: host.administratorId, isTest: true }),
    call(program, tx, name, args = []) {
      const method = methodOf(program, name);
      staticsOf(tx, method.owner);
      return activate(tx, method, null, [...args]);
    },
  };
}

export function methodOf(program: ApexProgram, name: string): MethodModel {
  const [className = '', methodName = ''] = name.toLowerCase().split('.');
  const method = program.classes.get(className)?.methods.get(methodName)?.[0];
  if (method === undefined) throw new TypeError(`the classes of this test have no method ${name}`);
  return method;
}
