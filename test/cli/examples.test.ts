import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOG } from '../../src/catalog/catalog.ts';
import { runInProcess } from './run-in-process.ts';

const EXAMPLES = join(__dirname, '..', '..', 'examples', 'recordings');
const files = readdirSync(EXAMPLES).filter((file) => file.endsWith('.recording.json'));

async function replay(file: string, ...options: string[]) {
  const settings = join(EXAMPLES, file.replace('.recording.', '.settings.'));
  const run = await runInProcess(
    'replay',
    join(EXAMPLES, file),
    ...(existsSync(settings) ? ['--settings', settings] : []),
    ...options,
  );
  return { code: run.code, lines: run.out.split('\n').filter((line) => line !== '') };
}

it.each(files)(
  'the shipped recording %s ends with dropped, and its table has a row for each event',
  async (file) => {
    const { code, lines } = await replay(file);
    expect(code).toBe(0);
    expect((JSON.parse(lines.at(-1) ?? '{}') as { event?: string }).event).toBe('dropped');
    const table = await replay(file, '--format', 'table');
    expect(table.lines.length).toBe(lines.length + 1);
  },
);

it('there is a shipped recording for every pacing mode of each setup', async () => {
  const pacingOf = ({ setup, pacingMode }: { setup: string; pacingMode: string }): string =>
    `${setup} ${pacingMode}`;
  const shown = new Set<string>();
  for (const file of files) {
    for (const line of (await replay(file)).lines) {
      shown.add(pacingOf(JSON.parse(line) as { setup: string; pacingMode: string }));
    }
  }
  expect([...shown].sort()).toEqual([...new Set(CATALOG.map(pacingOf))].sort());
});
