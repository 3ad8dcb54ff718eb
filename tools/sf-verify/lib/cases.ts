import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { HERE } from './packages.ts';
import type { Overlay } from './overlay-project.ts';
import { listFiles } from './project.ts';

/** One finding that a case must bring; `contains` is part of the message. */
export interface Expected {
  readonly checker: string;
  readonly file: string;
  readonly contains: string;
}

/** A planted mistake: the clean project plus `overlay`, and what must be said of it. */
export interface Case extends Overlay {
  /** `checker/case`. */
  readonly name: string;
  /** The checker that the case is about. */
  readonly checker: string;
  readonly expected: readonly Expected[];
}

/** The clean project of this folder. */
export const GOOD_ROOT = join(HERE, 'good');

const CASES = join(HERE, 'cases');
const EVERYTHING = '*';
const EXPECTED = 'expected.json';
const REMOVED = 'removed.json';
/** A file that is too long to keep: `{ "start", "repeat", "times", "end" }`. */
const REPEATED = '.repeat.json';

interface Repeated {
  readonly start: string;
  readonly repeat: string;
  readonly times: number;
  readonly end: string;
}

function readJson<T>(path: string, fallback: T): T {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return fallback;
    throw new Error(`${path} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}

function readOverlayFile(folder: string, file: string): [string, string] {
  const text = readFileSync(join(folder, file), 'utf8');
  if (!file.endsWith(REPEATED)) return [file, text];
  const { start, repeat, times, end } = JSON.parse(text) as Repeated;
  return [file.slice(0, -REPEATED.length), `${start}${repeat.repeat(times)}${end}`];
}

function readCase(checker: string, name: string): Case {
  const folder = join(CASES, checker, name);
  const files = listFiles(folder, '.').filter((file) => file !== EXPECTED && file !== REMOVED);
  return {
    name: `${checker}/${name}`,
    checker,
    files: new Map(files.map((file) => readOverlayFile(folder, file))),
    removed: readJson<readonly string[]>(join(folder, REMOVED), []),
    expected: readJson<readonly Expected[]>(join(folder, EXPECTED), []),
  };
}

export function listCases(): readonly Case[] {
  return readdirSync(CASES)
    .sort()
    .flatMap((checker) =>
      readdirSync(join(CASES, checker))
        .sort()
        .map((name) => readCase(checker, name)),
    );
}

export function writeExpected({ name }: Case, expected: readonly Expected[]): void {
  writeFileSync(join(CASES, name, EXPECTED), `${JSON.stringify(expected, null, 2)}\n`);
}

/** Cases that touch no file in common, so that a slow program sees many of them at once; what changes the project as a whole stands alone. */
export function groupCases(cases: readonly Case[]): readonly (readonly Case[])[] {
  const groups: { readonly cases: Case[]; readonly touched: Set<string> }[] = [];
  for (const item of cases) {
    const touches = [...item.files.keys(), ...item.removed];
    const isAlone = touches.some((file) => !file.includes('/'));
    if (isAlone) {
      groups.push({ cases: [item], touched: new Set([EVERYTHING]) });
      continue;
    }
    let group = groups.find(
      ({ touched }) => !touched.has(EVERYTHING) && !touches.some((file) => touched.has(file)),
    );
    if (group === undefined) groups.push((group = { cases: [], touched: new Set() }));
    group.cases.push(item);
    for (const file of touches) group.touched.add(file);
  }
  return groups.map((group) => group.cases);
}

/** The clean project with the cases laid over it, in a new temporary folder that `use` may read. */
export async function withMergedProject<T>(
  cases: readonly Case[],
  use: (root: string) => Promise<T>,
): Promise<T> {
  const root = mkdtempSync(join(realpathSync(tmpdir()), 'paceline-cases-'));
  try {
    cpSync(GOOD_ROOT, root, { recursive: true });
    for (const { files, removed } of cases) {
      for (const file of removed) rmSync(join(root, file));
      for (const [file, text] of files) {
        mkdirSync(dirname(join(root, file)), { recursive: true });
        writeFileSync(join(root, file), text);
      }
    }
    return await use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
