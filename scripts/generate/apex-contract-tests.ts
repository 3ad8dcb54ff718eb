import { readFile, readdir } from 'node:fs/promises';
import type { Scenario } from '../../test/contract/scenario.ts';

const SCENARIOS = new URL('../../test/contract/', import.meta.url);
const TARGET = 'force-app/main/actions/classes/PacelineContractTest.cls';
const CHUNK = 96;
/** Faults that need nothing of the org: the request is left out, or its answer is not looked at. */
const FAULTS_OF_THE_LINE: ReadonlySet<string> = new Set(['lost-request', 'lost-response']);
/** Methods whose answer depends on no custom metadata of the org. */
const METHODS: ReadonlySet<string> = new Set([
  'PacelineInteractionController.apply',
  'PacelineLookupController.search',
]);

/** An Apex test cannot take permissions away, stage faults, write custom metadata or rely on person accounts. */
function runsInAnOrg(scenario: Scenario): boolean {
  const { records = {}, ...staged } = scenario.before ?? {};
  return (
    Object.keys(staged).length === 0 &&
    Object.values(records).every((record) => !('IsPersonAccount' in record.fields)) &&
    scenario.steps.every(
      (step) => METHODS.has(step.call) && (step.fault === undefined || FAULTS_OF_THE_LINE.has(step.fault)),
    )
  );
}

function methodName(scenario: Scenario): string {
  const words = scenario.name.replace(/[^a-zA-Z0-9 ]/g, '').split(' ');
  return words
    .map((word, index) => (index === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
}

function apexString(text: string): string {
  const chunks = text.match(new RegExp(`.{1,${CHUNK}}`, 'gsu')) ?? [''];
  const quote = (chunk: string): string => `'${chunk.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  return chunks.map(quote).join(' +\n            ');
}

function testMethod(scenario: Scenario): string {
  return `    @IsTest
    static void ${methodName(scenario)}() {
        List<String> differences = PacelineContractRunner.differences(
            ${apexString(JSON.stringify(scenario))}
        );
        Assert.areEqual(new List<String>(), differences, String.join(differences, '; '));
    }
`;
}

async function readScenarios(): Promise<readonly Scenario[]> {
  const names = (await readdir(SCENARIOS)).filter((name) => name.endsWith('.json')).sort();
  const files = await Promise.all(names.map((name) => readFile(new URL(name, SCENARIOS), 'utf8')));
  return files.flatMap((file) => JSON.parse(file) as readonly Scenario[]);
}

/** One Apex test method for each contract scenario that an org can run; `PacelineContractRunner` carries it out. */
export async function generate(): Promise<Map<string, string>> {
  const scenarios = (await readScenarios()).filter(runsInAnOrg);
  const content = `// Generated from test/contract by npm run generate. Do not edit.
@IsTest
private with sharing class PacelineContractTest {
${scenarios.map(testMethod).join('\n')}}
`;
  return new Map([[TARGET, content]]);
}
