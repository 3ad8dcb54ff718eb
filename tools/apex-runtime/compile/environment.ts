import type { TypeNames } from '../language/resolve-type.ts';
import type { LibraryIndex } from '../library/lookup.ts';
import type { ApexSchema } from '../model/apex-org.ts';
import type { ClassModel } from '../model/class-model.ts';
import type { TypeTable } from '../model/types.ts';
import type { CoveragePoints } from './coverage-points.ts';

/** What compiling a class needs of the program around it. */
export interface Environment extends TypeNames {
  readonly types: TypeTable;
  readonly classes: ReadonlyMap<string, ClassModel>;
  readonly library: LibraryIndex;
  readonly schema: ApexSchema;
  readonly points: CoveragePoints;
}
