import type { ApexFailure } from '../../tools/apex-runtime/run/failure.ts';
import type { TestResult } from '../../tools/apex-runtime/run/run-tests.ts';
import type { StackLine } from '../../tools/apex-runtime/model/values.ts';

/** `Assertion Failed: calls: Expected: 1, Actual: 2`; the message may be left out. */
const COMPARISON = /^([\s\S]*?)(?:: )?Expected: ([\s\S]*), Actual: ([\s\S]*)$/;
const LAST_DEBUG_LINES = 5;

const lineText = ({ owner, file, line }: StackLine): string => `      ${owner}: ${file}:${line}`;

/** Where the test itself stood: helpers that it called say less. */
function placeOf({ stack }: ApexFailure, className: string): string {
  const own = stack.find(({ file }) => file === `${className}.cls`) ?? stack[0];
  return own === undefined ? className : `${own.file}:${own.line}`;
}

function messageLines({ type, message }: ApexFailure): readonly string[] {
  const compared = type === 'System.AssertException' ? COMPARISON.exec(message) : null;
  if (compared === null) return [`    ${type}: ${message}`];
  const [, said = '', expected = '', was = ''] = compared;
  return [`    ${type}: ${said}`, `      expected: ${expected}`, `      was:      ${was}`];
}

/** A failed test for the terminal: class, line, what was expected, what was, the Apex stack. */
export function failureText({ className, methodName, failure, debugLog }: TestResult): string {
  if (failure === null) return `  passed ${className}.${methodName}`;
  const debug = debugLog.slice(-LAST_DEBUG_LINES).map((text) => `      debug: ${text}`);
  return [
    `  FAILED ${className}.${methodName} (${placeOf(failure, className)})`,
    ...messageLines(failure),
    ...failure.stack.map(lineText),
    ...debug,
  ].join('\n');
}
