/**
 * Proves that the checkers check: every case in cases/ is found as its expected.json says, no more and no less, and
 * nothing is found in good/. `--only TEXT` runs the cases whose name contains it; `--write` renews the expected.json of
 * the cases that ran: read the difference.
 */
import { parseArgs } from 'node:util';
import { ensurePackages } from './ensure-packages.ts';

const { values } = parseArgs({
  options: { write: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
});

ensurePackages();
const { CHECKERS } = await import('./checkers/all.ts');
const { listCases, writeExpected } = await import('./lib/cases.ts');
const { compareFindings, runCases } = await import('./lib/self-test.ts');

const started = performance.now();
const all = listCases();
const cases = all.filter(({ name }) => name.includes(values.only));
const found = await runCases(cases, CHECKERS);

if (values.write) {
  for (const item of cases) {
    const findings = found.get(item) ?? [];
    writeExpected(
      item,
      findings.map(({ checker, file, contains }) => ({ checker, file, contains })),
    );
  }
  console.log(`wrote what ${cases.length} cases expect`);
  process.exit(0);
}

const wrong = [
  ...CHECKERS.flatMap(({ name }) =>
    all.some(({ checker, expected }) => checker === name && expected.some((item) => item.checker === name))
      ? []
      : [`${name} has no case: nothing proves that it finds anything`],
  ),
  ...compareFindings([], found.get(null) ?? []).map((line) => `good: ${line}`),
  ...cases.flatMap((item) => {
    const differences = compareFindings(item.expected, found.get(item) ?? []);
    const empty = item.expected.length === 0 ? ['expects nothing: add expected.json'] : [];
    return [...empty, ...differences].map((line) => `${item.name}: ${line}`);
  }),
];
for (const line of wrong) console.error(line);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(
  wrong.length === 0
    ? `sf-verify self-test: ${CHECKERS.length} checkers find ${cases.length} cases as expected and nothing else, ${seconds} s`
    : `sf-verify self-test: ${wrong.length} differences, ${seconds} s`,
);
process.exit(wrong.length === 0 ? 0 : 1);
