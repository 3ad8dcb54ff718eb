import type { ReplayLine } from '../replay/replay-line.ts';

type Row = readonly string[];

const HEADER: Row = ['time (UTC)', 'tuple', 'leg', 'cause', 'call', 'remarks'];

function formatTime(at: number): string {
  return new Date(at).toISOString().slice(11, 23);
}

function shortId(id: string): string {
  return id.length <= 12 ? id : `…${id.slice(-8)}`;
}

function remarksOf(line: ReplayLine & { type: 'event' }): string {
  const remarks = [
    line.occurrence > 1 ? `no. ${line.occurrence}` : '',
    line.receiving ? 'receiving' : '',
    line.endedBy === undefined ? '' : `ended by ${line.endedBy}`,
    line.answered === false ? 'never answered' : '',
    line.estimatedEnd === true ? 'end estimated' : '',
    line.synthetic ? 'synthetic' : '',
    line.replayed ? 'replayed' : '',
  ];
  return remarks.filter((remark) => remark !== '').join(', ');
}

function toRows(line: ReplayLine): readonly Row[] {
  switch (line.type) {
    case 'event':
      return [[formatTime(line.at), line.tuple, line.leg, line.cause, shortId(line.callId), remarksOf(line)]];
    case 'plan':
      return line.actions.map((planned) => [
        '',
        `  -> ${planned.action.type}`,
        '',
        '',
        '',
        planned.ruleLabel,
      ]);
    case 'trace':
      return [[formatTime(line.at), `  ${line.kind}: ${line.text}`]];
  }
}

/** The lines as a table for reading: one row an event, below it what the rules plan; trace lines run across. */
export function formatTable(lines: readonly ReplayLine[]): string {
  const rows = lines.flatMap(toRows);
  if (rows.length === 0) return 'No events.\n';
  const table = [HEADER, ...rows];
  const widths = HEADER.map((_, column) =>
    Math.max(...table.filter((row) => row.length === HEADER.length).map((row) => row[column]?.length ?? 0)),
  );
  const formatted = table.map((row) =>
    row
      .map((cell, column) => (row.length === HEADER.length ? cell.padEnd(widths[column] ?? 0) : cell))
      .join('  ')
      .trimEnd(),
  );
  return `${formatted.join('\n')}\n`;
}
