import { PacelineError } from '../errors.ts';
import type { Finding } from '../rules/lint/finding.ts';
import { lintRuleset } from '../rules/lint/lint-ruleset.ts';
import { readJsonFile } from './read-json-file.ts';
import type { CommandIo } from './command-io.ts';

function formatFinding({ level, ruleKey, path, id, message, fix }: Finding): string {
  const place = [ruleKey, path].filter((part) => part !== '').join(' ');
  const advice = fix === undefined ? '' : ` Fix: ${fix.text}`;
  return `${level.padEnd(7)}  ${place}: ${message} [${id}]${advice}\n`;
}

/** `paceline lint`: one line a finding on `out`; the exit code is 1 when something cannot work, else 0. */
export async function runLint(path: string, io: CommandIo): Promise<number> {
  const findings = lintRuleset(readJsonFile(path, 'the ruleset', 'invalid-rule'));
  const fatal = findings.find((finding) => finding.ruleKey === 'ruleset' && finding.path === '');
  if (fatal !== undefined && fatal.level === 'error') {
    throw new PacelineError('invalid-rule', `the ruleset cannot be used: ${fatal.message}`, { path });
  }
  await io.out.write(findings.map(formatFinding).join(''));
  const count = (level: Finding['level']): number =>
    findings.filter((finding) => finding.level === level).length;
  await io.err.write(`${count('error')} errors, ${count('warning')} warnings, ${count('info')} notes\n`);
  return count('error') > 0 ? 1 : 0;
}
