import { isAbsolute, join, relative } from 'node:path';
import { listApexFiles } from '../lib/apex/parse-apex.ts';
import type { Checker } from '../lib/checker.ts';
import { requireJava } from '../lib/java.ts';
import { JAVA_LIBRARIES } from '../lib/packages.ts';
import type { Problem } from '../lib/problem.ts';
import type { Project } from '../lib/project.ts';
import { runCommand } from '../lib/run-command.ts';

interface Report {
  readonly files: readonly {
    readonly path: string;
    readonly messages: readonly { readonly start: { readonly line: number }; readonly message: string }[];
  }[];
}

const CLEAN = 0;
const ISSUES = 4;

function readReport(project: Project, text: string): Problem[] {
  const { files } = JSON.parse(text) as Report;
  return files.flatMap(({ path, messages }) =>
    messages.map(({ start, message }) => ({
      file: (isAbsolute(path) ? relative(project.root, path) : path).split('\\').join('/'),
      line: start.line,
      message: message.replaceAll(`${project.root}/`, ''),
    })),
  );
}

/** Warnings count: an unused variable or a missing class of the platform is a mistake here too. */
export const apex: Checker = {
  name: 'apex',
  about: 'types, methods and fields of Apex (apex-ls)',
  readsDisk: true,
  run: async (project) => {
    if (listApexFiles(project).length === 0) return [];
    const args = ['-cp', join(JAVA_LIBRARIES, '*'), 'io.github.apexdevtools.apexls.CheckForIssues'];
    const { code, out, err } = await runCommand(
      requireJava(),
      [...args, '-n', '-d', 'warnings', '-f', 'json', '-w', project.root],
      project.root,
    );
    if (code !== CLEAN && code !== ISSUES) throw new Error(`apex-ls ended with ${code}: ${err || out}`);
    const problems = readReport(project, out);
    if (code === ISSUES && problems.length === 0)
      throw new Error(`apex-ls reports issues but names none: ${out}`);
    return problems;
  },
};
