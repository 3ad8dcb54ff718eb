import { describeError } from '../errors.ts';
import type { RunnerFailure, RunnerResult } from '../model/action-runner.ts';
import type { Clock } from '../model/ports.ts';

const unknownFailure = (error: unknown): RunnerFailure => ({
  code: 'UNKNOWN',
  message: describeError(error),
  heals: false,
});

/**
 * Calls a runner, which should neither throw nor reject nor take for ever; all three become a failure. `done` is
 * called once.
 */
export function callRunner<T>(
  clock: Clock,
  timeoutMs: number,
  start: () => Promise<RunnerResult<T>>,
  done: (result: RunnerResult<T>) => void,
): void {
  let open = true;
  const finish = (result: RunnerResult<T>): void => {
    if (!open) return;
    open = false;
    stopTimer();
    done(result);
  };
  const fail = (failure: RunnerFailure): void => finish({ ok: false, failure });
  const stopTimer = clock.setTimer(timeoutMs, () =>
    fail({ code: 'TIMEOUT', message: `No answer within ${timeoutMs / 1000} seconds`, heals: true }),
  );
  try {
    start().then(finish, (error: unknown) => fail(unknownFailure(error)));
  } catch (error) {
    fail(unknownFailure(error));
  }
}
