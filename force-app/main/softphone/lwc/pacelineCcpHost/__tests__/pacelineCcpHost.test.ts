import { loadScript } from 'lightning/platformResourceLoader';
import type { AgentObservation, CcpStatus, TraceEntry } from 'c/pacelineCore';
import { createCcpEngine } from '../../../../../../src/simulator/index.ts';
import { createCountingIds, START } from '../../../../../../test/support/ccp-clock.ts';
import {
  installFrames,
  loadStreamsInWindow,
  watchConsole,
} from '../../../../../../test/support/ccp-frames.ts';
import type { SimulatedFrames } from '../../../../../../test/support/ccp-frames.ts';
import { find, mount, record, settle, unmountAll } from '../../../../../test/support/mount.ts';
import PacelineCcpHost from '../pacelineCcpHost.ts';
import type { CcpConnection } from '../pacelineCcpHost.ts';

const CONNECTION: CcpConnection = {
  ccpUrl: 'https://ccp.example.com/ccp-v2/',
  loginUrl: null,
  region: 'us-east-1',
  ccpLoadTimeoutMs: 15_000,
};

type Host = HTMLElement & { connection: CcpConnection | undefined; retry(): void };

const loadScriptMock = jest.mocked(loadScript);
let frames: SimulatedFrames;
let lines: string[];

const pass = async (milliseconds: number): Promise<void> => {
  await jest.advanceTimersByTimeAsync(milliseconds);
  await settle();
};

async function open(connection: CcpConnection | undefined) {
  let statuses: CcpStatus[] = [];
  let observations: AgentObservation[] = [];
  let traces: TraceEntry[] = [];
  const host = (await mount('c-paceline-ccp-host', PacelineCcpHost, { connection }, (element) => {
    statuses = record(element, 'status');
    observations = record(element, 'observation');
    traces = record(element, 'trace');
  })) as Host;
  return { host, observations, statuses, traces, kinds: () => statuses.map(({ kind }) => kind) };
}

beforeEach(() => {
  jest.useFakeTimers({ now: START });
  lines = watchConsole();
  const clock = {
    now: () => Date.now(),
    setTimer(delayMs: number, run: () => void) {
      const handle = setTimeout(run, delayMs);
      return () => clearTimeout(handle);
    },
  };
  frames = installFrames(createCcpEngine({ clock, ids: createCountingIds() }));
  Reflect.deleteProperty(window, 'connect');
  loadScriptMock.mockReset().mockImplementation(() => {
    loadStreamsInWindow();
    return Promise.resolve();
  });
});

afterEach(() => {
  expect(lines).toEqual([]);
  unmountAll();
  frames.uninstall();
  jest.restoreAllMocks();
  jest.useRealTimers();
});

describe('c-paceline-ccp-host', () => {
  it('loads Streams and the CCP, and reports what Streams shows', async () => {
    const { host, kinds, observations, traces } = await open(CONNECTION);
    await pass(2000);
    expect(kinds()).toEqual(['loading', 'connecting', 'ready']);
    expect(observations.map(({ agent, contacts }) => [agent.state, contacts])).toEqual([['Available', []]]);
    expect(traces.map(({ kind, data }) => [kind, data])).toEqual([
      ['status', { status: 'loading' }],
      ['status', { status: 'connecting' }],
      ['status', { status: 'ready' }],
    ]);
    expect(frames.present().map((frame) => frame.src)).toEqual([CONNECTION.ccpUrl]);
    expect(find(host, '.paceline-ccp').contains(frames.present()[0] ?? null)).toBe(true);
  });

  it('waits for a connection, with the library loaded', async () => {
    const { host, kinds } = await open(undefined);
    await pass(1000);
    expect(loadScriptMock).toHaveBeenCalledTimes(1);
    expect(frames.present()).toEqual([]);
    host.connection = CONNECTION;
    await pass(2000);
    expect(kinds().at(-1)).toBe('ready');
    expect(frames.present()).toHaveLength(1);
  });

  it('never has more than one frame, however often it is retried', async () => {
    frames.answering = false;
    const { host, kinds } = await open(CONNECTION);
    await pass(16_000);
    expect(kinds().at(-1)).toBe('unreachable');
    for (let attempt = 0; attempt < 3; attempt += 1) {
      host.retry();
      await pass(16_000);
      expect(frames.present()).toHaveLength(1);
    }
    frames.answering = true;
    host.retry();
    await pass(2000);
    expect(kinds().at(-1)).toBe('ready');
    expect(frames.present()).toHaveLength(1);
  });

  it('leaves no frame behind when it goes', async () => {
    const { host } = await open(CONNECTION);
    await pass(2000);
    const container = find(host, '.paceline-ccp');
    host.remove();
    await settle();
    expect(container.children).toHaveLength(0);
    expect(frames.present()).toEqual([]);
  });

  it('starts anew when it is put on the page again', async () => {
    const { host, kinds } = await open(CONNECTION);
    await pass(2000);
    host.remove();
    await settle();
    document.body.append(host);
    await pass(2000);
    expect(kinds().at(-1)).toBe('ready');
    expect(frames.present()).toHaveLength(1);
  });

  it.each([
    ['cannot be loaded', () => Promise.reject(new Error('404'))],
    ['defines nothing', () => Promise.resolve()],
  ])('says so when the library %s, and loads it again on retry', async (_name, load) => {
    loadScriptMock.mockImplementationOnce(load);
    const { host, statuses, kinds } = await open(CONNECTION);
    expect(statuses).toEqual([{ kind: 'unreachable', at: START, text: 'c.Paceline_Streams_Failed' }]);
    host.retry();
    await pass(2000);
    expect(kinds().at(-1)).toBe('ready');
    expect(frames.present()).toHaveLength(1);
  });

  it('says nothing of a library that fails after the host is gone', async () => {
    let fail = (): void => undefined;
    loadScriptMock.mockImplementationOnce(
      () => new Promise((_resolve, reject) => (fail = () => reject(new Error('late')))),
    );
    const { host, statuses } = await open(CONNECTION);
    host.remove();
    fail();
    await settle();
    expect(statuses).toEqual([]);
  });
});
