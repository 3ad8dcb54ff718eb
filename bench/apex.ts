/** What the Apex costs in the runtime, in processor time: `npx tsx bench/apex.ts`. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { runTests } from '../tools/apex-runtime/run/run-tests.ts';
import { openApexProject, openTestOrg } from '../scripts/apex/apex-project.ts';
import type { ApexProject } from '../scripts/apex/apex-project.ts';
import { REQUESTS, benchOrg, cpuMs } from './apex-requests.ts';
import type { Request } from './apex-requests.ts';

const WARM_UP = 300;
const ROUNDS = 15;
const IN_A_ROUND = 40;
const REFERENCE_SIZE = 2000;

/** Milliseconds of a fixed piece of plain JavaScript: what this machine does while the others are measured. */
function reference(): number {
  const started = cpuMs();
  const rows = Array.from({ length: REFERENCE_SIZE }, (_, index) => ({
    key: `k${(index * 7919) % 2003}`,
    index,
  }));
  const sorted = [...rows].sort((a, b) => a.key.localeCompare(b.key));
  const copy = JSON.parse(JSON.stringify(sorted)) as typeof rows;
  if (new Map(copy.map((row) => [row.key, row])).size === 0) process.exitCode = 1;
  return cpuMs() - started;
}

/** The best mean of several rounds, in milliseconds a request, and the reference in the same rounds. */
async function measure(request: Request): Promise<{ readonly ms: number; readonly referenceMs: number }> {
  const org = benchOrg();
  let count = 0;
  for (; count < WARM_UP; count += 1) await request(org, count);
  let ms = Number.POSITIVE_INFINITY;
  let referenceMs = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round += 1) {
    referenceMs = Math.min(referenceMs, reference());
    const started = cpuMs();
    for (let index = 0; index < IN_A_ROUND; index += 1) await request(org, (count += 1));
    ms = Math.min(ms, (cpuMs() - started) / IN_A_ROUND);
  }
  return { ms, referenceMs };
}

function timed<T>(work: () => T): { readonly value: T; readonly ms: number } {
  const started = cpuMs();
  const value = work();
  return { value, ms: cpuMs() - started };
}

function firstRequestMs(): number {
  const script = fileURLToPath(new URL('apex-first-request.ts', import.meta.url));
  return Number(execFileSync(process.execPath, ['--import', 'tsx', script], { encoding: 'utf8' }));
}

const row = (name: string, text: string): string => `${name.padEnd(42)} ${text}`;
const lines: string[] = [];
for (const [name, request] of Object.entries(REQUESTS)) {
  const { ms, referenceMs } = await measure(request);
  lines.push(
    row(
      name,
      `${ms.toFixed(2)} ms, ${(ms / referenceMs).toFixed(2)} of the reference (aim: at most 2.25 ms)`,
    ),
  );
}
const cold = timed(() => openApexProject(null));
const warm = timed((): ApexProject => openApexProject());
lines.push(row('load of all classes, nothing cached', `${cold.ms.toFixed(0)} ms`));
lines.push(row('load of all classes, syntax trees cached', `${warm.ms.toFixed(0)} ms`));
// The first measures nothing but fills the cache of syntax trees.
firstRequestMs();
const firstMs = Math.min(...Array.from({ length: 3 }, firstRequestMs));
lines.push(row('first request, syntax trees cached', `${firstMs.toFixed(0)} ms (aim: below 300 ms)`));
const tests = timed(() => runTests(warm.value.program, openTestOrg(warm.value)).results.length);
lines.push(row(`all ${tests.value} Apex tests`, `${(tests.ms / 1000).toFixed(1)} s (aim: below 5 s)`));
process.stdout.write(`${lines.join('\n')}\n`);
