/**
 * Every check of `npm run verify` that could silently find nothing is shown a planted violation, and a clean tree.
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
const BIN = {
  tsx: 'node_modules/tsx/dist/cli.mjs',
  depcruise: 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
  eslint: 'node_modules/eslint/bin/eslint.js',
};

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'paceline-planted-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(bin: keyof typeof BIN, args: string[], cwd = ROOT): { code: number | null; output: string } {
  const result = spawnSync(process.execPath, [path.join(ROOT, BIN[bin]), ...args], { cwd, encoding: 'utf8' });
  return { code: result.status, output: result.stdout + result.stderr };
}

function plant(files: Record<string, string>): void {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  }
}

describe('the layer check', () => {
  const cruise = () =>
    run('depcruise', ['src', '--config', path.join(ROOT, '.dependency-cruiser.cjs')], folder);
  const clean = {
    'tsconfig.json': '{ "compilerOptions": { "allowImportingTsExtensions": true, "noEmit": true } }',
    'src/model/noun.ts': 'export interface Noun { readonly id: string }\n',
    'src/contact/user.ts':
      "import type { Noun } from '../model/noun.ts';\nexport const id = (noun: Noun): string => noun.id;\n",
  };

  it('lets a downward import pass', () => {
    plant(clean);
    expect(cruise().code).toBe(0);
  }, 30_000);

  it('refuses each wrong import: upward, between siblings, in a cycle, of Node; types too', () => {
    plant({
      ...clean,
      'src/session/top.ts': 'export interface Top { readonly id: string }\n',
      'src/contact/climber.ts':
        "import type { Top } from '../session/top.ts';\nexport const id = (top: Top): string => top.id;\n",
      'src/rules/peer.ts': "export { id } from '../contact/user.ts';\n",
      'src/model/a.ts': "import type { B } from './b.ts';\nexport interface A { readonly b?: B }\n",
      'src/model/b.ts': "import type { A } from './a.ts';\nexport interface B { readonly a?: A }\n",
      'src/model/clock.ts': "import { hrtime } from 'node:process';\nexport const now = hrtime;\n",
    });
    const { code, output } = cruise();
    expect(code).not.toBe(0);
    const errors = output
      .split('\n')
      .flatMap((line) => /error (\S.*: src\/.*)/.exec(line)?.[1]?.trim() ?? []);
    expect(errors.sort()).toEqual([
      'layer contact/: src/contact/climber.ts → src/session/top.ts',
      'layer rules/: src/rules/peer.ts → src/contact/user.ts',
      'no-cycles: src/model/a.ts →',
      'no-node-in-core: src/model/clock.ts → process',
    ]);
  }, 30_000);
});

describe('the size check', () => {
  const check = () => run('tsx', ['scripts/check-sizes.ts', '--root', folder]);
  const lines = (count: number): string => 'export {};\n'.repeat(count);

  it('accepts 400 lines and refuses 401, in TypeScript, Apex and templates', () => {
    plant({ 'src/a.ts': lines(400) });
    expect(check().code).toBe(0);
    plant({
      'src/a.ts': lines(401),
      'force-app/main/x/classes/B.cls': lines(401),
      'force-app/main/x/lwc/c/c.html': lines(401),
    });
    const { code, output } = check();
    expect(code).toBe(1);
    expect(output.match(/401 lines, at most 400/g)).toHaveLength(3);
  });
});

describe('the check of generated files', () => {
  it('names one changed byte and a missing file, and nothing else of a fresh tree', () => {
    const generate = (...args: string[]) => run('tsx', ['scripts/generate.ts', '--root', folder, ...args]);
    expect(generate().code).toBe(0);
    appendFileSync(path.join(folder, 'docs/generated/event-catalogue.md'), ' ');
    rmSync(path.join(folder, 'docs/generated/glossary.md'));
    const { code, output } = generate('--check');
    expect(code).toBe(1);
    expect([...output.matchAll(/^ {2}(\S+)$/gm)].map(([, file]) => file)).toEqual([
      'docs/generated/event-catalogue.md',
      'docs/generated/glossary.md',
    ]);
    expect(readdirSync(path.join(folder, 'docs/generated'))).not.toContain('glossary.md');
  }, 120_000);
});

describe('the lint', () => {
  /** One process for every text: what costs time is to read the project's types. */
  const lintAll = (texts: Readonly<Record<string, string>>): Record<string, string[]> => {
    const script = `
      import { ESLint } from 'eslint';
      const eslint = new ESLint();
      const found = {};
      for (const [filePath, code] of ${JSON.stringify(Object.entries(texts))}) {
        const [result] = await eslint.lintText(code, { filePath });
        found[filePath] = result.messages.filter(({ severity }) => severity === 2).map(({ ruleId }) => ruleId);
      }
      console.log(JSON.stringify(found));`;
    const args = ['--input-type=module', '--eval', script];
    const { stdout } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
    return JSON.parse(stdout) as Record<string, string[]>;
  };

  const inSource = {
    'no-restricted-syntax': "export function f(): never {\n  throw new Error('no');\n}\n",
    'no-restricted-properties': 'export const at = Date.now();\n',
    'no-restricted-globals': 'setTimeout(() => undefined, 1);\n',
    'no-restricted-imports': "import { z } from 'zod';\nexport const s = z.string();\n",
    'no-empty': 'try {\n  JSON.parse("");\n} catch {}\n',
    '@typescript-eslint/no-explicit-any': 'export const anything: any = 1;\n',
  };
  const inTests = {
    'jest/no-restricted-matchers': "it('x', () => {\n  expect(1).toBeDefined();\n});\n",
    'jest/no-focused-tests': "it.only('y', () => {\n  expect(1).toBe(1);\n});\n",
    'jest/no-disabled-tests': "it.skip('z', () => {\n  expect(1).toBe(1);\n});\n",
  };

  it('refuses every planted line, in sources and in tests, and accepts a clean file', () => {
    const found = lintAll({
      'src/errors.ts': Object.values(inSource).join(''),
      'test/catalog/catalog.test.ts': Object.values(inTests).join(''),
      'src/index.ts': 'export const answer = 42;\n',
    });
    const missed = (file: string, planted: object): string[] =>
      Object.keys(planted).filter((rule) => found[file]?.includes(rule) !== true);
    expect(missed('src/errors.ts', inSource)).toEqual([]);
    expect(missed('test/catalog/catalog.test.ts', inTests)).toEqual([]);
    expect(found['src/index.ts']).toEqual([]);
  }, 60_000);
});
