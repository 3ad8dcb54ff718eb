import { compileClass } from '../../../tools/apex-runtime/compile/compile-class.ts';
import { CoveragePoints } from '../../../tools/apex-runtime/compile/coverage-points.ts';
import { createCompiler } from '../../../tools/apex-runtime/compile/create-compiler.ts';
import type { Compiler } from '../../../tools/apex-runtime/compile/compiler.ts';
import { runTests, testClasses } from '../../../tools/apex-runtime/run/run-tests.ts';
import type { TestReport } from '../../../tools/apex-runtime/run/run-tests.ts';
import type { ApexTestOrg } from '../../../workbench/org/create-test-org.ts';
import { openTestOrg } from '../apex-project.ts';
import type { ApexProject } from '../apex-project.ts';
import type { Mutant } from './mutant.ts';
import { RuntimeScenarios } from './runtime-scenarios.ts';

export type Outcome =
  | { readonly kind: 'killed'; readonly by: string }
  | { readonly kind: 'survived' }
  /** The platform's compiler would not take it, so nobody can make this mistake. */
  | { readonly kind: 'refused' };

interface KnownTest {
  readonly name: string;
  readonly className: string;
  readonly ms: number;
  readonly files: ReadonlySet<string>;
  /** `PacelineLedger.cls:20` */
  readonly lines: ReadonlySet<string>;
}

export interface Trials {
  /** Of all tests that pass without a mutant. */
  readonly testMs: number;
  readonly failing: readonly string[];
  try(mutant: Mutant): Promise<Outcome>;
}

/** A file's own tests first, then the fast ones. */
function inOrder(tests: readonly KnownTest[], file: string): readonly KnownTest[] {
  const own = `${file.replace(/\.cls$/, '')}Test`;
  const rank = (test: KnownTest): number =>
    (test.className === own ? 0 : test.files.has(file) ? 1000 : 100_000) + test.ms;
  return [...tests].sort((a, b) => rank(a) - rank(b));
}

class ProjectTrials implements Trials {
  readonly failing: string[] = [];
  readonly #project: ApexProject;
  readonly #testOrg: ApexTestOrg;
  readonly #compiler: Compiler;
  readonly #scenarios: RuntimeScenarios;
  readonly #tests: KnownTest[] = [];

  constructor(project: ApexProject) {
    this.#project = project;
    this.#testOrg = openTestOrg(project);
    this.#scenarios = new RuntimeScenarios(project);
    // Coverage is of no interest any more: its points must not become more with every mutant.
    this.#compiler = createCompiler({ ...project.compiler.environment, points: new CoveragePoints() });
    for (const name of this.#names()) this.#learn(name);
  }

  get testMs(): number {
    return this.#tests.reduce((sum, { ms }) => sum + ms, 0);
  }

  async try(mutant: Mutant): Promise<Outcome> {
    const undo = mutant.apply();
    try {
      if (compileClass(this.#compiler, mutant.source).length > 0) return { kind: 'refused' };
      for (const { name } of this.#wanted(mutant)) {
        if (!this.#passes(this.#run(name))) return { kind: 'killed', by: name };
      }
      const scenario = await this.#scenarios.failing();
      return scenario === null ? { kind: 'survived' } : { kind: 'killed', by: scenario };
    } finally {
      undo();
      compileClass(this.#compiler, mutant.source);
    }
  }

  /** Those that pass the statement; for a place outside of statements, all. */
  #wanted({ file, statementLine }: Mutant): readonly KnownTest[] {
    const place = `${file}:${statementLine ?? 0}`;
    const tests = statementLine === null ? this.#tests : this.#tests.filter(({ lines }) => lines.has(place));
    return inOrder(tests, file);
  }

  #names(): readonly string[] {
    return testClasses(this.#project.program).flatMap(({ name, methods }) =>
      [...methods.values()]
        .flat()
        .filter(({ annotations }) => annotations.some((each) => each.name === 'istest'))
        .map((method) => `${name}.${method.name}`),
    );
  }

  #run(name: string): TestReport {
    return runTests(this.#project.program, { ...this.#testOrg, isWanted: (each) => each === name });
  }

  #passes({ results }: TestReport): boolean {
    return results.every(({ failure }) => failure === null);
  }

  #learn(name: string): void {
    const report = this.#run(name);
    if (!this.#passes(report)) {
      this.failing.push(name);
      return;
    }
    const reached = this.#project.program.points.filter((_point, index) => (report.hits[index] ?? 0) > 0);
    this.#tests.push({
      name,
      className: name.split('.')[0] ?? '',
      ms: report.results.reduce((sum, { ms }) => sum + ms, 0),
      files: new Set(reached.map(({ file }) => file)),
      lines: new Set(reached.map(({ file, line }) => `${file}:${line}`)),
    });
  }
}

/** Runs every test once, to know what each of them reaches. */
export function prepareTrials(project: ApexProject): Trials {
  return new ProjectTrials(project);
}
