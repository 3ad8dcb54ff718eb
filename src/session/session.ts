import type { PublishedMessage } from '../dispatch/dispatch-context.ts';
import { readDialerMessage } from '../dialer/read-dialer-message.ts';
import { traceDialerReading } from '../dialer/trace-dialer-reading.ts';
import { describeError } from '../errors.ts';
import type { ResolveAction } from '../model/action-request.ts';
import type { CallView } from '../model/call-view.ts';
import type { CtiEvent } from '../model/cti-event.ts';
import type { AgentObservation } from '../model/observation.ts';
import type { Stop } from '../model/ports.ts';
import type {
  CcpStatus,
  ConfigurationProblem,
  SoftphoneCommand,
  SoftphoneView,
} from '../model/softphone-view.ts';
import type { TraceEntry } from '../model/trace-entry.ts';
import type { Rule } from '../rules/rule.ts';
import { explain } from '../trace/explain.ts';
import { exportTrace } from '../trace/export-trace.ts';
import { mergeTraces } from '../trace/merge-traces.ts';
import { createTraceLog } from '../trace/trace-log.ts';
import { plainCopy } from '../trace/plain-copy.ts';
import { traceDialerMessage, traceObservation } from '../trace/trace-lines.ts';
import { buildCards } from './build-cards.ts';
import { createCcpPeers } from './ccp-peers.ts';
import { createFocus } from './focus.ts';
import { createHeardMessages } from './heard-messages.ts';
import { TAB_LAG_MS, createInputLog } from './input-log.ts';
import type { DialerInput, ObservationMark } from './input.ts';
import { createLeader } from './leader.ts';
import type { Leader } from './leader.ts';
import { createLeaderWatch } from './leader-watch.ts';
import { createListeners } from './listeners.ts';
import { createObservationFilter } from './observation-filter.ts';
import { createPageOpener } from './page-opener.ts';
import { createSessionStore, partitionName } from './session-store.ts';
import type { Partition } from './session-store.ts';
import type { SoftphonePorts } from './softphone-ports.ts';
import type { SoftphoneSettings } from './softphone-settings.ts';
import type { Softphone } from './softphone.ts';
import { createTabLink } from './tab-link.ts';
import { warmUp } from './warm-up.ts';

/** While the CCP loads. */
const WARM_UP_MS = 50;
const LOCK_PREFIX = 'paceline/leader/';
const SILENT_LEADER =
  'The tab that opens records and writes call logs does not answer. If it stays silent, this tab takes over within 30 seconds; close the other tab if it hangs.';

export interface SessionOptions {
  readonly settings: SoftphoneSettings;
  readonly refusal: string | null;
  readonly problems: readonly ConfigurationProblem[];
  readonly rules: readonly Rule[];
  readonly resolve: ResolveAction;
  readonly partition: Partition;
  readonly ports: SoftphonePorts;
  readonly tabId: string;
}

type Role = SoftphoneView['role'];

