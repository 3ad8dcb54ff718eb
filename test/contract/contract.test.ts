import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { runScenario } from './run-scenario.ts';
import type { Scenario } from './scenario.ts';

const folder = path.resolve('test/contract');
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

describe.each(files)('the Apex contract in %s', (file) => {
  const scenarios = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as readonly Scenario[];

  it.each(scenarios.map((scenario) => [scenario.name, scenario] as const))('%s', async (_name, scenario) => {
    const { expected, actual } = await runScenario(scenario);
    expect(actual).toEqual(expected);
  });
});
