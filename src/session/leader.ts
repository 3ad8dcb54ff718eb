import { createContactTracker } from '../contact/contact-tracker.ts';
import type { TrackerOutput } from '../contact/tracker.ts';
import type { OpenPage, PublishedMessage } from '../dispatch/dispatch-context.ts';
import { createDispatcher } from '../dispatch/dispatcher.ts';
import { countUnfinished } from '../dispatch/outbox.ts';
import { restoreOutbox } from '../dispatch/restore-outbox.ts';
import { storeOutbox } from '../dispatch/stored-outbox.ts';
import type { ResolveAction } from '../model/action-request.ts';
import type { ActionRunner } from '../model/action-runner.ts';
import type { RecordMatch } from '../model/apex-contract.ts';
import type { CallView } from '../model/call-view.ts';
import type { CtiEvent } from '../model/cti-event.ts';
import type { ActionPlan } from '../model/plan.ts';
import type { Clock, Ids } from '../model/ports.ts';
import type { ActionView, SoftphoneCommand } from '../model/softphone-view.ts';
import { findPlanned } from '../rules/find-planned.ts';
import { planActions } from '../rules/plan-actions.ts';
import type { Rule } from '../rules/rule.ts';
import type { TraceLog } from '../trace/trace-log.ts';
import { traceDialerMessage, traceEvent, traceOutcome, tracePlan } from '../trace/trace-lines.ts';
import { createDialerMerge } from './dialer-merge.ts';
import type { DialerInput, Input, ObservationInput, ObservationMark } from './input.ts';
import { SAVED_VERSION } from './saved-session.ts';
import type { SavedSession } from './saved-session.ts';
import type { SoftphoneSettings } from './softphone-settings.ts';
import { createUnmatchedPolicy } from './unmatched-policy.ts';

const ENDED_CALLS_SHOWN = 3;
const SAVED_LINES_PER_CALL = 40;

export interface LeaderOptions {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly runner: Pick<ActionRunner, 'lookUp' | 'apply'>;
  readonly open: OpenPage;
  readonly resolve: ResolveAction;
  readonly rules: readonly Rule[];
  readonly settings: Pick<SoftphoneSettings, 'events' | 'unmatchedPolicy'>;
  readonly saved: SavedSession | null;
  readonly trace: TraceLog;
  readonly save: (session: SavedSession) => void;
  /** Something that the view shows may have changed. */
  readonly changed: () => void;
  readonly emit: (event: CtiEvent, call: CallView) => void;
  readonly publish: (message: PublishedMessage) => void;
}

/** The one tab that acts: what it observes becomes events, plans and actions. */
export interface Leader {
  /** Takes up what an earlier page or another tab left unfinished; `reconnected`: without waiting for the next attempt. */
  resume(reconnected?: boolean): void;
  take(input: Input): void;
  command(command: SoftphoneCommand, tab: string): void;
  /** Live calls, newest first, then those that need something, then the last that ended. */
  calls(): readonly CallView[];
  actionsOf(callKey: string): readonly ActionView[];
  /** The last observation that was acted on; null before the first. */
  seen(): ObservationMark | null;
  /** True for a call that is over. */
  isOver(callKey: string): boolean;
  /** The record that the call's look-up settled on, for the name on its card. */
  matchOf(callKey: string): RecordMatch | null;
  /** Id of the call's interaction record; null until it exists. */
  interactionOf(callKey: string): string | null;
  warnings(): readonly string[];
  stop(): void;
}

