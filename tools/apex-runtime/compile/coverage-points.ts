/** A place in the sources whose passes are counted. */
export interface CoveragePoint {
  readonly file: string;
  readonly line: number;
}

/** Numbers the places that coverage counts while classes are compiled. */
export class CoveragePoints {
  readonly #points: CoveragePoint[] = [];

  add(file: string, line: number): number {
    return this.#points.push({ file, line }) - 1;
  }

  get all(): readonly CoveragePoint[] {
    return this.#points;
  }
}
