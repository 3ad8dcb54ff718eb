import type { ApexOrg } from '../../tools/apex-runtime/model/apex-org.ts';
import { createApexOrg } from './apex-org.ts';
import { createOrgState } from './create-state.ts';
import type { InstalledPackage } from './installed-package.ts';

export interface ApexTestOrg {
  readonly org: ApexOrg;
  /** The administrator who runs the tests. */
  readonly userId: string;
}

/** An org for Apex tests: set-up and metadata, no records of business; its clock stands. */
export function createTestOrg(installed: InstalledPackage, now: number): ApexTestOrg {
  const state = createOrgState({
    installed,
    orgId: '00DPw0000000001MAA',
    clock: { now: () => now, setTimer: () => () => undefined },
    ids: { next: () => 'test', random: () => 0 },
    settingOverrides: {},
    isSeeded: false,
  });
  return { org: createApexOrg(state, new Set()), userId: state.users.administrator };
}
