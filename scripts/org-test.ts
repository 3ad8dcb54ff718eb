/**
 * `npm run org:test -- --org ALIAS [--dry-run]`: builds, deploys to a scratch org or sandbox, runs the Apex tests there,
 * checks what a script can check, and lists what a person must look at. `--dry-run` prints the commands and runs none.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { walkFiles } from './build/files.ts';
import { ROOT, runBin } from './lib/steps.ts';
import { formatChecks } from './package/org-test/check.ts';
import { checkOrg } from './package/org-test/check-org.ts';
import { SOURCE_FOLDERS, commandLine, orgCommands } from './package/org-test/commands.ts';
import { MANUAL_CHECKS } from './package/org-test/manual-checks.ts';
import { phoneScript } from './package/org-test/phone-matrix.ts';
import { runSf } from './package/org-test/run-sf.ts';

const SCRIPT = `${ROOT}/.cache/phone-search.apex`;

function sampleNumbers(): string[] {
  const { records } = JSON.parse(readFileSync(`${ROOT}/demo-app/data/contacts.json`, 'utf8')) as {
    records: { Phone: string }[];
  };
  return records.map(({ Phone }) => Phone);
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { org: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
  });
  if (values.org === undefined || !/^[\w.@+][\w.@+-]*$/.test(values.org)) {
    console.error('Name the org: npm run org:test -- --org ALIAS [--dry-run]');
    return 2;
  }
  const testClasses = SOURCE_FOLDERS.flatMap((folder) => walkFiles(`${ROOT}/${folder}/main`))
    .filter((path) => path.endsWith('Test.cls'))
    .map((path) => basename(path, '.cls'));
  const commands = orgCommands(values.org, testClasses.sort(), relative(ROOT, SCRIPT));
  const manual = MANUAL_CHECKS.map((line) => `by hand      ${line}`).join('\n');
  if (values['dry-run']) {
    console.log(['npm run build', ...Object.values(commands).map(commandLine), '', manual].join('\n'));
    return 0;
  }
  const built = await runBin('tsx', [`${ROOT}/scripts/build.ts`]);
  if (built !== 0) return built;
  const numbers = sampleNumbers();
  mkdirSync(`${ROOT}/.cache`, { recursive: true });
  writeFileSync(SCRIPT, phoneScript(numbers));
  const checks = checkOrg(runSf, commands, numbers);
  console.log(`${formatChecks(checks)}\n${manual}`);
  return checks.some(({ state }) => state === 'FAILED') ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`The org was not checked. ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
