import { coverageOf } from '../../tools/apex-runtime/run/coverage.ts';
import { runTests } from '../../tools/apex-runtime/run/run-tests.ts';
import type { TestReport } from '../../tools/apex-runtime/run/run-tests.ts';
import type { ApexProgram } from '../../tools/apex-runtime/run/program.ts';
import { createApexLab } from './apex-lab.ts';

const lab = createApexLab();

const testMethod = (body: string): string => `  @IsTest\n  static void ${body}\n`;

function run(sources: Readonly<Record<string, string>>): { program: ApexProgram; report: TestReport } {
  const program = lab.load(sources);
  return { program, report: runTests(program, { org: lab.host.org, userId: lab.host.administratorId }) };
}

const outcomes = ({ results }: TestReport): unknown =>
  results.map(({ methodName, failure }) => [methodName, failure === null ? 'passed' : failure.message]);

describe('the test runner', () => {
  test('gives each test the records of the set-up methods alone', () => {
    const { report } = run({
      'T.cls':
        "@IsTest\nprivate class T {\n  @TestSetup\n  static void prepare() { insert new Account(Name = 'a'); }\n" +
        testMethod(
          "adds() { insert new Account(Name = 'b'); Assert.areEqual(2, [SELECT COUNT() FROM Account]); }",
        ) +
        testMethod(
          "addsAgain() { insert new Account(Name = 'c'); Assert.areEqual(2, [SELECT COUNT() FROM Account]); }",
        ) +
        '}',
    });
    expect(outcomes(report)).toEqual([
      ['adds', 'passed'],
      ['addsAgain', 'passed'],
    ]);
    expect(lab.host.org.list('Account')).toEqual([]);
  });

  test('gives each test statics and limits of its own', () => {
    const { report } = run({
      'Counter.cls': 'public class Counter {\n  public static Integer value = 0;\n}',
      'T.cls':
        '@IsTest\nprivate class T {\n' +
        testMethod(
          'first() { Counter.value++; Integer n = [SELECT COUNT() FROM Account]; Assert.areEqual(1, Counter.value); }',
        ) +
        testMethod(
          'second() { Counter.value++; Assert.areEqual(1, Counter.value); Assert.areEqual(0, Limits.getQueries()); }',
        ) +
        '}',
    });
    expect(outcomes(report)).toEqual([
      ['first', 'passed'],
      ['second', 'passed'],
    ]);
  });

  test('tells a failed assertion with what was expected, what was, and the Apex stack', () => {
    const { report } = run({
      'T.cls':
        "@IsTest\nprivate class T {\n  @IsTest\n  static void fails() {\n    check(2);\n  }\n  static void check(Integer n) {\n    Assert.areEqual(1, n, 'count');\n  }\n}",
    });
    expect(report.results.map(({ failure }) => failure)).toEqual([
      {
        type: 'System.AssertException',
        message: 'Assertion Failed: count: Expected: 1, Actual: 2',
        stack: [
          { owner: 'Class.T.check', file: 'T.cls', line: 8 },
          { owner: 'Class.T.fails', file: 'T.cls', line: 5 },
        ],
      },
    ]);
  });

  test('tells exceptions, limits and what the runtime does not know', () => {
    const { report } = run({
      'T.cls':
        '@IsTest\nprivate class T {\n' +
        testMethod('divides() { Integer n = 1 / 0; }') +
        testMethod(
          'queries() { for (Integer i = 0; i < 101; i++) { Integer n = [SELECT COUNT() FROM Account]; } }',
        ) +
        testMethod("shows() { String s = '' + new Map<Integer, Integer>{ 1 => 1, 2 => 2 }; }") +
        '}',
    });
    expect(
      report.results.map(({ failure }) => [
        failure?.type,
        failure?.message.split(';')[0],
        failure?.stack[0]?.line,
      ]),
    ).toEqual([
      ['System.MathException', 'Divide by 0', 4],
      ['System.LimitException', 'Too many SOQL queries: 101', 6],
      [
        'Runtime',
        'T.cls:8 the Apex runtime does not know the text of a Map<Integer,Integer> of more than one element',
        8,
      ],
    ]);
  });

  test('fails every test of a class whose set-up fails', () => {
    const { report } = run({
      'T.cls':
        '@IsTest\nprivate class T {\n  @TestSetup\n  static void prepare() { Integer n = 1 / 0; }\n' +
        testMethod('one() { }') +
        testMethod('two() { }') +
        '}',
    });
    expect(outcomes(report)).toEqual([
      ['one', 'Divide by 0'],
      ['two', 'Divide by 0'],
    ]);
  });

  test('runs the tests that are wanted', () => {
    const program = lab.load({
      'T.cls': '@IsTest\nprivate class T {\n' + testMethod('one() { }') + testMethod('two() { }') + '}',
    });
    const { results } = runTests(program, {
      org: lab.host.org,
      userId: lab.host.administratorId,
      isWanted: (name) => name === 'T.two',
    });
    expect(results.map(({ className, methodName }) => [className, methodName])).toEqual([['T', 'two']]);
  });
});

describe('coverage', () => {
  test('counts lines of classes that are no tests', () => {
    const { program, report } = run({
      'Box.cls':
        'public class Box {\n  public Integer size = 1;\n  public Integer twice(Boolean isEmpty) {\n    if (isEmpty) {\n      return 0;\n    }\n    return size * 2;\n  }\n}',
      'T.cls':
        '@IsTest\nprivate class T {\n' +
        testMethod('doubles() { Assert.areEqual(2, new Box().twice(false)); }') +
        '}',
    });
    expect(coverageOf(program, report.hits)).toEqual([
      { className: 'Box', lines: 4, covered: 3, missed: [5] },
    ]);
  });
});
