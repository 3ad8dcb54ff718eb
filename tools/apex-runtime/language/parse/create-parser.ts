import { ApexErrorListener, ApexParserFactory } from '@apexdevtools/apex-parser';
import type { ApexParser } from '@apexdevtools/apex-parser';

/** A syntax error of a source that has no file, such as the text of a dynamic query. */
export class SyntaxProblem extends Error {
  readonly line: number;
  readonly column: number;
  constructor(line: number, column: number, message: string) {
    super(message);
    this.name = 'SyntaxProblem';
    this.line = line;
    this.column = column;
  }
}

class ThrowFirst extends ApexErrorListener {
  override apexSyntaxError(line: number, column: number, message: string): void {
    throw new SyntaxProblem(line, column, message);
  }
}

/** A parser that throws `SyntaxProblem` at the first error. */
export function createParser(source: string): ApexParser {
  return ApexParserFactory.createLexerAndParser(source, new ThrowFirst()).parser;
}
