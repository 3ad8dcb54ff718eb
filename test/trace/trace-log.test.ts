import type { TraceEntry } from '../../src/model/trace-entry.ts';
import { createTraceLog } from '../../src/trace/trace-log.ts';

const line = (callKey: string | null, text: string): TraceEntry => ({
  at: 0,
  kind: 'diagnostic',
  callKey,
  text,
});
const texts = (lines: readonly TraceEntry[]): string[] => lines.map(({ text }) => text);

test('lines keep the order in which they came, over all calls', () => {
  const log = createTraceLog();
  for (const [callKey, text] of [
    ['a', '1'],
    [null, '2'],
    ['b', '3'],
    ['a', '4'],
  ] as const) {
    log.add(line(callKey, text));
  }
  expect(texts(log.all())).toEqual(['1', '2', '3', '4']);
  expect(texts(log.ofCall('a'))).toEqual(['1', '4']);
  expect(texts(log.ofCall('c'))).toEqual([]);
});

test('a call keeps its latest 200 lines, the rest its latest 500', () => {
  const log = createTraceLog();
  for (let number = 1; number <= 700; number += 1) {
    log.add(line('a', `${number}`));
    log.add(line(null, `general ${number}`));
  }
  expect(texts(log.ofCall('a')).length).toBe(200);
  expect(texts(log.ofCall('a')).at(0)).toBe('501');
  expect(
    texts(log.all())
      .filter((text) => text.startsWith('general'))
      .at(0),
  ).toBe('general 201');
  expect(log.all().length).toBe(700);
});

test('the calls that were heard of last are kept, 30 of them', () => {
  const log = createTraceLog();
  for (let call = 1; call <= 31; call += 1) {
    log.add(line(`call ${call}`, 'seen'));
    log.add(line('call 1', 'again'));
  }
  expect(log.ofCall('call 1').length).toBe(32);
  expect(log.ofCall('call 2')).toEqual([]);
  expect(log.ofCall('call 3').length).toBe(1);
});
