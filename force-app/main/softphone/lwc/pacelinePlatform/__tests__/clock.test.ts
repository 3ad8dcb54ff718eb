import { createClock } from 'c/pacelinePlatform';

const LONGEST_MS = 2 ** 31 - 1;
const DAY_MS = 86_400_000;

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** As a browser does it: a delay that does not fit into 32 bits is none. */
function overflowLikeABrowser(): jest.SpyInstance {
  const real = globalThis.setTimeout;
  return jest
    .spyOn(globalThis, 'setTimeout')
    .mockImplementation(((run: () => void, delayMs: number) =>
      real(run, delayMs > LONGEST_MS ? 1 : delayMs)) as typeof setTimeout);
}

describe('the clock', () => {
  it('fires once, after the delay', () => {
    const run = jest.fn();
    createClock().setTimer(1000, run);
    jest.advanceTimersByTime(999);
    expect(run).toHaveBeenCalledTimes(0);
    jest.advanceTimersByTime(DAY_MS);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it.each([[LONGEST_MS + 1], [40 * DAY_MS], [100 * DAY_MS]])(
    'neither fires early nor spins when it is to wait %d ms',
    (delayMs) => {
      const setTimeoutSpy = overflowLikeABrowser();
      const run = jest.fn();
      createClock().setTimer(delayMs, run);
      jest.advanceTimersByTime(delayMs - 1);
      expect(run).toHaveBeenCalledTimes(0);
      jest.advanceTimersByTime(1);
      expect(run).toHaveBeenCalledTimes(1);
      expect(setTimeoutSpy).toHaveBeenCalledTimes(Math.ceil(delayMs / LONGEST_MS));
      setTimeoutSpy.mockRestore();
    },
  );

  it('can be stopped in whichever part of a long delay', () => {
    const run = jest.fn();
    const stop = createClock().setTimer(60 * DAY_MS, run);
    jest.advanceTimersByTime(30 * DAY_MS);
    stop();
    jest.advanceTimersByTime(60 * DAY_MS);
    expect(run).toHaveBeenCalledTimes(0);
  });
});
