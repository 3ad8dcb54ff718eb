import { createContactTracker, parseTrackerState } from '../../src/contact/contact-tracker.ts';
import { parseEventSettings } from '../../src/model/settings.ts';
import {
  AGENT_ID,
  at,
  contact,
  describeOutputs,
  observationOf,
  play,
  reload,
  run,
  snap,
} from './scenario.ts';
import type { Scenario, Step } from './scenario.ts';
import { HVOC_SCENARIOS } from './scenarios-hvoc.ts';
import { TETHERED_SCENARIOS } from './scenarios-tethered.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const TALK = 'agent:connected customer:connected';
const RINGING = snap('PendingBusy', contact('c-1', 'connecting', 'agent:connecting customer:connected'));
const TALKING = snap('Busy', contact('c-1', 'connected', TALK));
const GONE = snap('Available');
const settings = parseEventSettings({});

/** What an event is, without what a page load adds to it and without the number of the step. */
function essence(line: string): string {
  return line.replace(/^\d+ /, '').replace(/ (replayed|estimated)/g, '');
}

function withReloadAfter(scenario: Scenario, prefix: number): Scenario {
  return {
    ...scenario,
    steps: [...scenario.steps.slice(0, prefix), reload, ...scenario.steps.slice(prefix)],
  };
}

function events(steps: readonly Step[]): string[] {
  return run({ name: '', settings: {}, steps, expected: [] });
}

describe('a page load', () => {
  it.each([...HVOC_SCENARIOS, ...TETHERED_SCENARIOS].map((scenario) => [scenario.name, scenario] as const))(
    'after any step leaves the same events: %s',
    (_name, scenario) => {
      for (let prefix = 0; prefix <= scenario.steps.length; prefix += 1) {
        expect(run(withReloadAfter(scenario, prefix)).map(essence)).toEqual(scenario.expected.map(essence));
      }
    },
  );

  it('marks the events of the first observation after it as replayed, and only those', () => {
    expect(events([RINGING, reload, TALKING, GONE])).toEqual([
      '0 hvoc.inbound.inbound.connecting primary call-offered',
      '2 hvoc.inbound.inbound.connected primary agent-accepted replayed',
      '3 hvoc.inbound.inbound.acw primary call-ended synthetic by-unknown',
      '3 hvoc.inbound.inbound.dropped primary contact-cleared',
    ]);
  });

  it('closes a contact that is missing from the first snapshot, with an estimated end', () => {
    expect(events([RINGING, TALKING, reload, GONE])).toEqual([
      '0 hvoc.inbound.inbound.connecting primary call-offered',
      '1 hvoc.inbound.inbound.connected primary agent-accepted',
      '3 hvoc.inbound.inbound.acw primary call-ended synthetic replayed estimated by-unknown',
      '3 hvoc.inbound.inbound.dropped primary contact-cleared replayed estimated',
    ]);
    expect(events([RINGING, reload, GONE])).toEqual([
      '0 hvoc.inbound.inbound.connecting primary call-offered',
      '2 hvoc.inbound.inbound.missed primary not-answered replayed estimated',
    ]);
  });

  it('estimates no end that was seen before the load', () => {
    const ended = snap('AfterCallWork', contact('c-1', 'ended', 'agent:disconnected customer:disconnected'));
    expect(events([TALKING, ended, reload, GONE])).toEqual([
      '0 hvoc.inbound.inbound.connected primary agent-accepted',
      '1 hvoc.inbound.inbound.acw primary call-ended by-unknown',
      '3 hvoc.inbound.inbound.dropped primary contact-cleared replayed',
    ]);
  });

  it('takes the last moment in which the call was known to live as its end', () => {
    const { outputs } = play([TALKING, TALKING, reload, reload, GONE], { settings });
    const [last] = (outputs.at(-1) ?? []).flatMap((output) => (output.kind === 'event' ? [output.call] : []));
    expect([last?.endedAt, last?.clearedAt, last?.estimatedEnd]).toEqual([at(1), at(4), true]);
  });

  it('without state, said by pageLoaded, replays the current state', () => {
    const tracker = createContactTracker({ settings });
    tracker.pageLoaded();
    const outputs = [TALKING, GONE].map((step, index) =>
      step.kind === 'snapshot' ? tracker.observe(observationOf(step, at(index))) : [],
    );
    expect(describeOutputs(outputs)).toEqual([
      '0 hvoc.inbound.inbound.connected primary agent-accepted replayed',
      '1 hvoc.inbound.inbound.acw primary call-ended synthetic by-unknown',
      '1 hvoc.inbound.inbound.dropped primary contact-cleared',
    ]);
  });

  it('in after-call work gives acw once, replayed, when it was not seen before', () => {
    const ended = snap('AfterCallWork', contact('c-1', 'ended', 'agent:disconnected customer:disconnected'));
    expect(events([TALKING, reload, ended, ended, reload, ended])).toEqual([
      '0 hvoc.inbound.inbound.connected primary agent-accepted',
      '2 hvoc.inbound.inbound.acw primary call-ended replayed estimated by-unknown',
    ]);
  });

  it('counts offers on, so that a contact offered anew is another call', () => {
    const { outputs } = play([RINGING, GONE, reload, RINGING], { settings });
    const keys = outputs.flat().flatMap((output) => (output.kind === 'event' ? [output.event.callKey] : []));
    expect(keys).toEqual([`${AGENT_ID}|c-1|1`, `${AGENT_ID}|c-1|1`, `${AGENT_ID}|c-1|2`]);
  });
});

