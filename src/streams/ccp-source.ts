import { describeError } from '../errors.ts';
import type { AgentObservation } from '../model/observation.ts';
import type { Stop } from '../model/ports.ts';
import type { CcpStatusKind } from '../model/softphone-view.ts';
import type { CcpSource, CcpSourceOptions } from './ccp-source-options.ts';
import { checkCcpUrl } from './check-ccp-url.ts';
import { observeAgent, observeSkew } from './observe-agent.ts';
import { ACCESS_DENIED, FRAME_TAKEN, notStarted, statusText } from './status-texts.ts';
import { openSession } from './streams-session.ts';
import type { StreamsSession } from './streams-session.ts';
import type { StreamsAgent } from './streams-port.ts';

const LOAD_TIMEOUT_MS = 15_000;
const RELOAD_MS = 30_000;
const RELOAD_LIMIT = 20;
const WATCHDOG_MS = 6_000;

const nothing: Stop = () => undefined;

/**
 * Runs Streams in a container and turns its updates into observations: one a refresh, whole, in Streams' order.
 * Nothing is thrown out of it; what goes wrong becomes a status for the agent and a line of the trace.
 *
 * There is at most one frame. Until the CCP is first heard of, the frame is reloaded in place every `reloadMs`, which
 * picks up a sign-in made in another tab. Afterwards only `retry` touches it: a frame may carry a call's audio.
 */
export function createCcpSource(options: CcpSourceOptions): CcpSource {
  const { clock, connect, ccpUrl } = options;
  const watchdogMs = options.watchdogMs ?? WATCHDOG_MS;
  let session: StreamsSession | null = null;
  let status: CcpStatusKind | null = null;
  let observation: AgentObservation | null = null;
  let stopTimer: Stop = nothing;

  const trace = (text: string, error: unknown): void => {
    const data = { error: describeError(error) };
    options.onTrace({ at: clock.now(), kind: 'diagnostic', callKey: null, text, data });
  };
  const setStatus = (kind: CcpStatusKind, text = statusText(kind, ccpUrl)): void => {
    if (status === kind) return;
    status = kind;
    const at = clock.now();
    const line = text === '' ? `The CCP is ${kind}.` : text;
    options.onTrace({ at, kind: 'status', callKey: null, text: line, data: { status: kind } });
    options.onStatus({ kind, at, text });
  };
  /** Keeps an exception of ours out of Streams, which would only log it. */
  const guarded =
    (what: string, run: (data: unknown) => void) =>
    (data: unknown): void => {
      try {
        run(data);
      } catch (error) {
        trace(`${what} could not be handled.`, error);
      }
    };
  const setTimer = (delayMs: number, run: () => void): void => {
    stopTimer();
    const guardedRun = guarded('A timer of the CCP', run);
    stopTimer = clock.setTimer(delayMs, () => guardedRun(undefined));
  };

  const reloadLater = (left: number): void => {
    if (left === 0) return;
    setTimer(options.reloadMs ?? RELOAD_MS, () => {
      session?.reloadFrame();
      reloadLater(left - 1);
    });
  };
  const watch = (): void =>
    setTimer(watchdogMs, () => {
      // Timers of a hidden page are slowed down, Streams' keep-alive too: silence counts only after a question.
      session?.probe();
      setTimer(watchdogMs, () => setStatus('lost'));
    });
  const heard = (): void => {
    if (status === 'login-needed') return;
    setStatus(observation === null ? 'connecting' : 'ready');
    watch();
  };
  const observe = (agent: StreamsAgent): void => {
    const seen = observeAgent(agent, clock.now(), observation, (unread) =>
      trace(`Contact ${unread.contactId ?? 'without an id'} could not be read.`, unread.error),
    );
    const next = { ...seen, ...observeSkew(connect) };
    observation = next;
    if (status === 'login-needed') status = null;
    heard();
    options.onObservation(next);
  };
  const loggedOut = (text?: string): void => {
    setStatus('login-needed', text);
    stopTimer();
    if (observation === null || observation.contacts.length === 0) {
      reloadLater(options.reloadLimit ?? RELOAD_LIMIT);
    }
  };

  const handlers = {
    acknowledge: guarded('An acknowledgement of the CCP', heard),
    'agent::refresh': guarded('An update of the CCP', (agent) => observe(agent as StreamsAgent)),
    terminated: guarded('The end of the session', () => loggedOut()),
    auth_fail: guarded('A failed sign-in', () => loggedOut()),
    access_denied: guarded('A refused sign-in', () => loggedOut(ACCESS_DENIED)),
  };

  const sessionOptions = {
    connect,
    container: options.container,
    ccpUrl,
    ...(options.loginUrl === undefined ? {} : { loginUrl: options.loginUrl }),
    ...(options.region === undefined ? {} : { region: options.region }),
  };
  const open = (): void => {
    const problem = checkCcpUrl(ccpUrl);
    if (problem !== null) {
      setStatus('not-configured', problem);
      return;
    }
    setStatus('loading');
    try {
      session = openSession({ ...sessionOptions, handlers });
    } catch (error) {
      trace('Amazon Connect Streams could not be started.', error);
      setStatus('unreachable', notStarted(describeError(error)));
      return;
    }
    if (session === null) {
      setStatus('unreachable', FRAME_TAKEN);
      return;
    }
    setTimer(options.loadTimeoutMs ?? LOAD_TIMEOUT_MS, () => {
      setStatus('unreachable');
      reloadLater(options.reloadLimit ?? RELOAD_LIMIT);
    });
  };
  const close = (): void => {
    stopTimer();
    stopTimer = nothing;
    const ending = session;
    session = null;
    observation = null;
    ending?.close();
  };
  const start = guarded('The start of Amazon Connect Streams', open);

  return {
    start() {
      if (session === null) start(undefined);
    },
    retry() {
      guarded('The end of Amazon Connect Streams', close)(undefined);
      status = null;
      start(undefined);
    },
    stop() {
      guarded('The end of Amazon Connect Streams', close)(undefined);
      setStatus('stopped');
    },
  };
}
