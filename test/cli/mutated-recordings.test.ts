import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { createStreamsDriver } from '../../src/cli/streams-driver.ts';
import { isPacelineError } from '../../src/errors.ts';
import { parseEventSettings } from '../../src/model/settings.ts';
import { readRecording } from '../../src/replay/read-recording.ts';
import { replay } from '../../src/replay/replay.ts';

const SCENARIOS = join(__dirname, '..', 'scenarios');
const RUNS = Math.min(1000, Number(process.env['PACELINE_RUNS'] ?? '200'));
const recordings = readdirSync(SCENARIOS)
  .filter((file) => file.endsWith('.recording.json'))
  .map((file) => readFileSync(join(SCENARIOS, file), 'utf8'));

const odd = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, '', 'hold', 0, -1, 1e300, true, [], {}, [null], { type: 'x' }),
  fc.jsonValue(),
);

/** Walks `steps` choices down into a value and puts something else there. */
function mutate(value: unknown, steps: readonly number[], replacement: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined || typeof value !== 'object' || value === null) return replacement;
  const keys = Object.keys(value);
  const key = keys[step % Math.max(1, keys.length)];
  if (key === undefined) return replacement;
  const changed = mutate((value as Record<string, unknown>)[key], rest, replacement);
  return Array.isArray(value)
    ? value.map((item: unknown, index) => (String(index) === key ? changed : item))
    : { ...value, [key]: changed };
}

interface Emitted {
  readonly tuple: string;
  readonly callKey: string;
  readonly legId: string;
  readonly occurrence: number;
}

it('a recording with anything odd in it is refused with its path or replayed, never answered by an exception or a repeated event', () => {
  const driver = createStreamsDriver();
  const mutation = fc.record({
    steps: fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 9 }),
    replacement: odd,
  });
  fc.assert(
    fc.property(
      fc.nat({ max: recordings.length - 1 }),
      fc.constantFrom('hvoc', 'tethered'),
      fc.array(mutation, { minLength: 1, maxLength: 4 }),
      (index, setup, mutations) => {
        const original: unknown = JSON.parse(recordings[index] ?? '[]');
        const mutated = mutations.reduce(
          (value, { steps, replacement }) => mutate(value, steps, replacement),
          original,
        );
        const settings = parseEventSettings({ setup });
        let refusal: unknown = null;
        const seen: string[] = [];
        try {
          driver.reload();
          const recording = readRecording(JSON.parse(JSON.stringify(mutated) ?? 'null'));
          for (const line of replay(recording, { settings, driver })) {
            if (line.type !== 'event') continue;
            const { callKey, legId, tuple, occurrence }: Emitted = line;
            seen.push([callKey, legId, tuple, occurrence].join(' '));
          }
        } catch (error) {
          if (!isPacelineError(error) || error.reason !== 'invalid-recording') throw error;
          refusal = error.path ?? '';
        }
        expect(typeof refusal === 'string' || refusal === null).toBe(true);
        expect(new Set(seen).size).toBe(seen.length);
      },
    ),
    { numRuns: RUNS, verbose: 1 },
  );
});
