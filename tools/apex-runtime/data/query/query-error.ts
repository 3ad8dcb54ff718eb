/** What is wrong with a query: a compile error where it stands in a class, a QueryException where it is text. */
export class QueryError extends Error {
  readonly line: number;
  constructor(line: number, message: string) {
    super(message);
    this.name = 'QueryError';
    this.line = line;
  }
}
