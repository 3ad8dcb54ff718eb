/**
 * Writes every derived file from its source; with `--check` writes nothing and fails on any drift.
 * Each module of scripts/generate/ exports `generate(): Promise<Map<path, content>>`, paths relative to the root.
 * `--root DIR` compares with (or writes to) another tree.
 */
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

interface Generator {
  generate(): Promise<Map<string, string>>;
}

const { values } = parseArgs({
  options: { check: { type: 'boolean', default: false }, root: { type: 'string' } },
});
const here = fileURLToPath(new URL('.', import.meta.url));
const root = path.resolve(values.root ?? path.join(here, '..'));

async function collect(): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  const modules = (await readdir(path.join(here, 'generate'))).filter((name) => name.endsWith('.ts')).sort();
  for (const name of modules) {
    const module = (await import(
      pathToFileURL(path.join(here, 'generate', name)).href
    )) as Partial<Generator>;
    if (module.generate === undefined) continue;
    for (const [file, content] of await module.generate()) {
      if (all.has(file))
        throw new Error(`${file} is generated twice, the second time by scripts/generate/${name}`);
      all.set(file, content);
    }
  }
  return all;
}

const files = await collect();
const drifted: string[] = [];
for (const [file, content] of files) {
  const target = path.join(root, file);
  const current = await readFile(target, 'utf8').catch(() => null);
  if (current === content) continue;
  drifted.push(file);
  if (!values.check) {
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, content);
  }
}

if (values.check && drifted.length > 0) {
  console.error(`${drifted.length} generated file(s) differ from their source. Run: npm run generate`);
  for (const file of drifted) console.error(`  ${file}`);
  process.exit(1);
}
console.log(
  `${files.size} generated files, ${values.check ? 'all up to date' : `${drifted.length} written`}`,
);
