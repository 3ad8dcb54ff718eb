/**
 * What a request costs in the Apex runtime: `npx tsx bench/apex.ts`. Times vary with the machine; the ratio to a fixed
 * piece of work in the same run is what can be compared.
 */
import path from 'node:path';
import { createOrg } from '../workbench/org/create-org.ts';
import { readInstalledPackage } from '../workbench/org/installed-package.ts';

const ROUNDS = 400;
const START = Date.parse('2026-01-05T09:00:00Z');

/** Plain JavaScript that never changes: JSON, maps and text, as the runtime does them. */
function referenceWork(): number {
  let sum = 0;
  for (let round = 0; round < 40; round += 1) {
    const rows = Array.from({ length: 40 }, (_, index) => ({
      id: `a0${index}`,
      text: `value ${index * round}`,
    }));
    const byId = new Map(rows.map((row) => [row.id, row]));
    sum += (JSON.parse(JSON.stringify([...byId.values()])) as unknown[]).length;
  }
  return sum;
}

const milliseconds = (ms: number): string => `${ms.toFixed(2)} ms`;

async function time(work: () => unknown, rounds: number): Promise<number> {
  const from = performance.now();
  for (let round = 0; round < rounds; round += 1) await work();
  return (performance.now() - from) / rounds;
}

const packageDir = path.resolve('force-app');
const settingsDirs = [path.resolve('workbench/org/settings')];
let from = performance.now();
const installed = readInstalledPackage([packageDir, ...settingsDirs]);
console.log(`metadata read              ${milliseconds(performance.now() - from)}`);
from = performance.now();
let count = 0;
const org = createOrg({
  packageDir,
  settingsDirs,
  installed,
  clock: { now: () => START, setTimer: () => () => undefined },
  ids: { next: () => `id-${count++}`, random: () => 0.5 },
});
console.log(`org created                ${milliseconds(performance.now() - from)}`);

const call = (className: string, methodName: string, params: unknown): Promise<unknown> =>
  org.handleApex(className, methodName, params);
const load = (): Promise<unknown> =>
  call('PacelineConfigurationController', 'load', { settingName: 'Workbench' });
let calls = 0;

/** One call: a save while it rings, a close with its log. */
async function applyOnce(): Promise<void> {
  const callKey = `agent-1|contact-${calls++}|1`;
  const apply = (operation: unknown): Promise<unknown> =>
    call('PacelineInteractionController', 'apply', {
      requestJson: JSON.stringify({ callKey, operations: [operation] }),
    });
  await apply({
    kind: 'save-interaction',
    key: `${callKey}|save`,
    fields: { Customer_Number__c: '+12025550134', Pacing_Mode__c: 'inbound' },
  });
  await apply({
    kind: 'close-interaction',
    key: `${callKey}|close`,
    fields: { Talk_Seconds__c: 42 },
    task: { Subject: 'Call', Status: 'Completed', CallDurationInSeconds: 42 },
  });
}

const search = (): Promise<unknown> =>
  call('PacelineLookupController', 'search', {
    requestJson: JSON.stringify({
      limit: 10,
      strategies: [
        {
          by: 'phone',
          objects: ['Contact', 'Lead', 'Account'],
          number: '+12025550134',
          nationalDigits: '2025550134',
          variants: ['(202) 555-0134'],
        },
      ],
    }),
  });

from = performance.now();
await load();
console.log(`first request (compiles)   ${milliseconds(performance.now() - from)}`);
await time(applyOnce, 100);
await time(search, 30);
const reference = await time(referenceWork, ROUNDS);
const apply = (await time(applyOnce, ROUNDS)) / 2;
const lookUp = await time(search, 100);
const configuration = await time(load, 100);
console.log(`reference work             ${milliseconds(reference)}`);
console.log(
  `apply                      ${milliseconds(apply)}   ${(apply / reference).toFixed(2)} × reference`,
);
console.log(
  `search by number           ${milliseconds(lookUp)}   ${(lookUp / reference).toFixed(2)} × reference`,
);
console.log(
  `load configuration         ${milliseconds(configuration)}   ${(configuration / reference).toFixed(2)} × reference`,
);
