import { describeError } from '../errors.ts';
import type { ActionRunner } from '../model/action-runner.ts';
import type { ResolveAction } from '../model/action-request.ts';
import type { RecordMatch } from '../model/apex-contract.ts';
import type { CallView } from '../model/call-view.ts';
import type { ActionOutcome } from '../model/outcome.ts';
import type { ActionPlan, PlannedAction } from '../model/plan.ts';
import type { Clock, Ids, Stop } from '../model/ports.ts';
import type { ActionView } from '../model/softphone-view.ts';
import type { DispatchContext, Launch, OpenPage, PublishedMessage } from './dispatch-context.ts';
import { OPEN_WITHIN_MS } from './dispatch-context.ts';
import { newOutboxAction } from './outbox.ts';
import type { OutboxAction, OutboxPlan, OutboxState } from './outbox.ts';
import { createOutboxBook } from './outbox-book.ts';
import { FAILED_CALLS } from './resume-outbox.ts';
import type { GivenUp } from './resume-outbox.ts';
import { startPublish } from './run-publish.ts';
import { startOpen } from './run-open.ts';
import { chooseMatch, expireChoice, startLookUp } from './run-screen-pop.ts';
import { startWrites } from './run-writes.ts';
import { nextDue, selectReady } from './select-ready.ts';
import type { PlanAction } from './select-ready.ts';
import { leaveUndone, refuse, reopen } from './settle.ts';
import { canRetry, outcomeOf, viewAction } from './view-action.ts';

/** More unfinished actions than these are refused, aloud: then something else is wrong. */
export const OUTBOX_LIMIT = 300;
/** The longest wait of one timer: an overflow of the browser's own limit would fire at once, again and again. */
const LONGEST_TIMER_MS = 60 * 60 * 1000;
const NAMED_CALLS = 3;

export interface DispatcherOptions {
  readonly clock: Clock;
  readonly ids: Ids;
  /** Names the browser that counts the offers at the end of call keys. */
  readonly browser: string;
  readonly runner: Pick<ActionRunner, 'lookUp' | 'apply'>;
  readonly open: OpenPage;
  readonly resolve: ResolveAction;
  /** An outbox that was stored; what was interrupted is resumed at the first `advance`. */
  readonly saved: OutboxState | null;
  readonly isLive: (callKey: string) => boolean;
  /** Stores `state()` now, synchronously; called before any effect. */
  readonly persist: () => void;
  /** What `state()` shows may have changed; called after the effects were started, which come first. */
  readonly advanced: () => void;
  readonly onOutcome: (
    outcome: ActionOutcome,
    planned: PlannedAction,
    callKey: string,
    notes: readonly string[],
  ) => void;
  readonly publish: (message: PublishedMessage) => void;
}

/** Runs planned actions once, in order for each call. */
export interface Dispatcher {
  /** Takes plans in without starting anything; actions whose keys are known already are left out. */
  accept(plans: readonly ActionPlan[]): void;
  /** True for the key of an action that was taken in before. */
  knows(key: string): boolean;
  /** Starts what is ready: marks it, has it stored, then lets the effects happen. */
  advance(): void;
  retry(key: string): void;
  choose(key: string, recordId: string | null, tab: string | null): void;
  openOffer(key: string, tab: string | null): void;
  /** The agent leaves undone what failed in a call that is over. */
  dismiss(callKey: string): void;
  /** The connection is back: what waits for its next attempt need not wait. */
  wake(): void;
  state(): OutboxState;
  actionsOf(callKey: string): readonly ActionView[];
  /** The record that the call's look-up settled on, found or chosen. */
  matchOf(callKey: string): RecordMatch | null;
  /** Id of the call's interaction record; null until it exists. */
  interactionOf(callKey: string): string | null;
  /** Calls with actions, as they were at their last event. */
  calls(): readonly CallView[];
  warnings(): readonly string[];
  stop(): void;
}

const hasStatus =
  (status: OutboxAction['status']) =>
  (action: OutboxAction): boolean =>
    action.status === status;

const count = (actions: number): string => (actions === 1 ? '1 action was' : `${actions} actions were`);

function describeRefused(refused: number): readonly string[] {
  if (refused === 0) return [];
  return [
    `${count(refused)} not taken in, because ${OUTBOX_LIMIT} are unfinished already. Check the connection to Salesforce and the failed actions.`,
  ];
}

const GIVEN_UP: Readonly<Record<GivenUp['why'], string>> = {
  'too-old': ' after 24 hours',
  'too-many': `, because more than ${FAILED_CALLS} calls had failed actions`,
};

function describeGivenUp(lost: readonly GivenUp[]): readonly string[] {
  return (['too-old', 'too-many'] as const).flatMap((why) => {
    const plans = lost.filter((one) => one.why === why);
    if (plans.length === 0) return [];
    const actions = plans.reduce((sum, plan) => sum + plan.actions.length, 0);
    const calls = [...new Set(plans.map(({ plan }) => plan.call.phoneNumber ?? plan.call.callId))];
    const others = calls.length > NAMED_CALLS ? ` and ${calls.length - NAMED_CALLS} more` : '';
    const named = calls.slice(-NAMED_CALLS).join(', ');
    return [`${count(actions)} given up${GIVEN_UP[why]}. Complete by hand the calls with ${named}${others}.`];
  });
}

