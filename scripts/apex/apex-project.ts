import path from 'node:path';
import { buildProgram } from '../../tools/apex-runtime/run/program.ts';
import type { BuiltProgram } from '../../tools/apex-runtime/run/program.ts';
import { createApexSchema } from '../../workbench/org/apex-schema.ts';
import { readApexSources } from '../../workbench/org/apex-sources.ts';
import { readInstalledPackage } from '../../workbench/org/installed-package.ts';
import type { InstalledPackage } from '../../workbench/org/installed-package.ts';
import { createTestOrg } from '../../workbench/org/create-test-org.ts';
import type { ApexTestOrg } from '../../workbench/org/create-test-org.ts';
import { ROOT } from '../lib/steps.ts';

/** What customers install. */
const SHIPPED_FOLDER = 'force-app';
/** Tests for scratch orgs, which stay out of the package. */
const ORG_TEST_FOLDER = 'test/org';
/** Syntax trees by the hash of their text. */
export const SYNTAX_CACHE = `${ROOT}/.cache/apex`;

/** When the Apex tests run; a day ends at this time of UTC, but not where the users are. */
const TEST_TIME = Date.UTC(2026, 0, 31, 23, 30);

export interface ApexProject extends BuiltProgram {
  readonly installed: InstalledPackage;
  /** File names of the classes in the package: `PacelineLedger.cls`. */
  readonly shippedFiles: ReadonlySet<string>;
}

/** All Apex of the repository, compiled. Throws ProgramRefused. */
export function openApexProject(cacheDir: string | null = SYNTAX_CACHE): ApexProject {
  const installed = readInstalledPackage([path.join(ROOT, SHIPPED_FOLDER)]);
  const shipped = readApexSources([path.join(ROOT, SHIPPED_FOLDER)]);
  const sources = [...shipped, ...readApexSources([path.join(ROOT, ORG_TEST_FOLDER)])];
  const built = buildProgram({
    sources,
    schema: createApexSchema(installed),
    ...(cacheDir === null ? {} : { cacheDir }),
  });
  return { ...built, installed, shippedFiles: new Set(shipped.map(({ file }) => file)) };
}

/** An org for the tests of the project. */
export function openTestOrg({ installed }: ApexProject): ApexTestOrg {
  return createTestOrg(installed, TEST_TIME);
}
