import { SoqlLiteralContext } from '@apexdevtools/apex-parser';
import { callsIn, nameOf } from '../apex/calls.ts';
import { classesOf } from '../apex/class-outline.ts';
import { constantText } from '../soql/dynamic-queries.ts';
import { findBelow, nodesBelow, nodesOfFile } from '../apex/tree.ts';
import type { Habit } from './habit.ts';

const JOBS = ['schedulable', 'batchable', 'queueable'];
const CLOCK =
  /^(date\.today|datetime\.now|system\.now|system\.today|now|today|system\.currenttimemillis|currenttimemillis|time\.newinstance)$/;

/** A job is kept as it was built and runs later, a scheduled one every time from the same copy. Source: Apex Developer Guide, Apex Scheduler. */
export const checkJobState: Habit = ({ project, file, report }) => {
  for (const { members, interfaces, name } of classesOf(project, file)) {
    if (!JOBS.some((job) => interfaces.includes(job))) continue;
    const early = members.filter(
      ({ kind, modifiers }) => kind === 'constructor' || (kind === 'field' && !modifiers.has('static')),
    );
    for (const { node, kind } of early) {
      const where = kind === 'constructor' ? `the constructor of ${name}` : `a field of ${name}`;
      const clocks = callsIn(nodesBelow(node)).filter((call) => CLOCK.test(nameOf(call)));
      for (const call of clocks) {
        report(
          call.node,
          `${where} reads the clock when the job is built, not when it runs: read it in start or execute`,
        );
      }
      for (const query of findBelow(node, SoqlLiteralContext)) {
        report(query, `${where} queries when the job is built, not when it runs: query in start or execute`);
      }
    }
    if (!interfaces.includes('schedulable')) continue;
    for (const call of members.flatMap(({ node }) => callsIn(nodesBelow(node)))) {
      const starts = /^(database\.executebatch|enqueuejob)$/.test(nameOf(call));
      if (starts && call.arguments[0]?.getText().toLowerCase() === 'this') {
        report(
          call.node,
          `${name} hands itself over: every night runs the same copy, write new with a fresh object`,
        );
      }
    }
  }
};

const RANGES: readonly (readonly [string, number, number])[] = [
  ['seconds', 0, 59],
  ['minutes', 0, 59],
  ['hours', 0, 23],
  ['day of month', 1, 31],
  ['month', 1, 12],
  ['day of week', 1, 7],
  ['year', 1970, 2099],
];

/** Source: Apex Developer Guide, System.schedule, cron expression. */
export function cronProblem(expression: string): string | null {
  const parts = expression.trim().split(/\s+/);
  if (parts.length < 6 || parts.length > 7)
    return `has ${parts.length} parts, wants seconds to day of week and perhaps a year`;
  for (const [index, part] of parts.entries()) {
    const [what = '', least = 0, most = 0] = RANGES[index] ?? [];
    const numbers = part.match(/\d+/g)?.map(Number) ?? [];
    if (index < 2 && !/^\d+$/.test(part)) return `names several ${what}: one number is allowed`;
    if (!/^([\d,\-*/?LW#]|[A-Z]{3})+$/i.test(part)) return `${what} ${part} cannot be read`;
    const bounded = part.includes('/') ? numbers.slice(0, 1) : numbers;
    if (bounded.some((number) => number < least || number > most))
      return `${what} ${part} must be from ${least} to ${most}`;
  }
  const asked = [parts[3], parts[5]].filter((part) => part === '?').length;
  return asked === 1 ? null : 'needs ? for the day of month or the day of week, not both';
}

export const checkSchedules: Habit = ({ project, file, report }) => {
  const nodes = nodesOfFile(project, file);
  for (const call of callsIn(nodes)) {
    const name = nameOf(call);
    const second = call.arguments[1];
    if (name === 'schedule' && second !== undefined) {
      const text = constantText(second, nodes);
      const problem = text === null ? null : cronProblem(text);
      if (problem !== null) report(call.node, `the schedule "${text}" ${problem}`);
    }
    if (name === 'database.executebatch' && Number(second?.getText()) > 2000) {
      report(call.node, `a batch takes at most 2000 records, not ${second?.getText()}`);
    }
    if (name === 'database.executebatch' && Number(second?.getText()) < 1)
      report(call.node, 'a batch takes at least one record');
  }
};
