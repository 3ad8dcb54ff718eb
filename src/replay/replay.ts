import { createContactTracker, parseTrackerState } from '../contact/contact-tracker.ts';
import type { ContactTracker, TrackerOutput } from '../contact/contact-tracker.ts';
import { readDialerMessage } from '../dialer/read-dialer-message.ts';
import { traceDialerReading } from '../dialer/trace-dialer-reading.ts';
import { PacelineError } from '../errors.ts';
import type { CallView } from '../model/call-view.ts';
import type { CtiEvent } from '../model/cti-event.ts';
import type { ActionPlan } from '../model/plan.ts';
import type { EventSettings } from '../model/settings.ts';
import type { TraceEntry } from '../model/trace-entry.ts';
import type { Recording, RecordingEntry } from './recording.ts';
import { toEventLine } from './replay-line.ts';
import type { ReplayLine } from './replay-line.ts';
import type { SnapshotDriver } from './snapshot-driver.ts';

/** What an event would lead to; null for nothing. */
export type PlanEvent = (event: CtiEvent, call: CallView, agentName: string | null) => ActionPlan | null;

export interface ReplayOptions {
  readonly settings: EventSettings;
  readonly driver: SnapshotDriver;
  readonly plan?: PlanEvent;
}

function toTraceLine(entry: TraceEntry): ReplayLine {
  return { type: 'trace', ...entry };
}

/** The tracker as a new page finds it: its state went through storage. */
function reloadTracker(tracker: ContactTracker, settings: EventSettings): ContactTracker {
  const stored = parseTrackerState(JSON.parse(JSON.stringify(tracker.state())));
  if (!stored.ok) {
    const issue = stored.issues[0] ?? { path: '', message: 'is not valid' };
    throw new PacelineError('invalid-state', `the state cannot be restored: ${issue.message}`, {
      path: issue.path,
    });
  }
  return createContactTracker({ settings, state: stored.value });
}

/**
 * Runs a recording through Streams (the driver), the contact machine and, where given, the rules; yields every line in
 * order, explanations included. Nothing leaves.
 */
export function* replay(recording: Recording, options: ReplayOptions): Generator<ReplayLine> {
  const { settings, driver, plan } = options;
  let tracker = createContactTracker({ settings });
  let agentName: string | null = null;

  function* tell(outputs: readonly TrackerOutput[]): Generator<ReplayLine> {
    for (const output of outputs) {
      if (output.kind === 'trace') {
        yield toTraceLine(output.entry);
        continue;
      }
      yield toEventLine(output.event);
      const planned = plan?.(output.event, output.call, agentName) ?? null;
      if (planned !== null) yield { type: 'plan', ...planned };
    }
  }

  function* step(entry: RecordingEntry): Generator<ReplayLine> {
    switch (entry.kind) {
      case 'update': {
        const driven = driver.update(entry.update, entry.at);
        yield* driven.trace.map(toTraceLine);
        for (const observation of driven.observations) {
          agentName = observation.agent.name ?? agentName;
          yield* tell(tracker.observe(observation));
        }
        return;
      }
      case 'observation':
        agentName = entry.observation.agent.name ?? agentName;
        yield* tell(tracker.observe({ ...entry.observation, at: entry.at }));
        return;
      case 'dialer': {
        const reading = readDialerMessage(entry.message, entry.at);
        yield* traceDialerReading(reading, entry.at).map(toTraceLine);
        if (reading.kind === 'signal') yield* tell(tracker.signal(reading.signal));
        return;
      }
      case 'reload':
        driver.reload();
        tracker = reloadTracker(tracker, settings);
        return;
    }
  }

  for (const entry of recording.entries) yield* step(entry);
}
