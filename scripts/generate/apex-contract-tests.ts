import { readFile, readdir } from 'node:fs/promises';
import type { FieldValue, FieldValues } from '../../src/model/apex-contract.ts';
import type { Json, Scenario, ScenarioStep } from '../../test/contract/scenario.ts';
import { apexJson, apexString } from './apex-contract/apex-json.ts';
import { RUNTIME_ONLY } from './apex-contract/runtime-only.ts';

const SCENARIOS = new URL('../../test/contract/', import.meta.url);
const FOLDER = 'test/org/main/classes';
const LONGEST_CLASS_NAME = 40;
/** Faults that need nothing of the org: the request is left out, or its answer is not looked at. */
const FAULTS_OF_THE_LINE: ReadonlySet<string> = new Set(['lost-request', 'lost-response']);
const STAGED: ReadonlySet<string> = new Set(['records', 'merged', 'objectPermissions', 'fieldPermissions']);
/** A test can set none of these. */
const UNSETTABLE: readonly string[] = ['IsPersonAccount', 'CreatedById'];
/** Of a lead; set by converting it. */
const CONVERSION: readonly string[] = [
  'IsConverted',
  'ConvertedContactId',
  'ConvertedAccountId',
  'ConvertedOpportunityId',
];
const METHODS: ReadonlySet<string> = new Set([
  'PacelineInteractionController.apply',
  'PacelineInteractionController.saveWrapUp',
  'PacelineLookupController.search',
]);

/** The platform makes a contact of each lead that it converts. */
function canBeSet(fields: FieldValues): boolean {
  const isConverted = fields['IsConverted'] === true;
  return UNSETTABLE.every((field) => !(field in fields)) && (!isConverted || 'ConvertedContactId' in fields);
}

/** Can an Apex test stage what the scenario needs? Access to tasks is no object permission of its own. */
function canRunInAnOrg(scenario: Scenario): boolean {
  const { before = {}, steps } = scenario;
  return (
    Object.keys(before).every((key) => STAGED.has(key)) &&
    !('Task' in (before.objectPermissions ?? {})) &&
    Object.values(before.records ?? {}).every(({ fields }) => canBeSet(fields)) &&
    steps.every(
      ({ call, fault }) => METHODS.has(call) && (fault === undefined || FAULTS_OF_THE_LINE.has(fault)),
    )
  );
}

/** The scenarios that run in an org. Throws where they and the list of the others disagree. */
export function scenariosForAnOrg(scenarios: readonly Scenario[]): Scenario[] {
  const list = 'scripts/generate/apex-contract/runtime-only.ts';
  const unknown = Object.keys(RUNTIME_ONLY).filter(
    (name) => !scenarios.some((scenario) => scenario.name === name),
  );
  const wrong = [
    ...unknown.map((name) => `${list} names "${name}", which is no scenario of test/contract. Remove it.`),
    ...scenarios.flatMap((scenario) => {
      const isListed = scenario.name in RUNTIME_ONLY;
      if (canRunInAnOrg(scenario) !== isListed) return [];
      return isListed
        ? [`${list} names "${scenario.name}", which an Apex test can stage. Remove it.`]
        : [`"${scenario.name}" cannot be staged in an Apex test. Add it with the reason to ${list}.`];
    }),
  ];
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  return scenarios.filter(canRunInAnOrg);
}

