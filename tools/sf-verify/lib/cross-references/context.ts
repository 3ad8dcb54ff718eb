import type { Project } from '../project.ts';
import type { Problem } from '../problem.ts';
import type { Schema } from '../schema/schema.ts';
import type { XmlElement } from '../xml.ts';

/** One metadata file under check; `report` takes the element whose line is meant. */
export interface ReferenceContext {
  readonly project: Project;
  readonly schema: Schema;
  readonly file: string;
  readonly root: XmlElement;
  readonly report: (element: XmlElement, message: string) => void;
}

/** Looks at the references of one type of metadata. */
export type ReferenceCheck = (context: ReferenceContext) => void;

export function makeContext(
  project: Project,
  schema: Schema,
  file: string,
  root: XmlElement,
  problems: Problem[],
): ReferenceContext {
  const report = (element: XmlElement, message: string): void => {
    problems.push({ file, line: element.line, message });
  };
  return { project, schema, file, root, report };
}
