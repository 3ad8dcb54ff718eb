import { join } from 'node:path';
import { ESLint } from 'eslint';
import type { Checker } from '../lib/checker.ts';
import { LINT_EXCEPTIONS } from '../lib/lint-exceptions.ts';
import type { LintException } from '../lib/lint-exceptions.ts';
import { listBundles } from '../lib/lwc/bundles.ts';
import { HERE } from '../lib/packages.ts';
import type { Problem } from '../lib/problem.ts';
import type { Project } from '../lib/project.ts';

interface Finding extends Problem {
  readonly rule: string;
}

async function lintFile(eslint: ESLint, project: Project, file: string): Promise<Finding[]> {
  const [result] = await eslint.lintText(project.read(file), { filePath: project.absolute(file) });
  return (result?.messages ?? []).map(({ ruleId, line, message }) => ({
    rule: ruleId ?? 'syntax',
    file,
    line: line ?? 1,
    message: `${message} (${ruleId ?? 'syntax'})`,
  }));
}

async function lint(project: Project, files: readonly string[]): Promise<Finding[]> {
  const eslint = project.shared(
    'eslint',
    () =>
      new ESLint({
        cwd: project.root,
        overrideConfigFile: join(HERE, 'eslint.lwc.config.js'),
        errorOnUnmatchedPattern: false,
      }),
  );
  const findings: Finding[] = [];
  for (const file of files) {
    findings.push(...(await project.ofFile('lint', file, () => lintFile(eslint, project, file))));
  }
  return findings;
}

const covers = ({ rule, files, message }: LintException, found: Finding): boolean =>
  rule === found.rule && files.test(found.file) && (message === undefined || message.test(found.message));

/** An exception for one file, not for every file of a kind. */
const isNamed = ({ files }: LintException): boolean => files.source.includes('paceline');

function staleExceptions(project: Project, findings: readonly Finding[]): Problem[] {
  return LINT_EXCEPTIONS.flatMap((exception) => {
    const place = project.files.find((file) => exception.files.test(file));
    const needed = findings.some((found) => covers(exception, found));
    if (needed || place === undefined || !isNamed(exception)) return [];
    const message = `the exception from ${exception.rule} in lint-exceptions.ts covers nothing: remove it`;
    return [{ file: place, line: 1, message }];
  });
}

export const lwcLint: Checker = {
  name: 'lwc-lint',
  about: 'Lightning Web Security, platform and SLDS rules on what is deployed',
  run: async (project) => {
    const files = listBundles(project).flatMap(({ folder, files: names }) =>
      names.filter((name) => /\.(js|html|css)$/.test(name)).map((name) => `${folder}/${name}`),
    );
    const findings = await lint(project, files);
    return [
      ...findings
        .filter((found) => !LINT_EXCEPTIONS.some((exception) => covers(exception, found)))
        .map(({ file, line, message }) => ({ file, line, message })),
      ...staleExceptions(project, findings),
    ];
  },
};