function methodName(name: string): string {
  const words = name.replace(/[^a-zA-Z0-9 ]/g, '').split(' ');
  return words
    .map((word, index) => (index === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
}

/** At most 40 characters, the platform's limit. */
function className(file: string): string {
  const words = file
    .replace(/\.json$/, '')
    .replace(/^interaction-/, '')
    .split('-');
  const name = `PacelineContract${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}Test`;
  if (name.length > LONGEST_CLASS_NAME) {
    throw new Error(
      `test/contract/${file}: its Apex class ${name} has more than ${LONGEST_CLASS_NAME} characters. Shorten the file's name.`,
    );
  }
  return name;
}

/** Object permissions hang together: who may not read may not write either. */
function permissionsTaken({ before = {} }: Scenario): string[] {
  return Object.entries({ ...before.objectPermissions, ...before.fieldPermissions }).flatMap(
    ([target, permissions]) =>
      Object.entries(permissions).flatMap(([action, granted]) => (granted ? [] : [`${action} ${target}`])),
  );
}

const IN = '        ';
const DEEP = '            ';

function statement(method: string, ...args: readonly string[]): string {
  const flat = `${IN}scenario.${method}(${args.join(', ')});`;
  return args.some((arg) => arg.includes('\n')) || flat.length > 120
    ? `${IN}scenario.${method}(\n${DEEP}${args.join(`,\n${DEEP}`)}\n${IN});`
    : flat;
}

const json = (value: Json | undefined): string => apexJson(value ?? null, DEEP);

function stepStatements(step: ScenarioStep): string[] {
  if (step.fault === 'lost-request') return [statement('losesTheRequest')];
  const call = statement('call', apexString(step.call), json(step.request));
  if (step.fault === 'lost-response') return [call, statement('losesTheAnswer')];
  return [
    call,
    step.error === undefined
      ? statement('answers', json(step.response))
      : statement('refuses', apexString(step.error.message)),
  ];
}

function creation(scenario: Scenario): string {
  const name = apexString(scenario.name);
  const taken = permissionsTaken(scenario);
  const args = taken.length === 0 ? [name] : [name, `new Set<String>{ ${taken.map(apexString).join(', ')} }`];
  return `${IN}PacelineContractRunner scenario = new PacelineContractRunner(\n${DEEP}${args.join(`,\n${DEEP}`)}\n${IN});`;
}

type Before = NonNullable<Scenario['before']> & { readonly merged?: Readonly<Record<string, string>> };

function recordStatements(records: NonNullable<Before['records']>): string[] {
  return Object.entries(records).map(([name, { object, fields }]) => {
    const settable = Object.entries(fields).filter(([field]) => !CONVERSION.includes(field));
    return statement('record', apexString(name), apexString(object), json(Object.fromEntries(settable)));
  });
}

/** A lead that was converted can be merged no more, so merges come first. */
function successorStatements({ records = {}, merged = {} }: Before): string[] {
  const nameIn = (value: FieldValue | undefined): string =>
    typeof value === 'string' ? apexString(value.replace(/^@/, '')) : 'null';
  return [
    ...Object.entries(merged).map(([loser, master]) =>
      statement('mergeRecords', apexString(loser), apexString(master)),
    ),
    ...Object.entries(records)
      .filter(([, { fields }]) => fields['IsConverted'] === true)
      .map(([name, { fields }]) =>
        statement(
          'convertLead',
          apexString(name),
          ...CONVERSION.slice(1).map((field) => nameIn(fields[field])),
        ),
      ),
  ];
}

function testMethod(scenario: Scenario): string {
  const { before = {}, steps, after = {} } = scenario;
  const statements = [
    creation(scenario),
    ...recordStatements(before.records ?? {}),
    ...successorStatements(before),
    ...steps.flatMap(stepStatements),
    ...Object.entries(after).map(([object, rows]) => statement('leaves', apexString(object), json(rows))),
    `${IN}Assert.isTrue(scenario.isComplete(), 'each answer was compared');`,
  ];
  return `    @IsTest
    static void ${methodName(scenario.name)}() {
${statements.join('\n')}
    }
`;
}

function testClass(file: string, scenarios: readonly Scenario[]): string {
  return `// Generated from test/contract/${file} by npm run generate. Do not edit.
@IsTest
private with sharing class ${className(file)} {
${scenarios.map(testMethod).join('\n')}}
`;
}

const META = `<?xml version="1.0" encoding="UTF-8" ?>
<!-- Generated by npm run generate. Do not edit. -->
<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata">
    <apiVersion>65.0</apiVersion>
    <status>Active</status>
</ApexClass>
`;

/** One Apex test class a file of scenarios, one method a scenario that an org can run; `PacelineContractRunner` runs it. */
export async function generate(): Promise<Map<string, string>> {
  const names = (await readdir(SCENARIOS)).filter((name) => name.endsWith('.json')).sort();
  const files = await Promise.all(
    names.map(async (name) => ({
      name,
      scenarios: JSON.parse(await readFile(new URL(name, SCENARIOS), 'utf8')) as readonly Scenario[],
    })),
  );
  const chosen = new Set(scenariosForAnOrg(files.flatMap(({ scenarios }) => scenarios)));
  const generated = new Map<string, string>();
  for (const { name, scenarios } of files) {
    const runnable = scenarios.filter((scenario) => chosen.has(scenario));
    if (runnable.length === 0) continue;
    generated.set(`${FOLDER}/${className(name)}.cls`, testClass(name, runnable));
    generated.set(`${FOLDER}/${className(name)}.cls-meta.xml`, META);
  }
  return generated;
}
