import { nameProblem } from '../../../tools/apex-runtime/language/reserved-words.ts';
import type { ConformanceCase, Expectation } from '../../../tools/apex-runtime/run/conformance-case.ts';
import { apexString } from '../apex-contract/apex-json.ts';
import { hoistClass } from './rename-members.ts';

/** Why a case is none for an Apex test. */
export type LeftOut =
  'refused by the compiler' | 'ends the test' | 'tells lines' | 'needs a class of its own' | 'in doubt';

export type CaseTest = { readonly text: string } | { readonly leftOut: LeftOut };

/** No catch clause sees them. */
const ENDING: ReadonlySet<string> = new Set(['System.AssertException', 'System.LimitException']);
/** apex-ls 6 demands what the reference says is not needed: a class that does not compile would take its neighbors with it. */
const IN_DOUBT: ReadonlySet<string> = new Set(['language/private-not-overridden']);
const TELLS_LINES = /getLineNumber|getStackTraceString/;
const METHOD_BODY =
  /^public with sharing class ConformanceCase \{ public static Object run\(\) \{\n([\s\S]*)\n\} \}$/;

/** `library/list-sort` is `listSort`. */
export function methodName(name: string): string {
  const camel = name
    .split('/')
    .slice(1)
    .join('-')
    .replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return nameProblem(camel, 'method') === null ? camel : `${camel}Case`;
}

/** A literal on one line. */
const literal = (text: string): string =>
  apexString(text).replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t');

function assertion(expected: Expectation, call: string): string {
  if ('returns' in expected) {
    return `        Object answer = ${call};
        Assert.areEqual(${literal(expected.returns)}, answer == null ? 'null' : String.valueOf(answer));`;
  }
  if (!('throws' in expected)) return '';
  const message =
    expected.message === undefined
      ? ''
      : `\n            Assert.areEqual(${literal(expected.message)}, thrown.getMessage());`;
  return `        try {
            ${call};
        } catch (Exception thrown) {
            Assert.areEqual(${literal(expected.throws)}, thrown.getTypeName());${message}
            return;
        }
        Assert.fail(${literal(`${expected.throws} was expected`)});`;
}

const indented = (text: string, indent: string): string =>
  text
    .split('\n')
    .map((line) => (line.trim() === '' ? '' : indent + line))
    .join('\n');

function leftOut({ name, expect: expected, apex }: ConformanceCase): LeftOut | null {
  if ('refused' in expected) return 'refused by the compiler';
  if ('throws' in expected && ENDING.has(expected.throws)) return 'ends the test';
  if (IN_DOUBT.has(name)) return 'in doubt';
  return TELLS_LINES.test(apex) ? 'tells lines' : null;
}

function renamed(expected: Expectation, rename: (text: string) => string): Expectation {
  if ('returns' in expected) return { returns: rename(expected.returns) };
  if (!('throws' in expected)) return expected;
  const { throws, message } = expected;
  return { throws: rename(throws), ...(message === undefined ? {} : { message: rename(message) }) };
}

/** A case as methods of its area's test class. */
export function caseTest(each: ConformanceCase, className: string): CaseTest {
  const reason = leftOut(each);
  if (reason !== null) return { leftOut: reason };
  const name = methodName(each.name);
  const [, body] = METHOD_BODY.exec(each.apex) ?? [];
  const hoisted = body === undefined ? hoistClass(each.apex, name, className) : null;
  if (body === undefined && hoisted === null) return { leftOut: 'needs a class of its own' };
  const rename = (text: string): string =>
    hoisted?.rename(text) ?? text.replaceAll('ConformanceCase', className);
  const code =
    hoisted?.members ??
    `    static Object ${name}Run() {\n${indented((body ?? '').replaceAll('ConformanceCase', className), '        ')}\n    }\n`;
  const test = assertion(renamed(each.expect, rename), `${name}Run()`);
  return {
    text: `${code}\n    /** ${each.rule.replaceAll('*/', '* /')} */\n    @IsTest\n    static void ${name}() {\n${test}\n    }\n`,
  };
}
