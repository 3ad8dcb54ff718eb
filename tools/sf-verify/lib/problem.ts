/** One thing that is wrong, at its place: `file` relative to the project's root with `/`, `line` from 1. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** `file:line message`, on one line, the form that editors and CI logs make clickable. */
export function formatProblem({ file, line, message }: Problem): string {
  return `${file}:${line} ${message.replace(/\s+/g, ' ').trim()}`;
}

/** By file, then line, then message; each once. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const once = new Map(problems.map((problem) => [formatProblem(problem), problem]));
  return [...once.values()].sort(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      a.line - b.line ||
      (a.message < b.message ? -1 : a.message > b.message ? 1 : 0),
  );
}
