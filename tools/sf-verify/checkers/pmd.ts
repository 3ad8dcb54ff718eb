import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { CodeAnalyzer, CodeAnalyzerConfig, EventType, LogLevel } from '@salesforce/code-analyzer-core';
import type { LogEvent } from '@salesforce/code-analyzer-core';
import { createEnginePlugin } from '@salesforce/code-analyzer-pmd-engine';
import type { Checker } from '../lib/checker.ts';
import { requireJava } from '../lib/java.ts';
import { isConformanceTest } from '../lib/conformance-tests.ts';
import { EXCEPTIONS, LEFT_OUT } from '../lib/pmd-exceptions.ts';
import type { Problem } from '../lib/problem.ts';
import type { Project } from '../lib/project.ts';

interface Violation extends Problem {
  readonly rule: string;
}

async function runPmd(project: Project, logFolder: string): Promise<Violation[]> {
  const analyzer = new CodeAnalyzer(
    CodeAnalyzerConfig.fromObject({
      config_root: project.root,
      log_folder: logFolder,
      engines: { pmd: { java_command: requireJava(), rule_languages: ['apex', 'xml'] } },
    }),
  );
  const failures: string[] = [];
  analyzer.onEvent(EventType.LogEvent, (event) => {
    const { logLevel, message } = event as LogEvent;
    if (logLevel <= LogLevel.Error) failures.push(message);
  });
  await analyzer.addEnginePlugin(createEnginePlugin());
  const folders = project.folders.map((folder) => project.absolute(folder));
  const workspace = await analyzer.createWorkspace(folders);
  const rules = await analyzer.selectRules(['pmd'], { workspace });
  const results = await analyzer.run(rules, { workspace });
  if (failures.length > 0) throw new Error(`PMD could not run: ${failures.join('; ')}`);
  return results.getViolations().map((violation) => {
    const place = violation.getPrimaryLocation();
    const rule = violation.getRule().getName();
    return {
      rule,
      file: relative(project.root, place.getFile() ?? project.root)
        .split('\\')
        .join('/'),
      line: place.getStartLine() ?? 1,
      message: `${rule}: ${violation.getMessage()}`,
    };
  });
}

function staleExceptions(project: Project, violations: readonly Violation[]): Problem[] {
  return EXCEPTIONS.flatMap(({ rule, file }) => {
    const place = project.files.find((path) => basename(path) === file);
    const needed = violations.some((found) => found.rule === rule && basename(found.file) === file);
    if (place === undefined || needed) return [];
    return [
      {
        file: place,
        line: 1,
        message: `the exception from ${rule} in pmd-exceptions.ts covers nothing: remove it`,
      },
    ];
  });
}

export const pmd: Checker = {
  name: 'pmd',
  about: 'security and style of Apex and metadata (PMD)',
  readsDisk: true,
  run: async (project) => {
    const logFolder = mkdtempSync(join(tmpdir(), 'paceline-pmd-'));
    try {
      const violations = await runPmd(project, logFolder);
      const isExcepted = ({ rule, file }: Violation): boolean =>
        rule in LEFT_OUT ||
        isConformanceTest(file) ||
        EXCEPTIONS.some((item) => item.rule === rule && item.file === basename(file));
      return [
        ...violations
          .filter((violation) => !isExcepted(violation))
          .map(({ file, line, message }) => ({ file, line, message })),
        ...staleExceptions(project, violations),
      ];
    } finally {
      rmSync(logFolder, { recursive: true, force: true });
    }
  },
};
