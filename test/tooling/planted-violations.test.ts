/**
 * Every check of `npm run verify` that could silently find nothing is shown a planted violation, and a clean twin.
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
  });

  it('refuses an upward import, even of a type', () => {
    plant({
      ...clean,
      'src/session/top.ts': 'export interface Top { readonly id: string }\n',
      'src/contact/user.ts':
        "import type { Top } from '../session/top.ts';\nexport const id = (top: Top): string => top.id;\n",
    });
    const { code, output } = cruise();
    expect(code).not.toBe(0);
    expect(output).toContain('src/contact/user.ts → src/session/top.ts');
  });

  it('refuses siblings that know each other', () => {
    plant({ ...clean, 'src/rules/peer.ts': "export { id } from '../contact/user.ts';\n" });
    expect(cruise().output).toContain('src/rules/peer.ts → src/contact/user.ts');
  });

  it('refuses a cycle of types', () => {
    plant({
      ...clean,
      'src/model/a.ts': "import type { B } from './b.ts';\nexport interface A { readonly b?: B }\n",
      'src/model/b.ts': "import type { A } from './a.ts';\nexport interface B { readonly a?: A }\n",
    });
    const { code, output } = cruise();
    expect(code).not.toBe(0);
    expect(output).toContain('no-cycles');
  });

  it('refuses Node in the core', () => {
    plant({
      ...clean,
      'src/model/clock.ts': "import { hrtime } from 'node:process';\nexport const now = hrtime;\n",
    });
    expect(cruise().output).toContain('no-node-in-core');
  });
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
  it('is green on a fresh tree and red on one changed byte or a missing file', () => {
    const generate = (...args: string[]) => run('tsx', ['scripts/generate.ts', '--root', folder, ...args]);
    expect(generate().code).toBe(0);
    expect(generate('--check').code).toBe(0);
    appendFileSync(path.join(folder, 'docs/generated/event-catalogue.md'), ' ');
    rmSync(path.join(folder, 'docs/generated/glossary.md'));
    const { code, output } = generate('--check');
    expect(code).toBe(1);
    expect(output).toContain('docs/generated/event-catalogue.md');
    expect(output).toContain('docs/generated/glossary.md');
    expect(readdirSync(path.join(folder, 'docs/generated'))).not.toContain('glossary.md');
  }, 60_000);
});

describe('the lint', () => {
  const lint = (file: string, code: string) => {
    const result = spawnSync(
      process.execPath,
      [path.join(ROOT, BIN.eslint), '--stdin', '--stdin-filename', file],
      {
        cwd: ROOT,
        encoding: 'utf8',
        input: code,
      },
    );
    return { code: result.status, output: result.stdout + result.stderr };
  };

  const inSource = {
    'no-restricted-syntax': "export function f(): never {\n  throw new Error('no');\n}\n",
    'no-restricted-properties': 'export const at = Date.now();\n',
    'no-restricted-globals': 'setTimeout(() => undefined, 1);\n',
    'no-restricted-imports': "import { z } from 'zod';\nexport const s = z.string();\n",
    'no-empty': 'try {\n  JSON.parse("");\n} catch {}\n',
    'no-explicit-any': 'export const anything: any = 1;\n',
  };
  const inTests = {
    'jest/no-restricted-matchers': "it('x', () => {\n  expect(1).toBeDefined();\n});\n",
    'jest/no-focused-tests': "it.only('y', () => {\n  expect(1).toBe(1);\n});\n",
    'jest/no-disabled-tests': "it.skip('z', () => {\n  expect(1).toBe(1);\n});\n",
  };

  it.each([
    ['src/errors.ts', inSource],
    ['test/catalog/catalog.test.ts', inTests],
  ])(
    'refuses every planted line in %s',
    (file, planted) => {
      const result = lint(file, Object.values(planted).join(''));
      expect(result.code).toBe(1);
      expect(Object.keys(planted).filter((rule) => !result.output.includes(rule))).toEqual([]);
    },
    30_000,
  );

  it('accepts a clean file', () => {
    expect(lint('src/errors.ts', 'export const answer = 42;\n').code).toBe(0);
  }, 30_000);
});
