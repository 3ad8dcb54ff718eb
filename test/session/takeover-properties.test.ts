import fc from 'fast-check';
import type { CtiEvent } from '../../src/model/cti-event.ts';
import type { ContactObservation } from '../../src/model/observation.ts';
import { INBOUND_STAGES } from '../support/inbound-call.ts';
import { createLab } from '../support/softphone-lab.ts';
import type { LabTab } from '../support/softphone-lab.ts';

const SEED = Number(process.env['PACELINE_SEED'] ?? 20_260_302);
const { ringing, talking, held, ended } = INBOUND_STAGES;
type Picture = readonly ContactObservation[];

const ROUTES = {
  taken: [ringing, talking, ended],
  held: [ringing, talking, held, talking, held, talking, ended],
  missed: [ringing],
  'seen late': [talking, ended],
};

/** Calls one after the other or side by side, as Streams would show them. */
const stories: fc.Arbitrary<readonly Picture[]> = fc
  .tuple(
    fc.array(fc.constantFrom(...Object.values(ROUTES)), { minLength: 1, maxLength: 3 }),
    fc.array(fc.nat(2), { maxLength: 24 }),
  )
  .map(([routes, turns]) => {
    const at = routes.map(() => -1);
    const pictures: Picture[] = [];
    const move = (turn: number): void => {
      const index = turn % routes.length;
      const stage = at[index] ?? -1;
      if (stage > (routes[index]?.length ?? 0)) return;
      at[index] = stage + 1;
      pictures.push(
        routes.flatMap((route, call) => {
          const build = route[at[call] ?? -1];
          return build === undefined ? [] : [{ ...build(`c-${call}`), stateAt: at[call] ?? null }];
        }),
      );
    };
    turns.forEach(move);
    routes.forEach((route, index) => [...route, null].forEach(() => move(index)));
    return pictures;
  });

type Told = Pick<CtiEvent, 'tuple' | 'callKey' | 'cause' | 'occurrence' | 'evidence'> & {
  readonly estimated: boolean;
};

interface Death {
  /** After so many pictures the leader stops. */
  readonly after: number;
  /** After so many more its lock is free. */
  readonly lockAfter: number;
  /** How far, in milliseconds, the follower is behind; less than the pictures are apart or more. */
  readonly lag: number;
}

const STEP_MS = 400;
const RUNS = Number(process.env['PACELINE_TAKEOVER_RUNS'] ?? 60);

async function play(pictures: readonly Picture[], death: Death | null): Promise<Told[]> {
  const lab = createLab();
  const told: Told[] = [];
  const open = async (): Promise<LabTab> => {
    const tab = await lab.open();
    tab.softphone.subscribeEvents(({ tuple, callKey, cause, occurrence, evidence, estimatedEnd }) =>
      told.push({ tuple, callKey, cause, occurrence, evidence, estimated: estimatedEnd === true }),
    );
    return tab;
  };
  const first = await open();
  const second = await open();
  for (const tab of [first, second]) tab.see();
  await lab.clock.advance(10_000);
  for (const [index, contacts] of pictures.entries()) {
    if (index === death?.after) first.freeze();
    if (index === (death?.after ?? 0) + (death?.lockAfter ?? 0) && death !== null) first.crash();
    if (death === null || index < death.after) first.see(...contacts);
    lab.clock.setTimer(death?.lag ?? 0, () => second.see(...contacts));
    await lab.clock.advance(STEP_MS);
  }
  first.crash();
  await lab.clock.advance(10_000);
  return told;
}

test(`whenever the leader dies and however late its lock is free, the events are those of a life without a death (seed ${SEED})`, async () => {
  const deaths = fc.record({
    after: fc.nat(12),
    lockAfter: fc.nat(12),
    lag: fc.constantFrom(0, 30, 350, 700, 1_500),
  });
  await fc.assert(
    fc.asyncProperty(stories, deaths, async (pictures, death) => {
      expect(await play(pictures, death)).toEqual(await play(pictures, null));
    }),
    { seed: SEED, numRuns: RUNS },
  );
}, 600_000);
