import { loadProgram } from '../../tools/apex-runtime/run/program.ts';
import type { ApexProgram } from '../../tools/apex-runtime/run/program.ts';
import type { OrgRecord } from '../../workbench/org/org-record.ts';
import { createOrgState } from '../../workbench/org/create-state.ts';
import { readInstalledPackage } from '../../workbench/org/installed-package.ts';
import type { OrgState } from '../../workbench/org/org-state.ts';
import { handClock } from '../workbench-org/org-at.ts';
import type { HandClock } from '../workbench-org/org-at.ts';

const INSTALLED = readInstalledPackage(['force-app']);

/** A simulated org that runs classes of a test, with a clock moved by hand. */
export interface OrgLab {
  readonly state: OrgState;
  readonly clock: HandClock;
  load(sources: Readonly<Record<string, string>>): ApexProgram;
  /** Calls a static method without parameters as the administrator. */
  call(program: ApexProgram, name: string): void;
  list(object: string): readonly OrgRecord[];
}

export function createOrgLab(): OrgLab {
  const clock = handClock();
  const state = createOrgState({
    installed: INSTALLED,
    orgId: '00DPw0000000001MAA',
    clock,
    ids: { next: () => 'lab', random: () => 0.5 },
    settingOverrides: {},
    isSeeded: false,
  });
  return {
    state,
    clock,
    load: (sources) =>
      loadProgram({
        sources: Object.entries(sources).map(([file, text]) => ({ file, text })),
        schema: INSTALLED.apexSchema,
        cacheDir: '.cache/apex-cases',
      }),
    call(program, name) {
      const [className = '', methodName = ''] = name.split('.');
      state.jobs.callStatic(program, className, methodName, state.users.administrator);
    },
    list: (object) => state.store.list(object),
  };
}