/** One softphone's life in one tab: it waits for leadership, leads, or shows what the leader shows. */
export function createSession(options: SessionOptions): Softphone {
  const { settings, ports, tabId } = options;
  const { clock, ids, runner } = ports;
  const trace = createTraceLog();
  const store = createSessionStore(ports.store, clock, options.partition, tabId);
  const link = createTabLink(ports.tabs, tabId, partitionName(options.partition));
  const focus = createFocus(clock, link);
  const openPage = createPageOpener({
    clock,
    ids,
    link,
    focus,
    runner,
    allowedHosts: settings.allowedHosts,
  });
  const filter = createObservationFilter();
  const inputs = createInputLog();
  const heardMessages = createHeardMessages();
  const peers = createCcpPeers(link, handOverIfWorse);
  const watch = createLeaderWatch({
    clock,
    ids,
    link,
    isNeeded: () => !stopped && leader === null && (inputs.hasUnseen() || (latest?.contacts.length ?? 0) > 0),
    changed,
    takeOver,
  });
  const complain = (error: unknown): void =>
    trace.add({
      at: clock.now(),
      kind: 'diagnostic',
      callKey: null,
      text: `A listener failed: ${describeError(error)}`,
    });
  const viewListeners = createListeners<[SoftphoneView]>(complain);
  const eventListeners = createListeners<[CtiEvent, CallView]>(complain);
  const messageListeners = createListeners<[PublishedMessage]>(complain);

  let role: Role = 'starting';
  let leader: Leader | null = null;
  let stopLock: Stop = () => undefined;
  let stopped = false;
  let ccp: CcpStatus =
    options.refusal === null
      ? { kind: 'loading', at: clock.now(), text: '' }
      : { kind: 'not-configured', at: clock.now(), text: options.refusal };
  let latest: AgentObservation | null = null;
  let tetherStatus: string | null = null;
  let messages = 0;
  let behind: { readonly seen: ObservationMark | null } | null = null;
  let stopWaiting: Stop = () => undefined;
  let stopWarmUp: Stop = () => undefined;
  let stopReconnect: Stop = () => undefined;
  let leaderView: SoftphoneView | null = null;
  let view: SoftphoneView | null = null;

  function buildView(): SoftphoneView {
    const own = {
      role,
      ccp,
      agentName: latest?.agent.name ?? null,
      agentState: latest?.agent.state ?? null,
      tetherStatus: tetherStatus ?? leaderView?.tetherStatus ?? null,
      problems: options.problems,
    };
    if (leader === null) {
      const warnings = leaderView?.warnings ?? [];
      const cards = leaderView?.cards ?? [];
      return { ...own, cards, warnings: watch.isSilent() ? [...warnings, SILENT_LEADER] : warnings };
    }
    return {
      ...own,
      cards: buildCards(leader, trace),
      warnings: [...store.warnings(), ...leader.warnings()],
    };
  }

  function currentView(): SoftphoneView {
    view ??= buildView();
    return view;
  }

  function changed(): void {
    if (stopped) return;
    view = null;
    if (leader !== null && link.hasOthers()) link.post({ type: 'view', view: currentView() });
    viewListeners.notify(currentView());
  }

  function lead(): void {
    if (stopped || leader !== null) return;
    role = 'leader';
    leaderView = null;
    const saved = store.load();
    trace.restore(saved?.trace ?? []);
    leader = createLeader({
      clock,
      ids,
      runner,
      open: openPage,
      resolve: options.resolve,
      rules: options.rules,
      settings,
      saved,
      trace,
      save(session) {
        if (!store.save(session)) clock.setTimer(0, stepDown);
      },
      changed,
      emit: eventListeners.notify,
      publish: messageListeners.notify,
    });
    focus.ask();
    link.post({ type: 'alive', seen: saved?.seen ?? null });
    leader.resume();
    behind = { seen: saved?.seen ?? null };
    catchUp(inputs.dialerInputs(), false);
    if (behind === null) return;
    filter.forget();
    stopWaiting = clock.setTimer(TAB_LAG_MS, () => catchUp([], true));
  }

  /** The leader before may have seen more than this tab has so far: until it has, its observations wait. */
  function catchUp(heard: readonly DialerInput[], late: boolean): void {
    if (leader === null) return;
    const missed = behind === null ? [] : inputs.observationsAfter(behind.seen, late);
    if (missed.length > 0) behind = null;
    for (const input of [...missed, ...heard].sort((one, other) => one.at - other.at)) leader.take(input);
  }

  const queueForLock = (steal = false): void => {
    stopLock = ports.lock.hold(LOCK_PREFIX + partitionName(options.partition), lead, {
      steal,
      lost: stepDown,
    });
  };

  /** This tab leads no longer, and waits its turn again. */
  function stepDown(): void {
    if (leader === null || stopped) return;
    leaderView = currentView();
    leader.stop();
    leader = null;
    stopWaiting();
    role = 'follower';
    stopLock();
    queueForLock();
    link.post({ type: 'hello' });
    watch.update();
    changed();
  }

  /** The server's ledger makes it safe: what the silent tab may still write, is written once. */
  function takeOver(): void {
    store.takeOver();
    stopLock();
    queueForLock(true);
  }

  /** A leader that hears of no calls makes way for a tab that does. */
  function handOverIfWorse(): void {
    if (peers.isWorse()) stepDown();
  }

  function observe(observation: AgentObservation): void {
    const input = stopped ? null : filter.news(observation);
    if (input === null) return;
    latest = observation;
    trace.add(traceObservation(observation));
    inputs.add(input);
    if (leader === null) {
      changed();
      watch.update();
      return;
    }
    inputs.acknowledge(input);
    if (behind === null) leader.take(input);
    else catchUp([], false);
  }

  function signalDialer(raw: unknown): void {
    if (stopped) return;
    const at = clock.now();
    const message = plainCopy(raw);
    const reading = readDialerMessage(raw, at);
    if (reading.kind !== 'signal') trace.add(traceDialerMessage(message, at));
    traceDialerReading(reading, at).forEach(trace.add);
    if (reading.kind !== 'signal') return;
    const { signal } = reading;
    messages += 1;
    link.post({ type: 'dialer', number: messages, signal, message, acted: leader !== null });
    hear({ kind: 'dialer', at, from: tabId, number: messages, signal, message });
  }

  /** Of the dialler's messages, those of all tabs count: its page may speak in only one of them. */
  function hear(input: DialerInput): void {
    heardMessages.take(input);
    const { signal } = input;
    if (signal.kind === 'tether') tetherStatus = signal.status;
    inputs.add(input);
    leader?.take(input);
    if (signal.kind === 'tether') changed();
  }

  function command(request: SoftphoneCommand, tab: string): void {
    if (leader !== null) leader.command(request, tab);
    else if (tab === tabId) link.post({ type: 'command', command: request });
  }

  /** What only the leader knows of the calls; nothing while this tab leads. */
  function leaderLines(): readonly TraceEntry[] {
    return leader === null ? (leaderView?.cards.flatMap(({ timeline }) => timeline) ?? []) : [];
  }

  function wholeTrace(): readonly TraceEntry[] {
    return mergeTraces(mergeTraces(trace.all(), heardMessages.lines()), leaderLines());
  }

  link.listen((message, from) => {
    if (message.type === 'hello' && leader !== null) link.post({ type: 'view', view: currentView() });
    else if (message.type === 'ping' && leader !== null) link.post({ type: 'alive', seen: leader.seen() });
    else if (message.type === 'alive' && leader === null) {
      if (message.seen !== null) inputs.acknowledge(message.seen);
      watch.heard();
    } else if (message.type === 'who' && leader === null) link.post({ type: 'hello' });
    else if (message.type === 'command') command(message.command, from);
    else if (message.type === 'dialer') {
      const { number, signal } = message;
      const input: DialerInput = {
        kind: 'dialer',
        at: signal.at,
        from,
        number,
        signal,
        message: message.message,
      };
      if (message.acted === true && leader !== null) heardMessages.take(input);
      else hear(input);
    } else if (message.type === 'view' && leader === null) {
      role = 'follower';
      leaderView = message.view;
      changed();
    }
  });

  return {
    settings,
    start() {
      if (stopped) return;
      link.post({ type: 'hello' });
      queueForLock();
      stopReconnect = ports.onReconnect?.(() => leader?.resume(true)) ?? stopReconnect;
      stopWarmUp = clock.setTimer(WARM_UP_MS, () => warmUp(settings, options.rules, options.resolve));
    },
    stop() {
      if (stopped) return;
      link.post({ type: 'bye' });
      stopped = true;
      watch.stop();
      leader?.stop();
      stopWaiting();
      stopWarmUp();
      stopReconnect();
      stopLock();
      link.stop();
      viewListeners.clear();
      eventListeners.clear();
      messageListeners.clear();
    },
    observe,
    signalDialer,
    ccpStatus(status) {
      if (options.refusal !== null) return;
      if (stopped) return;
      ccp = status;
      const text = status.text === '' ? `The CCP is ${status.kind}.` : status.text;
      trace.add({ at: status.at, kind: 'status', callKey: null, text });
      changed();
      peers.report(status.kind);
      handOverIfWorse();
    },
    trace(entry: TraceEntry) {
      trace.add(entry);
      if (entry.callKey !== null) changed();
    },
    focused: focus.focused,
    typed: focus.typed,
    command: (request) => command(request, tabId),
    view: currentView,
    subscribe: viewListeners.add,
    subscribeEvents: eventListeners.add,
    subscribeMessages: messageListeners.add,
    exportTrace: (callKey) =>
      exportTrace({ all: wholeTrace }, settings.events, {
        callKey,
        known: currentView().cards.map(({ call, match, actions }) => ({
          call,
          match,
          matches: actions.map(({ matches }) => matches),
        })),
      }),
    explain(actionKey) {
      const ofCalls = trace.all().filter(({ callKey }) => callKey !== null);
      const shown = currentView().cards.flatMap(({ actions }) => actions);
      return explain(
        mergeTraces(ofCalls, leaderLines()),
        actionKey,
        shown.find(({ key }) => key === actionKey),
      );
    },
  };
}
