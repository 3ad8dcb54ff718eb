import { readFileSync } from 'node:fs';
import { CHECKERS } from './checkers/all.ts';
import { overlayProject } from './lib/overlay-project.ts';
import { openProject } from './lib/project.ts';
import { formatProblem } from './lib/problem.ts';
const base = openProject('/work/main');
const fast = CHECKERS.filter((c) => c.readsDisk !== true);
const APEX = new Set(['soql','apex-habits','aura-methods']); const run = async (p: typeof base, which: string) => { const r: string[] = []; for (const c of fast) if (which === 'all' ? c.name !== 'lwc-lint' && c.name !== 'lwc-compile' : which === 'apex' ? APEX.has(c.name) : !APEX.has(c.name) && c.name !== 'lwc-lint' && c.name !== 'lwc-compile') for (const x of await c.run(p)) r.push(`[${c.name}] ${formatProblem(x)}`); return r; };
const before = new Set(await run(base, 'all'));
let caught = 0; const list = JSON.parse(readFileSync(process.argv[2] ?? '/tmp/blind.json', 'utf8'));
for (const { name, files } of list) {
  const found = (await run(overlayProject(base, { files: new Map(Object.entries(files)) as Map<string, string>, removed: [] }), Object.keys(files)[0]!.endsWith('.cls') ? 'apex' : 'meta')).filter((x) => !before.has(x));
  if (found.length) caught += 1;
  console.log(found.length ? 'caught' : 'MISSED', name, '|', (found[0] ?? '').replace(/force-app\S+\//, '').slice(0, 150));
}
console.log(caught, 'of', list.length);