describe('state that must not be trusted', () => {
  const { tracker } = play([TALKING], { settings });
  const state = tracker.state();

  function observedFirst(agentId: string, after: number) {
    const restored = createContactTracker({ settings, state });
    const observation = {
      ...observationOf({ kind: 'snapshot', state: 'Available', contacts: [] }, at(0) + after),
    };
    const outputs = restored.observe({ ...observation, agent: { ...observation.agent, id: agentId } });
    return outputs.map((output) => (output.kind === 'trace' ? output.entry.text : output.event.tuple));
  }

  it('is closed without events when it is older than 24 hours', () => {
    expect(observedFirst(AGENT_ID, DAY_MS + 1)).toEqual([
      'Earlier calls were closed without events: their state is older than 24 hours.',
    ]);
    expect(observedFirst(AGENT_ID, DAY_MS)).toEqual([
      'hvoc.inbound.inbound.acw',
      'hvoc.inbound.inbound.dropped',
    ]);
  });

  it('is not the state of a page that stayed open, however long nothing was seen', () => {
    const { tracker: running } = play([TALKING], { settings });
    const late = {
      ...observationOf({ kind: 'snapshot', state: 'Available', contacts: [] }, at(0) + 2 * DAY_MS),
    };
    expect(running.observe(late).map((output) => output.kind)).toEqual(['event', 'event']);
  });

  it('is closed without events when it is of another agent or instance', () => {
    expect(observedFirst(AGENT_ID.replace('i-1', 'i-2'), 1000)).toEqual([
      'Earlier calls were closed without events: they belong to another agent or instance.',
    ]);
  });

  it('is refused with the place when it is of another version, or anything else', () => {
    expect(parseTrackerState({ ...state, version: 2 })).toEqual({
      ok: false,
      issues: [{ path: 'version', message: 'must be one of 1' }],
    });
    expect(parseTrackerState(null)).toEqual({
      ok: false,
      issues: [{ path: '', message: 'must be of type object' }],
    });
    const [call] = state.calls;
    const broken = { ...state, calls: [{ ...call, machine: { ...call?.machine, value: 'dancing' } }] };
    expect(parseTrackerState(broken).ok).toBe(false);
    expect(parseTrackerState(JSON.parse(JSON.stringify(state)))).toEqual({ ok: true, value: state });
  });
});
