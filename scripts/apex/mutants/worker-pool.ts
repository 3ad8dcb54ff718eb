import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FromWorker, Ready, ToWorker, Tried } from './messages.ts';

const WORKER = fileURLToPath(new URL('worker.ts', import.meta.url));
const SHORTEST_WAIT_MS = 30_000;
/** Times what all tests need. */
const PATIENCE = 5;

/** Reads one message; null: the worker has ended, or said nothing in time. */
function nextMessage(worker: ChildProcess, waitMs: number | null): Promise<FromWorker | null> {
  return new Promise((resolve) => {
    const end = (message: FromWorker | null): void => {
      if (timer !== null) clearTimeout(timer);
      worker.off('message', end);
      worker.off('exit', ended);
      resolve(message);
    };
    const ended = (): void => {
      end(null);
    };
    const timer = waitMs === null ? null : setTimeout(ended, waitMs);
    worker.on('message', end);
    worker.on('exit', ended);
  });
}

async function start(): Promise<{ worker: ChildProcess; ready: Ready }> {
  const worker = fork(WORKER, { execArgv: ['--import', 'tsx'] });
  const ready = await nextMessage(worker, null);
  if (ready?.kind !== 'ready')
    throw new TypeError('A worker of the mutants ended before it began: see above.');
  return { worker, ready };
}

async function tryWith(worker: ChildProcess, index: number, ready: Ready): Promise<Tried | null> {
  const answer = nextMessage(worker, Math.max(SHORTEST_WAIT_MS, PATIENCE * ready.testMs));
  worker.send(index satisfies ToWorker);
  const tried = await answer;
  return tried?.kind === 'tried' ? tried : null;
}

/** Tries mutants on several processes. A mutant that does not end, or ends its process, counts as noticed. */
export async function tryMutants(
  workerCount: number,
  choose: (ready: Ready) => readonly number[],
  onTried: (tried: Tried, mutant: Ready['mutants'][number]) => void,
): Promise<Ready> {
  const first = await start();
  const queue = [...choose(first.ready)];
  const serve = async (given: { worker: ChildProcess; ready: Ready } | null): Promise<void> => {
    let { worker, ready } = given ?? (await start());
    for (let index = queue.shift(); index !== undefined; index = queue.shift()) {
      const tried = await tryWith(worker, index, ready);
      const mutant = ready.mutants[index];
      const endless: Tried = { kind: 'tried', index, outcome: { kind: 'killed', by: 'it did not end' } };
      if (mutant !== undefined) onTried(tried ?? endless, mutant);
      if (tried !== null) continue;
      worker.kill('SIGKILL');
      ({ worker, ready } = await start());
      if (ready.mutants.length !== first.ready.mutants.length) {
        throw new TypeError('The Apex was changed while its mutants were tried. Start anew.');
      }
    }
    worker.disconnect();
  };
  const others = Array.from({ length: Math.min(workerCount, queue.length) - 1 }, () => serve(null));
  await Promise.all([serve(first), ...others]);
  return first.ready;
}
