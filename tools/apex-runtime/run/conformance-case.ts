import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** How sure a rule is: in Salesforce's documentation, told by people who tried it, or our own conclusion. */
export type CaseMark = 'documented' | 'reported' | 'assumed';

export type Expectation =
  | { readonly returns: string }
  | { readonly throws: string; readonly message?: string }
  | { readonly refused: 'compile' };

export interface CaseText {
  readonly rule: string;
  readonly source: string | null;
  readonly mark: CaseMark;
  readonly expect: Expectation;
}

/** One rule of the language, the library or the data, with Apex that shows it. */
export interface ConformanceCase extends CaseText {
  /** `language/ternary-of-id-and-text` */
  readonly name: string;
  /** A class named ConformanceCase with `public static Object run()`. */
  readonly apex: string;
}

/** All cases, one folder a case, by name. */
export function readCases(folder: string): readonly ConformanceCase[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name === 'case.json')
    .map(({ parentPath }) => ({
      ...(JSON.parse(readFileSync(join(parentPath, 'case.json'), 'utf8')) as CaseText),
      name: parentPath.slice(folder.length + 1),
      apex: classOf(readFileSync(join(parentPath, 'case.apex'), 'utf8')),
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** A case is a class, or the body of its method. */
function classOf(text: string): string {
  if (/\bclass ConformanceCase\b/.test(text)) return text;
  return `public with sharing class ConformanceCase { public static Object run() {\n${text}\n} }`;
}
