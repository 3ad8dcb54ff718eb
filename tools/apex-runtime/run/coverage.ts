import type { ApexProgram } from './program.ts';

export interface ClassCoverage {
  readonly className: string;
  readonly lines: number;
  readonly covered: number;
  /** In order. */
  readonly missed: readonly number[];
}

/** Lines of the classes that are no tests; a line is covered when one of its points was passed. */
export function coverageOf(program: ApexProgram, hits: Uint32Array): readonly ClassCoverage[] {
  const byFile = new Map<string, Map<number, boolean>>();
  program.points.forEach(({ file, line }, index) => {
    const lines = byFile.get(file) ?? new Map<number, boolean>();
    lines.set(line, lines.get(line) === true || (hits[index] ?? 0) > 0);
    byFile.set(file, lines);
  });
  return [...program.classes.values()]
    .filter(({ isTest, file }) => !isTest && byFile.has(file))
    .map(({ name, file }) => {
      const lines = [...(byFile.get(file) ?? [])];
      const missed = lines.filter(([, isCovered]) => !isCovered).map(([line]) => line);
      return {
        className: name,
        lines: lines.length,
        covered: lines.length - missed.length,
        missed: missed.sort((a, b) => a - b),
      };
    })
    .sort((a, b) => a.className.localeCompare(b.className));
}
