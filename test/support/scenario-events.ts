import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CtiEvent } from '../../src/model/cti-event.ts';

/** The file with every scenario's events, relative to the repository's root; written by `npm run generate`. */
export const SCENARIO_EVENTS_FILE = 'test/support/scenario-events.json';

export type DescribedEvent = Pick<
  CtiEvent,
  'tuple' | 'leg' | 'cause' | 'occurrence' | 'receiving' | 'replayed' | 'synthetic'
>;

/** What must be the same wherever a scenario runs: `hvoc.inbound.inbound.connected primary agent-accepted 1`, then its marks. */
export function describeScenarioEvent(event: DescribedEvent): string {
  const marks = (['receiving', 'replayed', 'synthetic'] as const).filter((mark) => event[mark]);
  return [event.tuple, event.leg, event.cause, event.occurrence, ...marks].join(' ');
}

/** Every scenario's events in order, by the scenario's key. */
export function readScenarioEvents(): Readonly<Record<string, readonly string[]>> {
  return JSON.parse(readFileSync(join(process.cwd(), SCENARIO_EVENTS_FILE), 'utf8')) as Record<
    string,
    readonly string[]
  >;
}
