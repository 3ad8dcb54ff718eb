import type { TraceEntry } from '../../src/model/trace-entry.ts';
import { mergeTraces } from '../../src/trace/merge-traces.ts';

const line = (at: number, text: string): TraceEntry => ({ at, kind: 'event', callKey: 'a', text });
const texts = (lines: readonly TraceEntry[]): string => lines.map(({ text }) => text).join(' ');

test.each([
  ['nothing', [line(1, 'a'), line(2, 'b')], [], 'a b'],
  ['to nothing', [], [line(2, 'b'), line(1, 'a')], 'a b'],
  [
    'younger, older and between',
    [line(2, 'a'), line(4, 'b')],
    [line(5, 'z'), line(1, 'x'), line(3, 'y')],
    'x a y b z',
  ],
  ['of the same moment', [line(1, 'a'), line(1, 'b')], [line(1, 'c')], 'a b c'],
  ['that is there already', [line(1, 'a'), line(2, 'b')], [line(1, 'a'), line(1, 'c')], 'a c b'],
  ['while a clock was set back', [line(5, 'a'), line(1, 'b')], [line(3, 'c')], 'c a b'],
])('lines are added: %s', (_what, own, others, merged) => {
  expect(texts(mergeTraces(own, others))).toBe(merged);
});