export function createLeader(options: LeaderOptions): Leader {
  const { clock, trace, settings } = options;
  const saved = options.saved;
  const isCounting = saved !== null && saved.tracker !== null && saved.browser !== '';
  const browser = isCounting ? saved.browser : options.ids.next();
  const tracker = createContactTracker({
    settings: settings.events,
    ...(saved === null || saved.tracker === null ? {} : { state: saved.tracker }),
  });
  const unmatched = createUnmatchedPolicy(settings.unmatchedPolicy);
  let live: ReadonlyMap<string, CallView> = new Map();
  let ended: readonly CallView[] = [];
  let agentName: string | null = null;
  let seen = saved?.seen ?? null;
  const merge = createDialerMerge(saved?.dialer ?? null);

  const restored =
    saved === null || saved.outbox === null
      ? null
      : restoreOutbox(saved.outbox, (...named) => findPlanned(options.rules, ...named), clock.now());
  for (const { callKey, ruleKey } of restored?.dropped ?? []) {
    trace.add({
      at: clock.now(),
      kind: 'diagnostic',
      callKey,
      text: `An action of the rule ${ruleKey} was not finished by an earlier page, and is no longer among the rules: it is not run.`,
    });
  }

  const dispatcher = createDispatcher({
    clock,
    ids: options.ids,
    browser,
    runner: options.runner,
    open: options.open,
    resolve: options.resolve,
    saved: restored?.outbox ?? null,
    isLive: (callKey) => live.has(callKey),
    persist,
    advanced: options.changed,
    onOutcome(outcome, planned, callKey, notes) {
      const line = traceOutcome(outcome, planned, callKey, notes);
      if (line !== null) trace.add(line);
    },
    publish: options.publish,
  });

  function persist(): void {
    const outbox = dispatcher.state();
    const keep = new Set([...live.keys(), ...outbox.plans.map((plan) => plan.callKey)]);
    const lines = [...keep].flatMap((callKey) => trace.ofCall(callKey).slice(-SAVED_LINES_PER_CALL));
    options.save({
      version: SAVED_VERSION,
      savedAt: clock.now(),
      unfinished: countUnfinished(outbox.plans),
      browser,
      tracker: tracker.state(),
      outbox: storeOutbox(outbox),
      seen,
      dialer: merge.state(),
      trace: lines,
    });
  }

  function refreshCalls(last: ReadonlyMap<string, CallView>): void {
    const now = new Map(tracker.calls().map((call) => [call.callKey, call]));
    const gone = [...live.values(), ...last.values()]
      .filter(({ callKey }) => !now.has(callKey))
      .map((call) => last.get(call.callKey) ?? call);
    const distinct = new Map([...gone, ...ended].map((call) => [call.callKey, call]));
    for (const call of gone) distinct.set(call.callKey, last.get(call.callKey) ?? call);
    ended = [...distinct.values()].filter(({ callKey }) => !now.has(callKey)).slice(0, ENDED_CALLS_SHOWN);
    live = now;
  }

  function plan(event: CtiEvent, call: CallView, isPlanned: (key: string) => boolean): ActionPlan {
    trace.add(traceEvent(event));
    const plan = planActions({ event, call, agentName, rules: options.rules, isPlanned });
    trace.add(tracePlan(plan));
    const complaint = unmatched.judge(plan);
    if (complaint !== null) trace.add(complaint);
    return plan;
  }

  /** From an observation to a plan nothing waits; all of it is stored at once, before any effect. */
  function handle(outputs: readonly TrackerOutput[]): void {
    const plans: ActionPlan[] = [];
    const last = new Map<string, CallView>();
    const events: { event: CtiEvent; call: CallView }[] = [];
    const fresh = new Set<string>();
    const isPlanned = (key: string): boolean => fresh.has(key) || dispatcher.knows(key);
    for (const output of outputs) {
      if (output.kind === 'trace') {
        trace.add(output.entry);
        continue;
      }
      last.set(output.call.callKey, output.call);
      events.push(output);
      const next = plan(output.event, output.call, isPlanned);
      for (const { key, sharedBy } of next.actions) [key, ...sharedBy].forEach((each) => fresh.add(each));
      plans.push(next);
    }
    refreshCalls(last);
    dispatcher.accept(plans);
    dispatcher.advance();
    for (const { event, call } of events) options.emit(event, call);
  }

  function observe({ at, content, before, observation }: ObservationInput): void {
    seen = { at, content, before };
    agentName = observation.agent.name;
    handle(tracker.observe(observation));
  }

  function hear(input: DialerInput): void {
    if (!merge.take(input)) return;
    trace.add(traceDialerMessage(input.message, input.at));
    handle(tracker.signal(input.signal));
  }

  function dismiss(callKey: string): void {
    if (live.has(callKey)) return;
    ended = ended.filter((call) => call.callKey !== callKey);
    dispatcher.dismiss(callKey);
  }

  refreshCalls(new Map());

  return {
    resume: (reconnected = false) => (reconnected ? dispatcher.wake() : dispatcher.advance()),
    take(input) {
      if (input.kind === 'dialer') hear(input);
      else observe(input);
    },
    command(command, tab) {
      if (command.kind === 'retry-action') dispatcher.retry(command.key);
      else if (command.kind === 'dismiss-call') dismiss(command.callKey);
      else if (command.kind === 'choose-match') dispatcher.choose(command.key, command.recordId, tab);
      else dispatcher.openOffer(command.key, tab);
    },
    calls() {
      const shown = [...live.values(), ...ended];
      const keys = new Set(shown.map(({ callKey }) => callKey));
      const unfinished = new Set(dispatcher.state().plans.map(({ callKey }) => callKey));
      const older = dispatcher.calls().filter(({ callKey }) => unfinished.has(callKey) && !keys.has(callKey));
      return [...live.values(), ...older, ...ended];
    },
    actionsOf: (callKey) => dispatcher.actionsOf(callKey),
    seen: () => seen,
    isOver: (callKey) => !live.has(callKey),
    matchOf: dispatcher.matchOf,
    interactionOf: dispatcher.interactionOf,
    warnings: () => [...dispatcher.warnings(), ...unmatched.warnings()],
    stop: () => dispatcher.stop(),
  };
}
