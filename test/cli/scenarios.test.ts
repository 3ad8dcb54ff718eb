import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOG } from '../../src/catalog/catalog.ts';
import { expandScenario } from '../scenarios/authoring/expand-scenario.ts';
import { runInProcess } from './run-in-process.ts';

const SCENARIOS = join(__dirname, '..', 'scenarios');
const names = readdirSync(SCENARIOS)
  .filter((file) => file.endsWith('.recording.json'))
  .map((file) => file.replace('.recording.json', ''));

const fileOf = (name: string, kind: string): string => join(SCENARIOS, `${name}.${kind}`);
const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');
const expectedLines = (name: string): string[] =>
  linesOf(readFileSync(fileOf(name, 'expected.ndjson'), 'utf8'));

describe('paceline replay prints the events that are written down', () => {
  it.each(names)('for %s', async (name) => {
    const settings = fileOf(name, 'settings.json');
    const options = existsSync(settings) ? ['--settings', settings] : [];
    const run = await runInProcess('replay', fileOf(name, 'recording.json'), ...options);
    expect(linesOf(run.out)).toEqual(expectedLines(name));
    expect(run.code).toBe(0);
  });
});

it('the scenarios are at least thirty and reach all 57 rows and every extension', () => {
  const reached = new Set(
    names.flatMap(expectedLines).map((line) => (JSON.parse(line) as { tuple: string }).tuple),
  );
  const rows = CATALOG.map((row) => row.tuple);
  expect(names.length).toBeGreaterThanOrEqual(30);
  expect(rows.filter((tuple) => !reached.has(tuple))).toEqual([]);
  expect(CATALOG.filter((row) => row.provenance !== 'extension').length).toBe(57);
  expect(reached.size).toBe(76);
});

it('no scenario expects a cause that its row does not know', () => {
  const known = new Set(CATALOG.flatMap((row) => row.causes.map((cause) => `${row.tuple} ${cause}`)));
  const expected = names.flatMap(expectedLines).map((line) => {
    const { tuple, cause } = JSON.parse(line) as { tuple: string; cause: string };
    return `${tuple} ${cause}`;
  });
  expect(expected.filter((pair) => !known.has(pair))).toEqual([]);
});

it.each(names)('the files of %s are what their source says', (name) => {
  const source = expandScenario(readFileSync(join(SCENARIOS, 'authoring', `${name}.scenario.txt`), 'utf8'));
  expect(JSON.parse(readFileSync(fileOf(name, 'recording.json'), 'utf8'))).toEqual(source.recording);
  expect(expectedLines(name)).toEqual(source.expected);
  const settings = fileOf(name, 'settings.json');
  expect(existsSync(settings) ? JSON.parse(readFileSync(settings, 'utf8')) : null).toEqual(source.settings);
});
