/**
 * Random requests to the package's Apex in the runtime: no exception but AuraHandledException, one interaction an offer, one log a
 * call, a repeated request answers `repeated`, a refused one leaves no trace. PACELINE_ROUNDS is how many rounds, PACELINE_SEED the
 * first round's seed: a failure prints the seed of its round.
 */
import path from 'node:path';
import { createOrg } from '../../workbench/org/create-org.ts';
import { readInstalledPackage } from '../../workbench/org/installed-package.ts';
import { ROOT } from '../lib/steps.ts';
import { Round } from './random/round.ts';
import { createDraw } from './random/random-values.ts';
import { seededRandom } from './seeded-random.ts';

const NOW = Date.UTC(2026, 0, 5, 9);
const MOST_STEPS = 6;
const PROGRESS_EVERY = 1000;
const MOST_FAILURES = 5;

const rounds = Number(process.env['PACELINE_ROUNDS'] ?? 10_000);
const firstSeed = Number(process.env['PACELINE_SEED'] ?? 1);
const packageDir = path.join(ROOT, 'force-app');
let ids = 0;
const org = createOrg({
  packageDir,
  installed: readInstalledPackage([packageDir]),
  clock: { now: () => NOW, setTimer: () => () => undefined },
  ids: { next: () => `id-${++ids}`, random: () => 0.5 },
  seed: 'empty',
});

let requests = 0;
let failures = 0;
for (let seed = firstSeed; seed < firstSeed + rounds && failures < MOST_FAILURES; seed += 1) {
  org.reset();
  const draw = createDraw(seededRandom(seed));
  const round = new Round(org, draw);
  try {
    for (let step = draw.number(MOST_STEPS); step >= 0; step -= 1) await round.step();
  } catch (error) {
    failures += 1;
    console.error(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`);
    console.error(`  ${JSON.stringify(round.sent.at(-1))}`);
  }
  requests += round.sent.length;
  if ((seed - firstSeed + 1) % PROGRESS_EVERY === 0) console.log(`  ${seed - firstSeed + 1} rounds`);
}
console.log(`${requests} requests in ${rounds} rounds from seed ${firstSeed}: ${failures} failed`);
process.exit(failures === 0 ? 0 : 1);
