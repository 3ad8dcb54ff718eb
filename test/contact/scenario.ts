import { createContactTracker, parseTrackerState } from '../../src/contact/contact-tracker.ts';
import type { ContactTrackerOptions } from '../../src/contact/contact-tracker.ts';
import type { ContactTracker, TrackerOutput } from '../../src/contact/tracker.ts';
import type { DialerSignal } from '../../src/model/dialer-signal.ts';
import type { AgentObservation, ContactObservation } from '../../src/model/observation.ts';
import { parseEventSettings } from '../../src/model/settings.ts';
import type { EventSettings } from '../../src/model/settings.ts';

export const AGENT_ID = 'arn:aws:connect:eu-west-2:111122223333:instance/i-1/agent/a-1';
export const START = Date.parse('2026-03-02T09:00:00Z');

export type Step =
  | { readonly kind: 'snapshot'; readonly state: string; readonly contacts: readonly ContactObservation[] }
  | { readonly kind: 'say'; readonly signal: DialerSignal }
  | { readonly kind: 'reload' };

/** `expected`: one line an event or unlisted signal, as `describeOutput` writes it. */
export interface Scenario {
  readonly name: string;
  readonly settings: unknown;
  readonly steps: readonly Step[];
  readonly expected: readonly string[];
}

interface ContactOptions {
  readonly leg?: 'inbound' | 'outbound' | 'monitoring';
  readonly from?: string | null;
  readonly type?: string;
  readonly queue?: string;
  readonly method?: string;
  readonly attributes?: Record<string, string>;
}

/** `legs` as in `agent:connected customer:hold t1:connecting`; every other name is a third leg, `monitor*` monitors. */
export function contact(
  contactId: string,
  state: string,
  legs: string,
  options: ContactOptions = {},
): ContactObservation {
  return {
    contactId,
    initialContactId: options.from === undefined ? contactId : options.from,
    type: options.type ?? 'voice',
    state,
    stateAt: null,
    queue:
      options.queue === undefined
        ? null
        : { arn: `arn:queue/${options.queue}`, id: `id-${options.queue}`, name: options.queue },
    initiationMethod: options.method ?? null,
    attributes: options.attributes ?? {},
    connections: legs
      .split(' ')
      .filter((leg) => leg !== '')
      .map((leg) => {
        const [name = '', legState = ''] = leg.split(':');
        const isCustomer = name === 'customer';
        const type = name === 'agent' ? 'agent' : name.startsWith('monitor') ? 'monitoring' : 'outbound';
        return {
          legId: `${contactId}-${name}`,
          type: isCustomer ? (options.leg ?? 'inbound') : type,
          state: legState,
          stateAt: null,
          initial: isCustomer,
          phoneNumber: isCustomer ? '+12025550101' : null,
          quickConnectName: null,
        };
      }),
  };
}

export function snap(state: string, ...contacts: ContactObservation[]): Step {
  return { kind: 'snapshot', state, contacts };
}

/** A dialler message, as `Regular-Call Preview`; the call's pacing travels as the variable PacingMode. */
export function say(callId: string, words: string, pacing?: string): Step {
  const [callType = '', word = ''] = words.split(' ');
  return {
    kind: 'say',
    signal: {
      kind: 'call',
      at: 0,
      callId,
      callType: callType.toLowerCase() === 'consult' ? 'consult' : 'regular-call',
      word: word.toLowerCase(),
      variables: pacing === undefined ? {} : { PacingMode: pacing },
      phoneNumber: null,
    },
  };
}

export const reload: Step = { kind: 'reload' };

export function observationOf(step: Step & { kind: 'snapshot' }, at: number): AgentObservation {
  return {
    at,
    agent: { id: AGENT_ID, name: 'Robin Example', state: step.state },
    contacts: [...step.contacts],
  };
}

/** Saves the state as text, reads it back, and starts anew with it. */
export function reloaded(tracker: ContactTracker, options: ContactTrackerOptions): ContactTracker {
  const state = parseTrackerState(JSON.parse(JSON.stringify(tracker.state())));
  if (!state.ok) throw new Error(`state refused: ${JSON.stringify(state.issues)}`);
  return createContactTracker({ ...options, state: state.value });
}

/** Step `n` (from 0) happens `n` seconds after the start. */
export function at(step: number): number {
  return START + step * 1000;
}

export function play(
  steps: readonly Step[],
  options: ContactTrackerOptions,
): { outputs: (readonly TrackerOutput[])[]; tracker: ContactTracker } {
  let tracker = createContactTracker(options);
  const outputs = steps.map((step, index) => {
    if (step.kind === 'snapshot') return tracker.observe(observationOf(step, at(index)));
    if (step.kind === 'say') return tracker.signal({ ...step.signal, at: at(index) });
    tracker = reloaded(tracker, options);
    return [];
  });
  return { outputs, tracker };
}

/** `<step> <tuple> <leg> <cause>` and what is not ordinary: occurrence, flags, `unanswered`, who ended the call. */
export function describeOutput(output: TrackerOutput, step: number): string | null {
  if (output.kind === 'trace') {
    return output.entry.kind === 'unlisted'
      ? `${step} unlisted ${String(output.entry.data?.['lookedUp'])} ${String(output.entry.data?.['leg'])}`
      : null;
  }
  const { event } = output;
  const words = [String(step), event.tuple, event.leg, event.cause];
  if (event.occurrence > 1) words.push(`#${event.occurrence}`);
  if (event.receiving) words.push('receiving');
  if (event.synthetic) words.push('synthetic');
  if (event.replayed) words.push('replayed');
  if (event.estimatedEnd === true) words.push('estimated');
  if (event.answered === false) words.push('unanswered');
  if (event.endedBy !== undefined) words.push(`by-${event.endedBy}`);
  return words.join(' ');
}

export function describeOutputs(outputs: readonly (readonly TrackerOutput[])[]): string[] {
  return outputs.flatMap((list, step) =>
    list.map((output) => describeOutput(output, step)).filter((line) => line !== null),
  );
}

export function run(scenario: Scenario, options: Partial<ContactTrackerOptions> = {}): string[] {
  const settings: EventSettings = parseEventSettings(scenario.settings);
  return describeOutputs(play(scenario.steps, { settings, ...options }).outputs);
}
