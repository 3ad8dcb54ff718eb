import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expandScenario } from './expand-scenario.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const target = fileURLToPath(new URL('..', import.meta.url));

/** One entry a line: a person can read the file and a change shows where it is. */
function writeEntries(entries: readonly unknown[]): string {
  return `[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n`;
}

for (const file of readdirSync(here).filter((name) => name.endsWith('.scenario.txt'))) {
  const name = file.replace('.scenario.txt', '');
  const { settings, recording, expected } = expandScenario(readFileSync(`${here}${file}`, 'utf8'));
  writeFileSync(`${target}${name}.recording.json`, writeEntries(recording));
  writeFileSync(`${target}${name}.expected.ndjson`, expected.map((line) => `${line}\n`).join(''));
  if (settings !== null) {
    writeFileSync(`${target}${name}.settings.json`, `${JSON.stringify(settings, null, 2)}\n`);
  }
}
