import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOG } from '../../src/catalog/catalog.ts';
import { buildPaceline } from './run-paceline.ts';
import type { Paceline } from './run-paceline.ts';

const EXAMPLES = join(__dirname, '..', '..', 'examples', 'recordings');
const files = readdirSync(EXAMPLES).filter((file) => file.endsWith('.recording.json'));

let paceline: Paceline;
beforeAll(() => {
  paceline = buildPaceline();
});
afterAll(() => paceline.remove());

function replay(file: string, ...options: string[]) {
  const settings = join(EXAMPLES, file.replace('.recording.', '.settings.'));
  const run = paceline.run(
    'replay',
    join(EXAMPLES, file),
    ...(existsSync(settings) ? ['--settings', settings] : []),
    ...options,
  );
  return { code: run.code, lines: run.out.split('\n').filter((line) => line !== '') };
}

it.each(files)(
  'the shipped recording %s ends with dropped, and its table has a row for each event',
  (file) => {
    const { code, lines } = replay(file);
    expect(code).toBe(0);
    expect((JSON.parse(lines.at(-1) ?? '{}') as { event?: string }).event).toBe('dropped');
    expect(replay(file, '--format', 'table').lines.length).toBe(lines.length + 1);
  },
);

it('there is a shipped recording for every pacing mode of each setup', () => {
  const pacingOf = ({ setup, pacingMode }: { setup: string; pacingMode: string }): string =>
    `${setup} ${pacingMode}`;
  const shown = new Set(
    files.flatMap((file) =>
      replay(file).lines.map((line) => pacingOf(JSON.parse(line) as { setup: string; pacingMode: string })),
    ),
  );
  expect([...shown].sort()).toEqual([...new Set(CATALOG.map(pacingOf))].sort());
});
