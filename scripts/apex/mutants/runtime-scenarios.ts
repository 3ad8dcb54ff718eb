import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { emptyOrg, runScenario } from '../../../test/contract/run-scenario.ts';
import type { Scenario } from '../../../test/contract/scenario.ts';
import type { ApexCode } from '../../../workbench/org/apex-code.ts';
import { RUNTIME_ONLY } from '../../generate/apex-contract/runtime-only.ts';
import { ROOT } from '../../lib/steps.ts';
import type { ApexProject } from '../apex-project.ts';

/** Contract scenarios that are no Apex tests, because an org cannot stage them. */
export class RuntimeScenarios {
  readonly #project: ApexProject;
  readonly #scenarios: readonly Scenario[];

  constructor(project: ApexProject) {
    this.#project = project;
    const folder = path.join(ROOT, 'test/contract');
    this.#scenarios = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .flatMap((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as readonly Scenario[])
      .filter(({ name }) => name in RUNTIME_ONLY);
  }

  /** The name of the first that does not hold with the classes as they are compiled now; null: all hold. */
  async failing(): Promise<string | null> {
    const { program, installed } = this.#project;
    const code: ApexCode = { program: () => program, reload: () => ({ kind: 'unchanged' }) };
    for (const scenario of this.#scenarios) {
      try {
        const { expected, actual } = await runScenario(scenario, emptyOrg({ ...installed, code }));
        if (!isDeepStrictEqual(actual, expected)) return scenario.name;
      } catch {
        return scenario.name;
      }
    }
    return null;
  }
}
