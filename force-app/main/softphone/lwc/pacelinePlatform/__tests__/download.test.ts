import { downloadText } from '../download.ts';

afterEach(() => jest.restoreAllMocks());

it('offers the text as a file of that name, and lets go of it a minute later', async () => {
  const blobs: Blob[] = [];
  const revoked: string[] = [];
  const timers: [number, () => void][] = [];
  const clicked: [string, string][] = [];
  Object.assign(URL, {
    createObjectURL: (blob: Blob) => `blob:${blobs.push(blob)}`,
    revokeObjectURL: (url: string) => revoked.push(url),
  });
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    clicked.push([this.href, this.download]);
  });
  const clock = {
    now: () => 0,
    setTimer(delayMs: number, run: () => void) {
      timers.push([delayMs, run]);
      return () => undefined;
    },
  };
  downloadText(clock, 'trace.json', '[1]');
  expect(clicked).toEqual([['blob:1', 'trace.json']]);
  expect(blobs.map(({ size, type }) => [size, type])).toEqual([[3, 'text/plain']]);
  expect(revoked).toEqual([]);
  expect(timers.map(([delayMs]) => delayMs)).toEqual([60_000]);
  timers[0]?.[1]();
  expect(revoked).toEqual(['blob:1']);
});
