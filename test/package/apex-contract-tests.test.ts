import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { apexJson } from '../../scripts/generate/apex-contract/apex-json.ts';
import { RUNTIME_ONLY } from '../../scripts/generate/apex-contract/runtime-only.ts';
import { generate, scenariosForAnOrg } from '../../scripts/generate/apex-contract-tests.ts';
import { walkFiles } from '../../scripts/build/files.ts';
import type { Json, Scenario } from '../contract/scenario.ts';

const ROOT = resolve(__dirname, '../..');
const CONTRACT = join(ROOT, 'test/contract');
const SCENARIOS = readdirSync(CONTRACT)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => JSON.parse(readFileSync(join(CONTRACT, name), 'utf8')) as Scenario[]);

/** The value of an Apex expression of joined literals. */
function evaluate(expression: string): string {
  return expression
    .split(/ \+\n\s*/)
    .map((literal) => literal.slice(1, -1).replace(/\\(.)/g, '$1'))
    .join('');
}

describe('the scenarios that run in an org', () => {
  it('are all but those that the list names', () => {
    const names = scenariosForAnOrg(SCENARIOS).map(({ name }) => name);
    expect(SCENARIOS.map(({ name }) => name).filter((name) => !names.includes(name))).toEqual(
      SCENARIOS.map(({ name }) => name).filter((name) => name in RUNTIME_ONLY),
    );
  });

  it('cannot be chosen when one needs a fault and is not on the list, or the list names what can be staged', () => {
    const call = 'PacelineInteractionController.apply';
    const changed = SCENARIOS.map((scenario) =>
      scenario.name === 'a row lock refuses the whole batch and nothing is written'
        ? { ...scenario, steps: [{ call }] }
        : scenario,
    );
    const locked: Scenario = { name: 'a new lock', steps: [{ call, fault: 'row-lock' }] };
    const list = 'scripts/generate/apex-contract/runtime-only.ts';
    expect(() => scenariosForAnOrg([...changed, locked])).toThrow(
      [
        `${list} names "a row lock refuses the whole batch and nothing is written", which an Apex test can stage. Remove it.`,
        `"a new lock" cannot be staged in an Apex test. Add it with the reason to ${list}.`,
      ].join('\n'),
    );
  });

  it('are no part of the package', async () => {
    const classes = [...(await generate()).keys()];
    const shipped = walkFiles(join(ROOT, 'force-app')).filter((path) => path.includes('PacelineContract'));
    expect({
      elsewhere: classes.filter((path) => !path.startsWith('test/org/main/classes/')),
      missing: classes.filter((path) => !existsSync(join(ROOT, path))),
      shipped,
    }).toEqual({ elsewhere: [], missing: [], shipped: [] });
  });
});

describe('JSON in an Apex test', () => {
  it.each<[string, Json]>([
    ['quotes and backslashes', { text: 'it\'s "so" \\ so', line: 'a\nb' }],
    [
      'long text with a character of two code units',
      { notes: `${'x'.repeat(95)}\u{1F600}${'y'.repeat(200)}` },
    ],
    [
      'nested lists',
      {
        operations: [
          { key: 'a', fields: {} },
          { key: 'b', fields: { A: null, B: 1.5 } },
        ],
        limit: 10,
      },
    ],
  ])('means the same: %s', (_, value) => {
    expect(JSON.parse(evaluate(apexJson(value, '    ')))).toEqual(value);
  });

  it('stands on one line where it fits, else on one line an entry', () => {
    expect(apexJson({ a: 1, b: [] }, '  ')).toBe('\'{ "a": 1, "b": [] }\'');
    expect(apexJson({ first: 'x'.repeat(60), second: ['y'.repeat(60)] }, '  ')).toBe(
      ["'{' +", `'  "first": "${'x'.repeat(60)}",' +`, `'  "second": ["${'y'.repeat(60)}"]' +`, "'}'"].join(
        '\n  ',
      ),
    );
  });
});
