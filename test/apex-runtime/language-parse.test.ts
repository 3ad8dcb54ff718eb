import { parseClass } from '../../tools/apex-runtime/language/parse-class.ts';
import { parseQuery } from '../../tools/apex-runtime/language/parse-query.ts';
import type { Expression } from '../../tools/apex-runtime/language/ast.ts';
import type { Statement } from '../../tools/apex-runtime/language/statement-ast.ts';

function statementsOf(body: string): readonly Statement[] {
  const tree = parseClass('Sample.cls', `public class Sample {\n  void run() {\n${body}\n  }\n}`);
  const [method] = tree.members;
  return method?.kind === 'method' ? (method.body?.statements ?? []) : [];
}

function expressionOf(text: string): Expression | undefined {
  const [statement] = statementsOf(`return ${text};`);
  return statement?.kind === 'return' ? (statement.value ?? undefined) : undefined;
}

describe('a class file', () => {
  test('names its modifiers, annotations, parents and members', () => {
    const tree = parseClass(
      'Sample.cls',
      '@IsTest(SeeAllData=false)\npublic without sharing virtual class Sample extends Base implements Comparable {\n' +
        '  static final List<String> NAMES;\n}',
    );
    expect(tree).toEqual({
      kind: 'class',
      name: 'Sample',
      modifiers: {
        words: ['public', 'without sharing', 'virtual'],
        annotations: [{ name: 'IsTest', values: [['SeeAllData', 'false']], line: 1 }],
      },
      superType: { parts: [{ name: 'Base', args: [] }], arrayDepth: 0, line: 2 },
      interfaces: [{ parts: [{ name: 'Comparable', args: [] }], arrayDepth: 0, line: 2 }],
      constants: [],
      members: [
        {
          kind: 'field',
          modifiers: { words: ['static', 'final'], annotations: [] },
          type: {
            parts: [
              { name: 'List', args: [{ parts: [{ name: 'String', args: [] }], arrayDepth: 0, line: 3 }] },
            ],
            arrayDepth: 0,
            line: 3,
          },
          variables: [{ name: 'NAMES', initial: null, line: 3 }],
          line: 3,
        },
      ],
      line: 2,
    });
  });

  test('with a syntax error is refused by file and line', () => {
    expect(() => parseClass('Sample.cls', 'public class Sample {\n  void run() {\n    int\n  }\n}')).toThrow(
      /^Sample\.cls:4 syntax error at column 3: /,
    );
  });

  test('with an unknown escape is refused', () => {
    expect(() => statementsOf(String.raw`return 'a\q';`)).toThrow(/^Sample\.cls:3 /);
  });
});

describe('an expression', () => {
  test('binds as strongly as the platform says', () => {
    expect(expressionOf('1 + 2 * 3')).toEqual({
      kind: 'binary',
      operator: '+',
      left: { kind: 'literal', type: 'integer', text: '1', line: 3 },
      right: {
        kind: 'binary',
        operator: '*',
        left: { kind: 'literal', type: 'integer', text: '2', line: 3 },
        right: { kind: 'literal', type: 'integer', text: '3', line: 3 },
        line: 3,
      },
      line: 3,
    });
  });

  test('means the text behind its escapes', () => {
    expect(expressionOf(String.raw`'it\'s\n\u0041'`)).toEqual({
      kind: 'literal',
      type: 'string',
      text: "it's\nA",
      line: 3,
    });
  });

  test('in parentheses ends a chain of safe navigation', () => {
    const chain = {
      kind: 'member',
      target: { kind: 'name', name: 'a', line: 3 },
      name: 'b',
      isSafe: true,
      line: 3,
    };
    expect(expressionOf('(a?.b).c')).toEqual({
      kind: 'member',
      target: { kind: 'group', operand: chain, line: 3 },
      name: 'c',
      isSafe: false,
      line: 3,
    });
    expect(expressionOf('a?.b.c')).toEqual({
      kind: 'member',
      target: chain,
      name: 'c',
      isSafe: false,
      line: 3,
    });
  });

  test('knows the ways to construct', () => {
    const kinds = ['new A(1)', 'new List<A>{ x }', 'new Map<A, B>{ x => y }', 'new A[2]', 'new A[]{ x }'];
    expect(kinds.map((text) => expressionOf(text)?.kind)).toEqual([
      'new',
      'new-collection',
      'new-map',
      'new-array',
      'new-array',
    ]);
  });
});

describe('a statement', () => {
  test('of DML names its operation, access mode and key', () => {
    const found = statementsOf('insert as user a; upsert b Key__c; delete c;').map((statement) =>
      statement.kind === 'dml' ? [statement.operation, statement.mode, statement.key] : [],
    );
    expect(found).toEqual([
      ['insert', 'user', null],
      ['upsert', null, 'Key__c'],
      ['delete', null, null],
    ]);
  });

  test('of a switch keeps signs and null', () => {
    const [statement] = statementsOf('switch on i { when -1, null { return; } when else { return; } }');
    expect(statement?.kind === 'switch' ? statement.cases.map(({ when }) => when) : []).toEqual([
      {
        kind: 'values',
        values: [
          { kind: 'literal', type: 'integer', text: '-1', line: 3 },
          { kind: 'literal', type: 'null', text: '', line: 3 },
        ],
      },
      { kind: 'else' },
    ]);
  });
});

describe('a dynamic query', () => {
  test('is read with its clauses', () => {
    const query = parseQuery(
      "SELECT Id, Account.Name FROM Contact WHERE Name LIKE 'a\\%%' AND (Email = null OR CreatedDate = LAST_N_DAYS:3) " +
        'WITH USER_MODE ORDER BY Name DESC NULLS LAST LIMIT 5 FOR UPDATE',
    );
    const field = (...path: string[]): unknown => ({ kind: 'field', path, line: 1 });
    expect(query).toEqual({
      select: [
        { kind: 'operand', operand: field('Id'), alias: null },
        { kind: 'operand', operand: field('Account', 'Name'), alias: null },
      ],
      from: 'Contact',
      alias: null,
      scope: null,
      where: {
        kind: 'and',
        parts: [
          {
            kind: 'comparison',
            left: field('Name'),
            operator: 'like',
            right: { kind: 'string', text: 'a\\%%' },
            line: 1,
          },
          {
            kind: 'or',
            parts: [
              { kind: 'comparison', left: field('Email'), operator: '=', right: { kind: 'null' }, line: 1 },
              {
                kind: 'comparison',
                left: field('CreatedDate'),
                operator: '=',
                right: { kind: 'date-literal', name: 'last_n_days', count: 3 },
                line: 1,
              },
            ],
          },
        ],
      },
      with: 'user',
      groupBy: [],
      grouping: 'plain',
      having: null,
      orderBy: [{ operand: field('Name'), isDescending: true, nulls: 'last' }],
      limit: { kind: 'number', value: 5 },
      offset: null,
      for: ['update'],
      allRows: false,
      line: 1,
    });
  });

  test('with more behind its end is refused', () => {
    expect(() => parseQuery('SELECT Id FROM Contact c more')).toThrow("unexpected token: 'more'");
  });
});
