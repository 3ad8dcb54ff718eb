import type * as z from 'zod/mini';
import { describeError } from '../errors.ts';
import type { RunnerFailure, RunnerResult } from '../model/action-runner.ts';
import { parseWith } from '../model/parse.ts';
import type { Clock } from '../model/ports.ts';

const unknownFailure = (error: unknown): RunnerFailure => ({
  code: 'UNKNOWN',
  message: describeError(error),
  heals: false,
});

function readAnswer<T>(answer: z.ZodMiniType<RunnerResult<T>>, value: unknown): RunnerResult<T> {
  const parsed = parseWith(answer, value);
  if (parsed.ok) return parsed.value;
  const [issue] = parsed.issues;
  const place = issue === undefined ? '' : `: ${`${issue.path} ${issue.message}`.trim()}`;
  return {
    ok: false,
    failure: { code: 'UNKNOWN', message: `The answer cannot be read${place}`, heals: false },
  };
}

/**
 * Calls a runner, which should neither throw nor reject nor take for ever nor answer in another form than `answer`; all
 * of that becomes a failure. `done` is called once.
 */
export function callRunner<T>(
  clock: Clock,
  timeoutMs: number,
  answer: z.ZodMiniType<RunnerResult<T>>,
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
    start().then(
      (result) => finish(readAnswer(answer, result)),
      (error: unknown) => fail(unknownFailure(error)),
    );
  } catch (error) {
    fail(unknownFailure(error));
  }
}
