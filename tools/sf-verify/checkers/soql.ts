import {
  ApexErrorListener,
  ApexParserFactory,
  FieldSpecContext,
  QueryContext,
  SoslClausesContext,
} from '@apexdevtools/apex-parser';
import { typesAt } from '../lib/apex/declared-types.ts';
import { listApexFiles, parseApex } from '../lib/apex/parse-apex.ts';
import { QueryVisitor } from '../lib/apex/query-visitor.ts';
import { findBelow, findInFile, lineOf, nodesOfFile } from '../lib/apex/tree.ts';
import type { Node } from '../lib/apex/tree.ts';
import type { Checker } from '../lib/checker.ts';
import { isConformanceTest } from '../lib/conformance-tests.ts';
import type { Problem } from '../lib/problem.ts';
import type { Project } from '../lib/project.ts';
import { loadSchema } from '../lib/schema/schema.ts';
import type { Schema } from '../lib/schema/schema.ts';
import { checkQuery } from '../lib/soql/check-query.ts';
import { checkSearch } from '../lib/soql/check-search.ts';
import { listDynamicQueries } from '../lib/soql/dynamic-queries.ts';
import type { DynamicQuery } from '../lib/soql/dynamic-queries.ts';

class FirstError extends ApexErrorListener {
  message: string | null = null;

  apexSyntaxError(_line: number, _column: number, message: string): void {
    this.message ??= message;
  }
}

function checkStatic(project: Project, schema: Schema, file: string): Problem[] {
  const problems: Problem[] = [];
  const contextAt = (place: Node) => ({
    schema,
    bindType: (name: string) => typesAt(project, file, place).get(name.toLowerCase()) ?? null,
    report: (node: Node, message: string) => void problems.push({ file, line: lineOf(node), message }),
  });
  for (const query of findInFile(project, file, QueryContext)) checkQuery(contextAt(query), query);
  for (const clauses of findInFile(project, file, SoslClausesContext)) {
    checkSearch(project, contextAt(clauses), clauses, findBelow(clauses, FieldSpecContext));
  }
  return problems;
}

/** Text of a query, read as if it stood in brackets; findings are reported at the call. */
function checkDynamic(project: Project, schema: Schema, file: string, dynamic: DynamicQuery): Problem[] {
  const line = lineOf(dynamic.node);
  const problems: Problem[] = [];
  const report = (_node: Node, message: string): void => void problems.push({ file, line, message });
  const errors = new FirstError();
  const isSearch = /^\s*find\b/i.test(dynamic.text);
  const { parser } = ApexParserFactory.createLexerAndParser(
    isSearch ? `[${dynamic.text}]` : dynamic.text,
    errors,
  );
  const context = { schema, bindType: () => null, report };
  const tree: Node = isSearch
    ? /\bfind\s*\{/i.test(dynamic.text)
      ? parser.soslLiteralAlt()
      : parser.soslLiteral()
    : parser.query();
  const rest = isSearch ? '' : dynamic.text.slice((tree.stop?.stop ?? -1) + 1).trim();
  if (errors.message !== null)
    return [{ file, line, message: `the query cannot be read: ${errors.message}` }];
  if (rest !== '') return [{ file, line, message: `the query cannot be read at: ${rest}` }];
  if (tree instanceof QueryContext) {
    const visitor = new QueryVisitor(file, schema);
    visitor.visit(tree);
    problems.push(...visitor.problems.map((problem) => ({ ...problem, line })));
    checkQuery(context, tree);
  }
  for (const clauses of findBelow(tree, SoslClausesContext)) {
    checkSearch(project, context, clauses, findBelow(clauses, FieldSpecContext));
  }
  return problems;
}

export const soql: Checker = {
  name: 'soql',
  about: 'queries and searches: columns, relationships, and what each type of field allows',
  run: async (project) => {
    const schema = await loadSchema(project);
    return listApexFiles(project).flatMap((file) => {
      const visitor = new QueryVisitor(file, schema);
      visitor.visit(parseApex(project, file));
      return [
        ...visitor.problems,
        ...checkStatic(project, schema, file),
        ...(isConformanceTest(file) ? [] : listDynamicQueries(nodesOfFile(project, file))).flatMap(
          (dynamic) => checkDynamic(project, schema, file, dynamic),
        ),
      ];
    });
  },
};
