import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join, relative } from 'node:path';
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

function readReport(root: string, text: string): Problem[] {
  const { files } = JSON.parse(text) as Report;
  return files.flatMap(({ path, messages }) =>
    messages.map(({ start, message }) => ({
      file: (isAbsolute(path) ? relative(root, path) : path).split('\\').join('/'),
      line: start.line,
      message: message.replaceAll(`${root}/`, ''),
    })),
  );
}

/** apex-ls looks at package directories only: a folder of links makes one of every folder with Apex or objects. */
async function withWorkspace<T>(project: Project, use: (root: string) => Promise<T>): Promise<T> {
  const folders = project.folders.filter((folder) =>
    project.files.some(
      (file) => file.startsWith(`${folder}/`) && /\.(cls|trigger|object-meta\.xml)$/.test(file),
    ),
  );
  const root = mkdtempSync(join(realpathSync(tmpdir()), 'paceline-apex-'));
  try {
    for (const folder of folders) {
      mkdirSync(dirname(join(root, folder)), { recursive: true });
      symlinkSync(project.absolute(folder), join(root, folder), 'junction');
    }
    const definition = JSON.parse(project.read('sfdx-project.json')) as Record<string, unknown>;
    const packageDirectories = folders.map((path, index) => ({ path, default: index === 0 }));
    writeFileSync(join(root, 'sfdx-project.json'), JSON.stringify({ ...definition, packageDirectories }));
    return await use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Warnings count: an unused variable or a missing class of the platform is a mistake here too. */
export const apex: Checker = {
  name: 'apex',
  about: 'types, methods and fields of Apex (apex-ls)',
  readsDisk: true,
  run: async (project) => {
    if (listApexFiles(project).length === 0) return [];
    return withWorkspace(project, async (root) => {
      const args = ['-cp', join(JAVA_LIBRARIES, '*'), 'io.github.apexdevtools.apexls.CheckForIssues'];
      const { code, out, err } = await runCommand(
        requireJava(),
        [...args, '-n', '-d', 'warnings', '-f', 'json', '-w', root],
        root,
      );
      if (code !== CLEAN && code !== ISSUES) throw new Error(`apex-ls ended with ${code}: ${err || out}`);
      const problems = readReport(root, out);
      if (code === ISSUES && problems.length === 0)
        throw new Error(`apex-ls reports issues but names none: ${out}`);
      return problems;
    });
  },
};
