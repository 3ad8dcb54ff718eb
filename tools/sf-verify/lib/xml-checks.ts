import type { Problem } from './problem.ts';
import type { Project } from './project.ts';
import { loadSchema } from './schema/schema.ts';
import type { Schema } from './schema/schema.ts';
import type { XmlElement } from './xml.ts';

/** One metadata file under check; `report` takes the element whose line is meant. */
export interface XmlContext {
  readonly project: Project;
  readonly schema: Schema;
  readonly file: string;
  readonly root: XmlElement;
  readonly report: (element: XmlElement, message: string) => void;
}

/** Looks at one metadata file. */
export type XmlCheck = (context: XmlContext) => void;

/** Runs over every metadata file the checks of its root element. */
export async function runXmlChecks(
  project: Project,
  checks: Readonly<Record<string, readonly XmlCheck[]>>,
): Promise<readonly Problem[]> {
  const schema = await loadSchema(project);
  const problems: Problem[] = [];
  for (const file of project.files.filter((path) => path.endsWith('-meta.xml'))) {
    const root = project.xml(file);
    if (root === null) continue;
    const report = (element: XmlElement, message: string): void => {
      problems.push({ file, line: element.line, message });
    };
    for (const check of checks[root.name] ?? []) check({ project, schema, file, root, report });
  }
  return problems;
}
