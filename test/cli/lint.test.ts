import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPaceline } from './run-paceline.ts';
import type { Paceline } from './run-paceline.ts';

const RULES = join(__dirname, '..', '..', 'examples', 'rules');

let paceline: Paceline;
beforeAll(() => {
  paceline = buildPaceline();
});
afterAll(() => paceline.remove());

it('a ruleset without findings says so and ends with 0', () => {
  expect(paceline.run('lint', join(RULES, 'service-desk.json'))).toEqual({
    code: 0,
    out: '',
    err: '0 errors, 0 warnings, 0 notes\n',
  });
});

it('warnings and notes do not fail the command', () => {
  const run = paceline.run('lint', join(RULES, 'recommended-hvoc.json'));
  expect(run.code).toBe(0);
  expect(run.out.split('\n').filter((line) => line.startsWith('warning')).length).toBe(1);
});

it('a rule that cannot work is an error, with its place, and the exit code is 1', () => {
  const path = join(paceline.folder, 'rules.json');
  const rule = { key: 'a', label: 'A', trigger: { events: ['dropped'] }, actions: [{ type: 'sing' }] };
  writeFileSync(path, JSON.stringify({ ruleset: 'x', rules: [rule, { ...rule, actions: [] }] }));
  const run = paceline.run('lint', path);
  expect(run.code).toBe(1);
  expect(run.out.split('\n').map((line) => line.split(':')[0])).toEqual([
    'error    a actions[0].type',
    'error    a actions',
    '',
  ]);
});
