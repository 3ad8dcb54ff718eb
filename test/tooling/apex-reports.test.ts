import { reportCoverage } from '../../scripts/apex/coverage-report.ts';
import { failureText } from '../../scripts/apex/failure-text.ts';
import { hoistClass } from '../../scripts/generate/apex-conformance/rename-members.ts';
import { caseTest } from '../../scripts/generate/apex-conformance/test-class.ts';
import type { ConformanceCase } from '../../tools/apex-runtime/run/conformance-case.ts';

describe('what is told of Apex tests', () => {
  it('a failed comparison says what was expected, what was, and where', () => {
    const stack = [
      { owner: 'Class.PacelineTestCall.check', file: 'PacelineTestCall.cls', line: 7 },
      { owner: 'Class.PacelineLedgerTest.oneRow', file: 'PacelineLedgerTest.cls', line: 42 },
    ];
    const message = 'Assertion Failed: rows: Expected: 1, Actual: 2';
    expect(
      failureText({
        className: 'PacelineLedgerTest',
        methodName: 'oneRow',
        ms: 3,
        failure: { type: 'System.AssertException', message, stack },
        debugLog: ['before'],
      }),
    ).toBe(
      [
        '  FAILED PacelineLedgerTest.oneRow (PacelineLedgerTest.cls:42)',
        '    System.AssertException: Assertion Failed: rows',
        '      expected: 1',
        '      was:      2',
        '      Class.PacelineTestCall.check: PacelineTestCall.cls:7',
        '      Class.PacelineLedgerTest.oneRow: PacelineLedgerTest.cls:42',
        '      debug: before',
      ].join('\n'),
    );
  });

  it('a class under 90 % and all under 95 % are problems', () => {
    const { table, problems } = reportCoverage([
      { className: 'Good', lines: 10, covered: 10, missed: [] },
      { className: 'Bad', lines: 10, covered: 6, missed: [3, 4, 5, 9] },
    ]);
    expect(table).toBe(
      [
        '    60.0 %      6/10  Bad  not reached: 3-5, 9',
        '   100.0 %     10/10  Good',
        '    80.0 %     16/20  all classes',
      ].join('\n'),
    );
    expect(problems).toEqual([
      'Bad: 60.0 % of its lines are covered, at least 90 % are wanted. Add tests that reach the lines above.',
      'All classes together: 80.0 %, at least 95 % are wanted.',
    ]);
  });

  it('90 % of each class and 95 % of all are enough', () => {
    expect(
      reportCoverage([
        { className: 'First', lines: 10, covered: 9, missed: [3] },
        { className: 'Second', lines: 10, covered: 10, missed: [] },
      ]).problems,
    ).toEqual([]);
  });
});

describe('a conformance case as an Apex test', () => {
  const own: ConformanceCase = {
    name: 'language/own-type',
    rule: 'A class knows its type.',
    source: null,
    mark: 'assumed',
    apex: `public class ConformanceCase {
    public class Named { }
    public static Integer size() { return new List<Integer>{ 1 }.size(); }
    public static Object run() { return size() + ' Named ' + new Named(); }
}
`,
    expect: { returns: 'ConformanceCase.Named' },
  };

  it('has names of its own in the class of its area', () => {
    const hoisted = hoistClass(own.apex, 'ownType', 'AreaTest');
    expect(hoisted?.members).toBe(`    public class OwnTypeNamed { }
    public static Integer ownTypeSize() { return new List<Integer>{ 1 }.size(); }
    public static Object ownTypeRun() { return ownTypeSize() + ' Named ' + new OwnTypeNamed(); }
`);
    expect(hoisted?.rename('ConformanceCase.Named')).toBe('AreaTest.OwnTypeNamed');
  });

  it('compares the text of the answer, or the exception', () => {
    const body = {
      ...own,
      apex: 'public with sharing class ConformanceCase { public static Object run() {\nreturn 1;\n} }',
    };
    expect(
      caseTest({ ...body, expect: { throws: 'System.MathException', message: "it's\n0" } }, 'AreaTest'),
    ).toEqual({
      text: `    static Object ownTypeRun() {
        return 1;
    }

    /** A class knows its type. */
    @IsTest
    static void ownType() {
        try {
            ownTypeRun();
        } catch (Exception thrown) {
            Assert.areEqual('System.MathException', thrown.getTypeName());
            Assert.areEqual('it\\'s\\n0', thrown.getMessage());
            return;
        }
        Assert.fail('System.MathException was expected');
    }
`,
    });
  });

  it('is left out where no Apex test can show it', () => {
    expect(caseTest({ ...own, expect: { refused: 'compile' } }, 'AreaTest')).toEqual({
      leftOut: 'refused by the compiler',
    });
    expect(caseTest({ ...own, expect: { throws: 'System.LimitException' } }, 'AreaTest')).toEqual({
      leftOut: 'ends the test',
    });
    expect(caseTest({ ...own, apex: 'public class ConformanceCase { static { } }' }, 'AreaTest')).toEqual({
      leftOut: 'needs a class of its own',
    });
  });
});
