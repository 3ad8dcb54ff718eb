import { PacelineError } from '../errors.ts';
import { parseRuleset } from '../rules/parse-ruleset.ts';
import { readJsonFile } from './read-json-file.ts';
import type { CommandIo } from './run-command-line.ts';

/** `paceline lint`: one line a finding; the exit code is 1 when a rule cannot run. */
export async function runLint(path: string, io: CommandIo): Promise<number> {
  const { rules, problems } = parseRuleset(readJsonFile(path, 'the ruleset', 'invalid-rule'));
  const fatal = problems.find((problem) => problem.source === 'ruleset' && problem.path === '');
  if (fatal !== undefined) {
    throw new PacelineError('invalid-rule', `the ruleset cannot be used: ${fatal.message}`, { path });
  }
  const lines = problems.map(
    ({ level, source, path: place, message }) =>
      `${level}  ${[source, place].join(' ').trim()}: ${message}\n`,
  );
  await io.out.write(lines.join(''));
  await io.err.write(`${rules.length} rules can run, ${problems.length} findings\n`);
  return problems.some((problem) => problem.level === 'error') ? 1 : 0;
}
