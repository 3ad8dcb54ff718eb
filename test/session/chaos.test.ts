import { runChaos } from '../support/chaos.ts';

const CALLS = Number(process.env['PACELINE_CHAOS_CALLS'] ?? 60);
const SEED = Number(process.env['PACELINE_SEED'] ?? 20_260_302);
const ALL = { ledger: true, outbox: true, lock: true };
const TIMEOUT_MS = 600_000 + CALLS * 1000;

test(
  `${CALLS} calls with every kind of trouble: nothing lost, nothing doubled (seed ${SEED})`,
  async () => {
    const { calls, lost, doubled } = await runChaos(CALLS, SEED, ALL);
    expect({ lost, doubled }).toEqual({ lost: [], doubled: [] });
    expect(calls).toBeGreaterThan(CALLS / 2);
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
    const report = await runChaos(40, SEED, safeguards);
    expect(report[harm].length).toBeGreaterThan(0);
  },
  TIMEOUT_MS,
);
