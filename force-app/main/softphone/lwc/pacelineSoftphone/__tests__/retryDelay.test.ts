import { retryDelay } from '../retryDelay.ts';

describe('retryDelay', () => {
  it.each([
    [0, 0.5, 5_000],
    [1, 0.5, 10_000],
    [4, 0.5, 80_000],
    [5, 0.5, 120_000],
    [500, 0.5, 120_000],
    [0, 0, 2_500],
    [1, 0.75, 12_500],
  ])('after attempt %i with chance %d waits %i ms', (attempt, random, expected) => {
    expect(retryDelay(attempt, random)).toBe(expected);
  });
});
