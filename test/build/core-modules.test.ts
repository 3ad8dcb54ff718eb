import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { MAX_MODULE_BYTES, bundleCoreModules } from '../../scripts/build/core-modules.ts';

const ROOT = resolve(__dirname, '../..');

async function withProject<Result>(
  files: Readonly<Record<string, string>>,
  use: (root: string) => Promise<Result>,
): Promise<Result> {
  const root = mkdtempSync(join(tmpdir(), 'core-'));
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  try {
    return await use(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

describe('the core as LWC modules', () => {
  let modules: Awaited<ReturnType<typeof bundleCoreModules>>;

  beforeAll(async () => {
    modules = await bundleCoreModules(ROOT, join(ROOT, 'src/lwc-core.ts'));
  }, 60_000);

  it('becomes files within the limit, libraries apart, each imported without an extension', () => {
    const names = modules.map(({ name }) => name).sort();
    expect(names).toEqual([
      'contact.js',
      'dispatch.js',
      'foundation.js',
      'pacelineCore.js',
      'phone.js',
      'rules.js',
      'xstate.js',
      'zod.js',
    ]);
    const known = names.map((name) => `./${name.replace('.js', '')}`);
    for (const { name, code } of modules) {
      expect({ name, withinLimit: Buffer.byteLength(code) <= MAX_MODULE_BYTES }).toEqual({
        name,
        withinLimit: true,
      });
      const imports = [...code.matchAll(/^(?:import|export) [^;]*?from ['"]([^'"]+)['"];$/gm)].map(
        ([, from]) => from,
      );
      expect({ name, unknown: imports.filter((from) => !known.includes(from ?? '')) }).toEqual({
        name,
        unknown: [],
      });
    }
  });

  it('keeps the licence of each library in its file', () => {
    const licensed = modules.filter(({ code }) => /^\/\*!\n \* \S+ \d+\.\d+\.\d+ \(MIT\)$/m.test(code));
    expect(licensed.map(({ name }) => name).sort()).toEqual(['phone.js', 'xstate.js', 'zod.js']);
  });

  it('takes from a library only what is used', async () => {
    const shaken = await withProject(
      { 'src/lwc-core.ts': "import * as z from 'zod/mini';\nexport const name = z.string();\n" },
      (root) => bundleCoreModules(root, join(root, 'src/lwc-core.ts')),
    );
    const exported = shaken.find(({ name }) => name === 'zod.js')?.code.match(/export \{([^}]*)\}/)?.[1];
    expect(exported?.trim()).toBe('string2 as string');
  });

  it('refuses a file that is too large', async () => {
    const big = `export const text = ${JSON.stringify('x'.repeat(MAX_MODULE_BYTES))};\n`;
    await expect(
      withProject({ 'src/lwc-core.ts': big }, (root) =>
        bundleCoreModules(root, join(root, 'src/lwc-core.ts')),
      ),
    ).rejects.toThrow(
      /^pacelineCore\.js has \d+ bytes; a file of a Lightning web component may have at most 128000\./,
    );
  });

  it('refuses a package that has no file of its own in the component', async () => {
    await expect(
      withProject({ 'src/lwc-core.ts': "import ws from 'ws';\nexport const socket = ws;\n" }, (root) =>
        bundleCoreModules(root, join(root, 'src/lwc-core.ts')),
      ),
    ).rejects.toThrow('lwc-core.ts imports ws, which the LWC build does not know.');
  });

  it('says which file is missing when there is no core', async () => {
    await expect(bundleCoreModules(ROOT, '/nowhere/lwc-core.ts')).rejects.toThrow(
      "The core's entry /nowhere/lwc-core.ts does not exist; without it no LWC module can be built.",
    );
  });
});
