/** Tries the mutants whose numbers it is sent, one after the other. A mutant that never ends is the parent's affair. */
import { openApexProject } from '../apex-project.ts';
import { findMutants } from './find-mutants.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { prepareTrials } from './mutant-trial.ts';

function send(message: FromWorker): void {
  process.send?.(message);
}

const project = openApexProject();
const trials = prepareTrials(project);
const mutants = findMutants(
  project.classSources.filter(({ model }) => !model.isTest && project.shippedFiles.has(model.file)),
);

async function answer(index: number): Promise<void> {
  const mutant = mutants[index];
  if (mutant !== undefined) send({ kind: 'tried', index, outcome: await trials.try(mutant) });
}

process.on('message', (index: ToWorker) => {
  void answer(index);
});
process.on('disconnect', () => {
  process.exit(0);
});
send({
  kind: 'ready',
  mutants: mutants.map(({ file, line, what }) => ({ file, line, what })),
  failing: trials.failing,
  testMs: trials.testMs,
});
