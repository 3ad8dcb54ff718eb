import { PacelineError } from '../errors.ts';
import type { EventSettings } from '../model/settings.ts';
import { parseEventSettings } from '../model/settings.ts';
import { readRecording } from '../replay/read-recording.ts';
import type { ReplayLine } from '../replay/replay-line.ts';
import { replay } from '../replay/replay.ts';
import type { PlanEvent } from '../replay/replay.ts';
import { supplyPacing } from '../replay/supply-pacing.ts';
import { parseRuleset } from '../rules/parse-ruleset.ts';
import { planActions } from '../rules/plan-actions.ts';
import type { ReplayCommand } from './command-line.ts';
import { formatTable } from './format-table.ts';
import { createLineWriter } from './line-writer.ts';
import { readJsonFile, readWrittenJson } from './read-file.ts';
import type { CommandIo } from './command-io.ts';
import { createStreamsDriver } from './streams-driver.ts';

interface RuleReading {
  readonly plan: PlanEvent;
  readonly warnings: readonly string[];
}

function readSettings(path: string | null): EventSettings {
  if (path === null) return parseEventSettings({});
  const value = readJsonFile(path, 'the settings', 'invalid-settings');
  return parseEventSettings(value);
}

function readRules(path: string): RuleReading {
  const { value, repeated } = readWrittenJson(path, 'the ruleset', 'invalid-rule');
  const { rules, problems } = parseRuleset(value, repeated);
  const fatal = problems.find((problem) => problem.source === 'ruleset' && problem.path === '');
  if (fatal !== undefined) {
    throw new PacelineError('invalid-rule', `the ruleset cannot be used: ${fatal.message}`, { path });
  }
  const planned = new Set<string>();
  return {
    plan: (event, call, agentName) => {
      const isPlanned = (key: string): boolean => planned.has(key);
      const plan = planActions({ event, call, agentName, rules, isPlanned });
      for (const { key, sharedBy } of plan.actions) [key, ...sharedBy].forEach((each) => planned.add(each));
      return plan;
    },
    warnings: problems.map(
      ({ source, path: place, message, level }) =>
        `${level}: ${[source, place].join(' ').trim()}: ${message}`,
    ),
  };
}

function summarize(counts: ReadonlyMap<string, number>, entries: number): string {
  const events = counts.get('event') ?? 0;
  const plans = counts.get('plan') ?? 0;
  return [
    entries === 1 ? '1 entry' : `${entries} entries`,
    events === 1 ? '1 event' : `${events} events`,
    ...(plans === 0 ? [] : [plans === 1 ? '1 plan' : `${plans} plans`]),
  ].join(', ');
}

/** False when the reader went away before the end. */
async function writeAsJson(lines: Iterable<ReplayLine>, io: CommandIo): Promise<boolean> {
  const writer = createLineWriter(io.out);
  for (const line of lines) {
    if (!(await writer.line(JSON.stringify(line)))) return false;
  }
  return writer.flush();
}

/** `paceline replay`: events, plans and, when asked for, explanations on `out`; warnings and a summary on `err`. */
export async function runReplay(command: ReplayCommand, io: CommandIo): Promise<number> {
  const settings = readSettings(command.settings);
  const rules = command.rules === null ? null : readRules(command.rules);
  const read = readRecording(readJsonFile(command.recording, 'the recording', 'invalid-recording'));
  const recording =
    command.pacing === null ? read : supplyPacing(read, settings.pacingAttribute, command.pacing);

  const counts = new Map<string, number>();
  function* wanted(): Generator<ReplayLine> {
    const driver = createStreamsDriver();
    for (const line of replay(recording, { settings, driver, ...(rules === null ? {} : rules) })) {
      counts.set(line.type, (counts.get(line.type) ?? 0) + 1);
      if (line.type !== 'trace' || command.trace) yield line;
    }
  }

  const complete =
    command.format === 'table'
      ? await io.out.write(formatTable([...wanted()]))
      : await writeAsJson(wanted(), io);
  if (!complete) return 0;
  const remarks = [...recording.warnings, ...(rules?.warnings ?? [])];
  await io.err.write(
    [...remarks, summarize(counts, recording.entries.length)].map((line) => `${line}\n`).join(''),
  );
  return 0;
}
