import { ChaosDesk } from './support/chaos-desk.ts';
import { expect, test } from './support/bench.ts';

const CALLS = Number(process.env['PACELINE_CHAOS_CALLS'] ?? 20);
const SEED = Number(process.env['PACELINE_SEED'] ?? 20_260_302);
/** Agents who work side by side, each with an org and a browser of their own. */
const DESKS = 2;

test(`${CALLS} calls inside Lightning Web Security with every kind of trouble: nothing lost, nothing doubled (seed ${SEED})`, async ({
  browser,
}) => {
  test.setTimeout(60_000 + CALLS * 10_000);
  const desks = Array.from(
    { length: DESKS },
    (_, index) => new ChaosDesk(browser, `chaos-${SEED}-${index}`, SEED + index),
  );
  const reports = await Promise.all(
    desks.map((desk, index) => desk.play(Math.floor((CALLS + index) / DESKS))),
  );
  const calls = reports.reduce((sum, report) => sum + report.calls, 0);
  const lost = reports.flatMap((report) => report.lost);
  const doubled = reports.flatMap((report) => report.doubled);
  const wrong = reports.flatMap((report) => report.wrong);
  const observed = reports.reduce((sum, report) => sum + report.observed, 0);
  console.log(
    `calls ${calls}, lost ${lost.length}, doubled ${doubled.length} (seed ${SEED}; durations of ${observed} compared)`,
  );
  const exceptions = reports.flatMap((report) => report.exceptions);
  expect({ calls, lost, doubled, wrong, exceptions }).toEqual({
    calls: CALLS,
    lost: [],
    doubled: [],
    wrong: [],
    exceptions: [],
  });
  expect(observed).toBeGreaterThan(CALLS / 3);
});
