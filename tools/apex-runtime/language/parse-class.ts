import { CompileError } from '../model/errors.ts';
import type { TypeDeclaration } from './declaration-ast.ts';
import { SyntaxProblem, createParser } from './parse/create-parser.ts';
import { createReader } from './parse/create-reader.ts';
import { readTypeDeclaration } from './parse/declarations.ts';

/** A class file; syntax errors are CompileErrors with file and line. */
export function parseClass(file: string, text: string): TypeDeclaration {
  try {
    return readTypeDeclaration(createParser(text).compilationUnit().typeDeclaration(), createReader(file));
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    throw new CompileError(
      { file, line: error.line },
      `syntax error at column ${error.column + 1}: ${error.message}`,
    );
  }
}
