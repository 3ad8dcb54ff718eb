import type { Problem } from './problem.ts';
import type { Project } from './project.ts';

/** One kind of check over a whole SFDX project. It answers problems and throws only when it could not run at all. */
export interface Checker {
  readonly name: string;
  /** What is looked at, for the summary: one short phrase. */
  readonly about: string;
  /** True when it starts programs that read the files from disk, and so takes seconds. */
  readonly readsDisk?: boolean;
  readonly run: (project: Project) => Promise<readonly Problem[]> | readonly Problem[];
}
