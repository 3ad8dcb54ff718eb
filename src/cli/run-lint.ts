import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PacelineError } from '../errors.ts';
import type { Finding } from '../rules/lint/finding.ts';
import { lintRuleset } from '../rules/lint/lint-ruleset.ts';
import type { CommandIo } from './command-io.ts';
import { lintRecords } from './lint-records.ts';
import type { FindingGroup } from './lint-records.ts';
import { readTextFile, readWrittenJson } from './read-file.ts';

const RECORD = /\.md-meta\.xml$/;

function formatFinding({ level, ruleKey, path, id, message, fix }: Finding, group: string): string {
  const place = [group, ruleKey, path].filter((part) => part !== '').join(' ');
  const advice = fix === undefined ? '' : ` Fix: ${fix.text}`;
  const rule = fix?.add === undefined ? '' : `         ${JSON.stringify(fix.add)}\n`;
  return `${level.padEnd(7)}  ${place}: ${message} [${id}]${advice}\n${rule}`;
}

function listFolder(path: string): readonly string[] {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  if (!isFolder) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => RECORD.test(name))
    .sort()
    .map((name) => join(path, name));
}

function lintFile(path: string): FindingGroup {
  const { value, repeated } = readWrittenJson(path, 'the ruleset', 'invalid-rule');
  const findings = lintRuleset(value, { repeated });
  const fatal = findings.find((finding) => finding.ruleKey === 'ruleset' && finding.path === '');
  if (fatal !== undefined && fatal.level === 'error') {
    throw new PacelineError('invalid-rule', `the ruleset cannot be used: ${fatal.message}`, { path });
  }
  return { name: path, findings };
}

/**
 * `paceline lint`: one line a finding on `out`, and below it the rule that mends it where there is one; the exit code is 1
 * when something cannot work, else 0. `paths` are ruleset files, records in source format, or folders of such records.
 */
export async function runLint(paths: readonly string[], io: CommandIo): Promise<number> {
  const records = paths.flatMap(listFolder).filter((path) => RECORD.test(path));
  const files = paths.filter(
    (path) => !RECORD.test(path) && statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true,
  );
  const groups = [
    ...files.map(lintFile),
    ...(files.length === paths.length
      ? []
      : lintRecords(
          records.map((path) => ({ path, content: readTextFile(path, 'the record', 'invalid-settings') })),
        )),
  ];
  for (const { name, findings } of groups) {
    const group = groups.length > 1 ? name : '';
    await io.out.write(findings.map((finding) => formatFinding(finding, group)).join(''));
  }
  const all = groups.flatMap(({ findings }) => findings);
  const count = (level: Finding['level']): number => all.filter((finding) => finding.level === level).length;
  await io.err.write(`${count('error')} errors, ${count('warning')} warnings, ${count('info')} notes\n`);
  return count('error') > 0 ? 1 : 0;
}