export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { clock, persist } = options;
  const book = createOutboxBook(options.saved, options.isLive);
  let stopped = false;
  let stopTimer: Stop = () => undefined;
  let refused = 0;
  const lost: GivenUp[] = [];

  const changed = ({ plan, action }: PlanAction, notes: readonly string[]): void =>
    options.onOutcome(outcomeOf(action, clock.now()), action.planned, plan.callKey, notes);

  const ctx: DispatchContext = {
    clock,
    ids: options.ids,
    browser: options.browser,
    runner: options.runner,
    open: options.open,
    resolve: options.resolve,
    publish: options.publish,
    linksOf: book.linksOf,
    plansOf: book.plansOf,
    changed,
    advance,
    stopped: () => stopped,
  };

  /** What goes wrong in an action is that action's failure: the other actions and calls go on. */
  function start(batch: readonly PlanAction[]): Launch | null {
    try {
      return begin(batch);
    } catch (error) {
      for (const item of batch) refuse(ctx, item, `Paceline cannot run this action: ${describeError(error)}`);
      return null;
    }
  }

  function begin(batch: readonly PlanAction[]): Launch | null {
    const [first] = batch;
    if (first === undefined) return null;
    if (first.action.step === 'open') return startOpen(ctx, first);
    if (first.action.planned.action.type === 'screen-pop') return startLookUp(ctx, first);
    if (first.action.planned.action.type === 'publish') return startPublish(ctx, first);
    return startWrites(ctx, batch);
  }

  function startCall(callKey: string): Launch[] {
    const now = clock.now();
    for (const plan of book.plansOf(callKey)) {
      for (const action of plan.actions) {
        const { status, waitUntil } = action;
        if (status === 'waiting' && waitUntil !== null && waitUntil <= now)
          expireChoice(ctx, { plan, action });
      }
    }
    const launches: Launch[] = [];
    for (;;) {
      const batch = selectReady(book.plansOf(callKey), book.linksOf(callKey), now);
      if (batch.length === 0) return launches;
      const launch = start(batch);
      if (launch !== null) launches.push(launch);
    }
  }

  function schedule(): void {
    stopTimer();
    const now = clock.now();
    const due = nextDue(book.plans(), now);
    stopTimer =
      due === null
        ? () => undefined
        : clock.setTimer(Math.min(LONGEST_TIMER_MS, Math.max(0, due - now)), advance);
  }

  function advance(): void {
    if (stopped) return;
    for (const given of book.prune(clock.now())) {
      lost.push(given);
      for (const action of given.actions) {
        action.status = 'failed';
        action.text = `It was given up${GIVEN_UP[given.why]}.`;
        changed({ plan: given.plan, action }, []);
      }
    }
    const launches = book.callKeys().flatMap(startCall);
    persist();
    schedule();
    for (const launch of launches) launch();
    if (!stopped) options.advanced();
  }

  function toOutbox(plan: ActionPlan): OutboxPlan {
    const { callKey, event, call, agentName } = plan;
    const fresh = plan.actions.filter(({ key }) => book.find(key) === undefined);
    const room = Math.max(0, OUTBOX_LIMIT - book.unfinishedCount());
    const tooMany = fresh.slice(room);
    refused += tooMany.length;
    for (const planned of tooMany) {
      const action = newOutboxAction(planned);
      action.status = 'failed';
      action.text = `Too many actions are unfinished (${OUTBOX_LIMIT}), so this one was not taken in.`;
      options.onOutcome(outcomeOf(action, clock.now()), planned, callKey, []);
    }
    const actions = fresh.slice(0, room).map((planned) => newOutboxAction(planned));
    return { callKey, event, call, agentName, acceptedAt: clock.now(), actions };
  }

  function withItem(
    key: string,
    isWanted: (action: OutboxAction) => boolean,
    run: (item: PlanAction) => void,
  ): void {
    const item = book.find(key);
    if (item === undefined || !isWanted(item.action) || stopped) return;
    run(item);
    advance();
  }

  return {
    advance,
    state: book.state,
    accept(plans) {
      for (const plan of plans) {
        const links = book.linksOf(plan.callKey);
        if (['acw', 'dropped', 'missed'].includes(plan.event.event)) links.over = true;
        if (plan.call.answered) links.answered = true;
        const accepted = toOutbox(plan);
        if (accepted.actions.length === 0) continue;
        book.add(accepted);
        for (const action of accepted.actions) changed({ plan: accepted, action }, []);
      }
    },
    knows: book.knows,
    retry: (key) => withItem(key, canRetry, (item) => reopen(ctx, item, clock.now() + OPEN_WITHIN_MS)),
    choose: (key, recordId, tab) =>
      withItem(key, hasStatus('waiting'), (item) => chooseMatch(ctx, item, recordId, tab)),
    openOffer: (key, tab) =>
      withItem(key, hasStatus('offered'), (item) => {
        item.action.openInTab = tab;
        reopen(ctx, item, clock.now() + OPEN_WITHIN_MS);
      }),
    dismiss(callKey) {
      if (options.isLive(callKey) || stopped) return;
      for (const plan of book.plansOf(callKey)) {
        for (const action of plan.actions.filter(hasStatus('failed'))) leaveUndone(ctx, { plan, action });
      }
      advance();
    },
    wake() {
      const waiting = book.plans().flatMap((plan) => plan.actions.filter(hasStatus('pending')));
      for (const action of waiting) action.notBefore = 0;
      advance();
    },
    actionsOf: (callKey) =>
      book.plansOf(callKey).flatMap((plan) => plan.actions.map((action) => viewAction(action))),
    matchOf: book.matchOf,
    interactionOf: book.interactionOf,
    calls: () => [...new Map(book.plans().map((plan) => [plan.callKey, plan.call])).values()],
    warnings: () => [...describeRefused(refused), ...describeGivenUp(lost)],
    stop() {
      stopped = true;
      stopTimer();
    },
  };
}
