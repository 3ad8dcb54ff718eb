/**
 * Mutants of the Apex in the package, against its Apex tests in the runtime. Prints those that no test notices, and the score.
 * PACELINE_MUTANTS is how many are tried (all when left out), PACELINE_SEED which of them, PACELINE_MUTANTS_OF a part of
 * their description, as a class or `MODE`. PACELINE_WORKERS is the number of processes.
 */
import { CORES } from '../lib/steps.ts';
import type { Ready, Tried } from './mutants/messages.ts';
import { tryMutants } from './mutants/worker-pool.ts';
import { seededRandom } from './seeded-random.ts';

const GOAL = 90;
const PROGRESS_EVERY = 50;

const count = Number(process.env['PACELINE_MUTANTS'] ?? Number.POSITIVE_INFINITY);
const seed = Number(process.env['PACELINE_SEED'] ?? 1);
const wanted = process.env['PACELINE_MUTANTS_OF'] ?? '';
const workers = Number(process.env['PACELINE_WORKERS'] ?? CORES);

const survivorLine = ({ file, line, what }: Ready['mutants'][number]): string => `${file}:${line} ${what}`;

function choose({ mutants, failing }: Ready): readonly number[] {
  if (failing.length > 0) console.log(`Left out, because they fail without a mutant: ${failing.join(', ')}`);
  const random = seededRandom(seed);
  const chosen = mutants
    .map((mutant, index) => ({ line: survivorLine(mutant), index, order: random() }))
    .filter(({ line }) => line.includes(wanted))
    .sort((a, b) => a.order - b.order)
    .slice(0, count)
    .map(({ index }) => index);
  console.log(`${mutants.length} mutants there are, ${chosen.length} are tried (seed ${seed})`);
  return chosen;
}

const all: Tried[] = [];
const numberOf = (kind: Tried['outcome']['kind']): number =>
  all.filter(({ outcome }) => outcome.kind === kind).length;

const { mutants } = await tryMutants(workers, choose, (tried, mutant) => {
  all.push(tried);
  if (tried.outcome.kind === 'survived') console.log(`  not noticed: ${survivorLine(mutant)}`);
  if (all.length % PROGRESS_EVERY === 0) {
    console.log(
      `  ${all.length} tried: ${numberOf('killed')} noticed, ${numberOf('survived')} not, ${numberOf('refused')} refused`,
    );
  }
});

const survivors = all
  .filter(({ outcome }) => outcome.kind === 'survived')
  .flatMap(({ index }) => mutants[index] ?? [])
  .sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
for (const survivor of survivors) console.log(survivorLine(survivor));
const [killed, survived] = [numberOf('killed'), numberOf('survived')];
const score = killed + survived === 0 ? 0 : (100 * killed) / (killed + survived);
console.log(
  `${killed} of ${killed + survived} mutants are noticed, ${numberOf('refused')} were refused by the compiler: ` +
    `score ${score.toFixed(1)} %, wanted ${GOAL} %`,
);
process.exit(score >= GOAL ? 0 : 1);
