import { runChaos } from '../support/chaos.ts';
import type { ChaosReport } from '../support/chaos-report.ts';

const CALLS = Number(process.env['PACELINE_CHAOS_CALLS'] ?? 60);
const SEED = Number(process.env['PACELINE_SEED'] ?? 20_260_302);
/** Calls of one org and agent; more are played with the next seeds. */
const LONGEST_RUN = 1_000;
const SHORT_RUN = 80;
const ALL = { ledger: true, outbox: true, lock: true };
const TIMEOUT_MS = 600_000 + CALLS * 1000;

type Faults = Pick<ChaosReport, 'lost' | 'doubled' | 'wrong' | 'unrelated'>;

test(
  `${CALLS} calls with every kind of trouble: nothing lost, nothing doubled (seed ${SEED})`,
  async () => {
    const faults: Record<keyof Faults, string[]> = { lost: [], doubled: [], wrong: [], unrelated: [] };
    let calls = 0;
    let observed = 0;
    for (let seed = SEED, left = CALLS; left > 0; seed += 1, left -= LONGEST_RUN) {
      const report = await runChaos(Math.min(left, LONGEST_RUN), seed, ALL);
      calls += report.calls;
      observed += report.observed;
      for (const [kind, found] of Object.entries(faults) as [keyof Faults, string[]][]) {
        found.push(...report[kind].map((what) => `seed ${seed}, ${what}`));
      }
    }
    console.log(
      `calls ${calls}, lost ${faults.lost.length}, doubled ${faults.doubled.length} (seed ${SEED}; durations of ${observed} compared)`,
    );
    expect(faults).toEqual({ lost: [], doubled: [], wrong: [], unrelated: [] });
    expect(calls).toBeGreaterThan(CALLS * 0.95);
    expect(observed).toBeGreaterThan(CALLS * 0.7);
  },
  TIMEOUT_MS,
);

test.each([
  ['the ledger', { ...ALL, ledger: false }, 'doubled'],
  ['the outbox', { ...ALL, outbox: false }, 'lost'],
  ['the leader lock', { ...ALL, lock: false }, 'doubled'],
] as const)(
  'without %s the same trouble does harm',
  async (_what, safeguards, harm) => {
    const report = await runChaos(SHORT_RUN, SEED, safeguards);
    expect(report[harm].length).toBeGreaterThan(0);
  },
  TIMEOUT_MS,
);
