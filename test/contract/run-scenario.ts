import path from 'node:path';
import type { FieldValue } from '../../src/model/apex-contract.ts';
import { createOrg } from '../../workbench/org/create-org.ts';
import { readInstalledPackage } from '../../workbench/org/installed-package.ts';
import { ConnectionLost, OrgRefusal } from '../../workbench/org/refusal.ts';
import type { SimulatedOrg } from '../../workbench/org/simulated-org.ts';
import type { Json, Scenario, ScenarioStep } from './scenario.ts';

const START = Date.parse('2026-01-05T09:00:00Z');

const PACKAGE_DIR = path.resolve('force-app');
const INSTALLED = readInstalledPackage([PACKAGE_DIR]);

/** An org without sample records, with the package of this repository installed. */
export function emptyOrg(installed = INSTALLED): SimulatedOrg {
  let id = 0;
  return createOrg({
    packageDir: PACKAGE_DIR,
    installed,
    clock: { now: () => START, setTimer: () => () => undefined },
    ids: { next: () => `id-${++id}`, random: () => 0.5 },
    seed: 'empty',
  });
}

type Names = Map<string, FieldValue>;

function fill(value: Json, names: Names): Json {
  if (typeof value === 'string') {
    const alone = value.startsWith('@') ? names.get(value.slice(1)) : undefined;
    return alone ?? value.replace(/\$\{(\w+)\}/g, (whole, name: string) => String(names.get(name) ?? whole));
  }
  if (Array.isArray(value)) return value.map((entry: Json) => fill(entry, names));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, fill(entry, names)]));
}

/** Gives every unknown `@name` of the expectation the value that stands at its place. */
function learn(expected: Json, actual: unknown, names: Names): void {
  if (typeof expected === 'string' && expected.startsWith('@') && !names.has(expected.slice(1))) {
    names.set(expected.slice(1), (actual ?? null) as FieldValue);
    return;
  }
  if (expected === null || typeof expected !== 'object') return;
  for (const [key, entry] of Object.entries(expected)) {
    learn(entry as Json, (actual as Record<string, unknown> | null | undefined)?.[key], names);
  }
}

function prepare(org: SimulatedOrg, scenario: Scenario, names: Names): void {
  const before = scenario.before ?? {};
  for (const [name, record] of Object.entries(before.records ?? {})) {
    const fields = fill(record.fields as Json, names) as Record<string, FieldValue>;
    names.set(name, org.admin.insert(record.object, fields));
  }
  for (const [loser, master] of Object.entries(before.merged ?? {})) {
    org.admin.merge(String(names.get(master)), String(names.get(loser)));
  }
  for (const [object, permissions] of Object.entries(before.objectPermissions ?? {})) {
    org.admin.setObjectPermissions(object, permissions);
  }
  for (const [name, permissions] of Object.entries(before.fieldPermissions ?? {})) {
    const [object = '', field = ''] = name.split('.');
    org.admin.setFieldPermissions(object, field, permissions);
  }
  for (const rule of before.duplicateRules ?? []) org.admin.addDuplicateRule(rule);
  for (const [name, fields] of Object.entries(before.settings ?? {})) org.admin.saveSetting(name, fields);
  for (const rule of before.rules ?? []) org.admin.saveRule(rule);
}

async function answer(org: SimulatedOrg, step: ScenarioStep, names: Names): Promise<Json> {
  if (step.fault !== undefined) org.faults.next({ kind: step.fault });
  const [className = '', methodName = ''] = step.call.split('.');
  const params = step.params ?? { requestJson: JSON.stringify(fill(step.request ?? null, names)) };
  try {
    return { response: (await org.handleApex(className, methodName, params)) as Json };
  } catch (error) {
    if (error instanceof ConnectionLost) return { lost: true };
    if (!(error instanceof OrgRefusal)) throw error;
    const { status, body } = error.response;
    return { error: { status, message: String(body['message']) } };
  }
}

/** An answer's member that is null may as well be absent. */
function withoutNulls(value: Json): Json {
  if (Array.isArray(value)) return value.map((entry: Json) => withoutNulls(entry));
  if (value === null || typeof value !== 'object') return value;
  const present = Object.entries(value).filter(([, entry]) => entry !== null);
  return Object.fromEntries(present.map(([key, entry]) => [key, withoutNulls(entry as Json)]));
}

function expectation(step: ScenarioStep): Json {
  if (step.lost === true) return { lost: true };
  if (step.error !== undefined) return { error: { ...step.error } };
  return { response: step.response ?? null };
}

/** Expected and actual side by side, names filled in: one entry a step, then the records after. */
export async function runScenario(
  scenario: Scenario,
  org = emptyOrg(),
): Promise<{ expected: Json[]; actual: Json[] }> {
  const names: Names = new Map<string, FieldValue>([
    ['user', org.userId],
    ['org', org.id],
  ]);
  prepare(org, scenario, names);
  const expected: Json[] = [];
  const actual: Json[] = [];
  for (const step of scenario.steps) {
    const given = await answer(org, step, names);
    learn(expectation(step), given, names);
    expected.push(withoutNulls(fill(expectation(step), names)));
    actual.push(withoutNulls(given));
  }
  for (const [object, rows] of Object.entries(scenario.after ?? {})) {
    const stored = org.listRecords(object);
    const seen = stored.map((record, index) =>
      Object.fromEntries(
        Object.keys(rows[index] ?? { Id: null }).map((field) => [field, (record[field] ?? null) as Json]),
      ),
    );
    learn(rows as Json, seen, names);
    expected.push({ [object]: fill(rows as Json, names) });
    actual.push({ [object]: seen });
  }
  return { expected, actual };
}
