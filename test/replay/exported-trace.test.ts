import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createStreamsDriver } from '../../src/cli/streams-driver.ts';
import { parseEventSettings } from '../../src/model/settings.ts';
import type { EventSettings } from '../../src/model/settings.ts';
import { readRecording } from '../../src/replay/read-recording.ts';
import type { Recording } from '../../src/replay/recording.ts';
import { replay } from '../../src/replay/replay.ts';
import { exportTrace } from '../../src/trace/export-trace.ts';
import { traceDialerMessage, traceObservation } from '../../src/trace/trace-lines.ts';
import { createTraceLog } from '../../src/trace/trace-log.ts';

const SCENARIOS = join(__dirname, '..', 'scenarios');
const names = readdirSync(SCENARIOS)
  .filter((file) => file.endsWith('.recording.json'))
  .map((file) => file.replace('.recording.json', ''))
  .filter((name) => !name.includes('reload'));

function readJson(name: string, kind: string, fallback: unknown): unknown {
  const file = `${name}.${kind}.json`;
  return readdirSync(SCENARIOS).includes(file)
    ? JSON.parse(readFileSync(join(SCENARIOS, file), 'utf8'))
    : fallback;
}

/** What the softphone would export after having lived through a recording. */
function exportFrom(recording: Recording, settings: EventSettings): unknown {
  const driver = createStreamsDriver();
  const log = createTraceLog();
  for (const entry of recording.entries) {
    if (entry.kind === 'dialer') log.add(traceDialerMessage(entry.message, entry.at));
    if (entry.kind !== 'update') continue;
    for (const observation of driver.update(entry.update, entry.at).observations) {
      log.add(traceObservation(observation));
    }
  }
  return JSON.parse(exportTrace(log, settings));
}

function eventsOf(recording: Recording, settings: EventSettings): unknown[] {
  const lines = [...replay(recording, { settings, driver: createStreamsDriver() })];
  return lines.flatMap((line) =>
    line.type === 'event' ? [{ at: line.at, tuple: line.tuple, cause: line.cause, callId: line.callId }] : [],
  );
}

it.each(names)('the trace exported after %s replays to the same events', (name) => {
  const settings = parseEventSettings(readJson(name, 'settings', {}));
  const recording = readRecording(readJson(name, 'recording', []));
  const exported = readRecording(exportFrom(recording, settings));
  expect(eventsOf(exported, settings)).toEqual(eventsOf(recording, settings));
});
