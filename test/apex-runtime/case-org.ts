import type { ApexOrg } from '../../tools/apex-runtime/model/apex-org.ts';
import { createTestOrg } from '../../workbench/org/create-test-org.ts';
import { readInstalledPackage } from '../../workbench/org/installed-package.ts';

export interface CaseOrg {
  readonly org: ApexOrg;
  readonly administratorId: string;
}

const NOW = Date.UTC(2026, 0, 31, 23, 30);

/** An org with the package's metadata and its users, and without other records. */
export function createCaseOrg(): CaseOrg {
  const { org, userId } = createTestOrg(readInstalledPackage(['force-app']), NOW);
  return { org, administratorId: userId };
}
