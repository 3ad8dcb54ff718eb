/** @jest-environment jsdom */
import type { AgentObservation } from '../../src/model/observation.ts';
import type { Clock } from '../../src/model/ports.ts';
import type { CcpStatus } from '../../src/model/softphone-view.ts';
import type { TraceEntry } from '../../src/model/trace-entry.ts';
import { createCcpEngine } from '../../src/simulator/index.ts';
import type { CcpEngine } from '../../src/simulator/index.ts';
import type { CcpSource, CcpSourceOptions } from '../../src/streams/ccp-source-options.ts';
import { createCcpSource } from '../../src/streams/ccp-source.ts';
import { createCountingIds, START } from '../support/ccp-clock.ts';
import { installFrames, loadStreamsInWindow, settle, watchConsole } from '../support/ccp-frames.ts';
import type { SimulatedFrames } from '../support/ccp-frames.ts';
import type { RealStreams } from '../support/ccp-streams.ts';

const CCP_URL = 'https://ccp.example/ccp-v2';

/** The page's time, faked by jest: Streams, the engine and the source share it. */
const pageClock: Clock = {
  now: () => Date.now(),
  setTimer(delayMs, run) {
    const id = setTimeout(run, delayMs);
    return () => clearTimeout(id);
  },
};

interface Page {
  readonly engine: CcpEngine;
  readonly frames: SimulatedFrames;
  readonly connect: RealStreams;
  readonly source: CcpSource;
  readonly statuses: CcpStatus[];
  readonly observations: AgentObservation[];
  readonly traces: TraceEntry[];
  kinds(): string[];
}

let page: Page | null = null;

function open(options: Partial<CcpSourceOptions> = {}): Page {
  const engine = createCcpEngine({ clock: pageClock, ids: createCountingIds() });
  const frames = installFrames(engine);
  const connect = loadStreamsInWindow();
  const container = document.createElement('div');
  document.body.replaceChildren(container);
  const statuses: CcpStatus[] = [];
  const observations: AgentObservation[] = [];
  const traces: TraceEntry[] = [];
  const source = createCcpSource({
    connect,
    container,
    ccpUrl: CCP_URL,
    clock: pageClock,
    onObservation: (observation) => observations.push(observation),
    onStatus: (status) => statuses.push(status),
    onTrace: (entry) => traces.push(entry),
    ...options,
  });
  const kinds = (): string[] => statuses.map((status) => status.kind);
  return (page = { engine, frames, connect, source, statuses, observations, traces, kinds });
}

const pass = async (milliseconds: number): Promise<void> => {
  await jest.advanceTimersByTimeAsync(milliseconds);
  await settle();
};

describe('the CCP source on the real library', () => {
  let popups: jest.SpyInstance;
  let lines: string[];

  beforeEach(() => {
    jest.useFakeTimers({ now: START });
    popups = jest.spyOn(window, 'open').mockReturnValue(null);
    lines = watchConsole();
  });

  afterEach(() => {
    expect(popups).not.toHaveBeenCalled();
    expect(lines).toEqual([]);
    page?.source.stop();
    page?.frames.uninstall();
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  it('loads, connects and becomes ready with a first observation', async () => {
    const { source, kinds, observations, frames } = open();
    source.start();
    await settle();
    expect(kinds()).toEqual(['loading', 'connecting', 'ready']);
    expect(observations).toEqual([
      {
        at: START,
        agent: {
          id: expect.stringContaining(':instance/') as string,
          name: 'Robin Example',
          state: 'Available',
        },
        contacts: [],
      },
    ]);
    expect(frames.loads).toEqual([CCP_URL]);
  });

  it('observes one whole update at a time, and absence where a contact was removed', async () => {
    const { source, engine, observations } = open();
    source.start();
    await settle();
    engine.world.offerInbound({ contactId: 'c1' });
    engine.agent.accept();
    engine.agent.hangUp();
    engine.agent.clear();
    await settle();
    const seen = observations.map((o) => [o.agent.state, o.contacts.map((c) => `${c.contactId} ${c.state}`)]);
    expect(seen).toEqual([
      ['Available', []],
      ['PendingBusy', ['c1 connecting']],
      ['Busy', ['c1 connected']],
      ['AfterCallWork', ['c1 ended']],
      ['Available', []],
    ]);
  });

  it("tells by how much Amazon's clock is ahead, which the times of states are from", async () => {
    const { source, engine, observations } = open();
    source.start();
    await settle();
    engine.world.skewClock(-90_000);
    engine.world.offerInbound({ contactId: 'c1' });
    await settle();
    const last = observations.at(-1);
    expect([observations[0]?.skew, last?.skew]).toEqual([undefined, -90_000]);
    expect(last?.contacts[0]?.stateAt).toBe(START - 90_000);
  });

  it('starts once: a second start adds no frame and no subscription', async () => {
    const { source, engine, observations, frames } = open();
    source.start();
    source.start();
    await settle();
    source.start();
    engine.world.publishDuplicate();
    await settle();
    expect(observations.length).toBe(2);
    expect(frames.present().length).toBe(1);
    expect(frames.loads).toEqual([CCP_URL]);
  });

  for (const ccpUrl of ['', '   ', 'ccp-v2', 'http://ccp.example/ccp-v2', 'javascript:alert(1)']) {
    it(`does not give Streams the CCP URL "${ccpUrl}"`, async () => {
      const { source, kinds, statuses, frames } = open({ ccpUrl });
      source.start();
      source.retry();
      await pass(120_000);
      expect(kinds()).toEqual(['not-configured', 'not-configured']);
      expect(statuses[0]?.text).toContain('Ask your administrator');
      expect(frames.present()).toEqual([]);
    });
  }

  it('calls a CCP that never answers unreachable, and reloads the one frame until the limit', async () => {
    const { source, kinds, statuses, frames } = open({ reloadLimit: 3 });
    frames.answering = false;
    source.start();
    await pass(14_999);
    expect(kinds()).toEqual(['loading']);
    await pass(1);
    expect(kinds()).toEqual(['loading', 'unreachable']);
    expect(statuses[1]?.text).toBe(
      "The Contact Control Panel at ccp.example does not answer. Sign in to Amazon Connect in another tab, or have the URL and the instance's approved origins checked; then choose Retry.",
    );
    const [frame] = frames.present();
    for (let minute = 0; minute < 10; minute += 1) {
      await pass(60_000);
      expect(frames.present()).toEqual([frame]);
    }
    expect(frames.loads).toEqual([CCP_URL, CCP_URL, CCP_URL, CCP_URL]);
    expect(kinds()).toEqual(['loading', 'unreachable']);
  });

  it('picks up a sign-in that is made elsewhere, without a click', async () => {
    const { source, kinds, frames } = open();
    frames.answering = false;
    source.start();
    await pass(20_000);
    frames.answering = true;
    await pass(30_000);
    expect(kinds()).toEqual(['loading', 'unreachable', 'connecting', 'ready']);
    expect(frames.loads.length).toBe(2);
    await pass(300_000);
    expect(frames.loads.length).toBe(2);
  });

  it('accepts an answer that comes after it gave up', async () => {
    const { source, kinds, engine } = open();
    engine.world.severLink();
    source.start();
    await pass(16_000);
    engine.world.restoreLink();
    await settle();
    expect(kinds()).toEqual(['loading', 'unreachable', 'connecting', 'ready']);
  });

  it('says that the CCP is lost in mid-call, does not touch the frame, and recovers with the link', async () => {
    const { source, kinds, engine, frames, observations } = open();
    source.start();
    await settle();
    engine.world.offerInbound({ contactId: 'c1' });
    engine.agent.accept();
    await pass(60_000);
    expect(kinds()).toEqual(['loading', 'connecting', 'ready']);
    engine.world.severLink();
    await pass(13_000);
    expect(kinds()).toEqual(['loading', 'connecting', 'ready', 'lost']);
    engine.agent.hangUp();
    await pass(600_000);
    expect(frames.loads).toEqual([CCP_URL]);
    engine.world.restoreLink();
    await settle();
    expect(kinds()).toEqual(['loading', 'connecting', 'ready', 'lost', 'ready']);
    expect(observations.at(-1)?.contacts.map((contact) => contact.state)).toEqual(['ended']);
  });

  it('says that the CCP is lost when its frame was removed by somebody', async () => {
    const { source, kinds, frames, traces } = open();
    source.start();
    await settle();
    frames.present()[0]?.remove();
    await pass(13_000);
    expect(kinds()).toEqual(['loading', 'connecting', 'ready', 'lost']);
    expect(traces.filter((entry) => entry.kind === 'diagnostic')).toEqual([]);
    source.retry();
    await settle();
    expect(kinds()).toEqual(['loading', 'connecting', 'ready', 'lost', 'loading', 'connecting', 'ready']);
  });

  it('counts silence only after its own question: slowed timers of a hidden page are no loss', async () => {
    const { source, kinds, connect, frames } = open();
    source.start();
    await settle();
    const keepalive = connect.core.keepaliveManager as { _deferStart(): void };
    keepalive._deferStart = () => undefined;
    await pass(60_000);
    expect(kinds()).toEqual(['loading', 'connecting', 'ready']);
    expect(frames.present().length).toBe(1);
  });

  for (const kind of ['terminated', 'auth_fail'] as const) {
    it(`asks for a new sign-in after ${kind}, and is ready after it`, async () => {
      const { source, kinds, engine, statuses, frames } = open();
      source.start();
      await settle();
      engine.world.logOut(kind);
      await pass(10_000);
      expect(kinds()).toEqual(['loading', 'connecting', 'ready', 'login-needed']);
      expect(statuses.at(-1)?.text).toBe(
        'Amazon Connect at ccp.example has ended your session. Sign in again, then choose Retry.',
      );
      await pass(20_000);
      expect(kinds()).toEqual(['loading', 'connecting', 'ready', 'login-needed', 'ready']);
      expect(frames.present().length).toBe(1);
    });
  }

  it('leaves the frame alone after a logout while a call is running', async () => {
    const { source, kinds, engine, frames, connect } = open();
    source.start();
    await settle();
    engine.world.offerInbound();
    engine.agent.accept();
    await settle();
    engine.world.logOut();
    await settle();
    engine.world.severLink();
    await pass(300_000);
    const { iframeRefreshTimeout } = connect.core as unknown as { iframeRefreshTimeout: unknown };
    expect(iframeRefreshTimeout).toBe(null);
    expect(kinds().at(-1)).toBe('login-needed');
    expect(frames.loads).toEqual([CCP_URL]);
  });

  for (const when of ['before the first answer', 'when ready', 'when lost', 'when unreachable'] as const) {
    it(`retries ${when} with one frame and one subscription`, async () => {
      const { source, kinds, engine, frames, observations, connect } = open();
      frames.answering = when === 'when ready' || when === 'when lost';
      source.start();
      await pass(when === 'when unreachable' ? 100_000 : 2_000);
      if (when === 'when lost') engine.world.severLink();
      await pass(when === 'when lost' ? 20_000 : 0);
      frames.answering = true;
      engine.world.restoreLink();
      await settle();
      for (let count = 0; count < 3; count += 1) {
        source.retry();
        await settle();
        expect(frames.present().length).toBe(1);
      }
      expect(kinds().slice(-3)).toEqual(['loading', 'connecting', 'ready']);
      expect(engine.view().pages).toBe(1);
      const before = observations.length;
      engine.world.offerInbound({ contactId: 'c9' });
      await settle();
      expect(observations.length).toBe(before + 1);
      await pass(900_000);
      expect(frames.present().length).toBe(1);
      expect(kinds().at(-1)).toBe('ready');
      new connect.Agent().getContacts()[0]?.accept();
      await settle();
      expect(engine.view().contacts[0]?.state).toBe('connected');
    });
  }

  it('stops: no frame, no observation, no timer that speaks', async () => {
    const { source, kinds, engine, frames, observations } = open();
    source.start();
    await settle();
    source.stop();
    const before = observations.length;
    engine.world.offerInbound();
    await pass(300_000);
    expect(frames.present()).toEqual([]);
    expect(observations.length).toBe(before);
    expect(kinds()).toEqual(['loading', 'connecting', 'ready', 'stopped']);
  });

  it('says so when the page has another CCP already', async () => {
    const { source, statuses, connect, frames } = open();
    const other = document.createElement('div');
    document.body.append(other);
    connect.getLog().setEchoLevel('CRITICAL');
    connect.core.initCCP(other, {
      ccpUrl: CCP_URL,
      loginPopup: false,
      loginOptions: { disableAuthPopupAfterLogout: true },
      ccpLoadTimeout: 60_000,
      softphone: { allowFramedSoftphone: true },
    });
    source.start();
    await settle();
    expect(statuses.at(-1)).toEqual({
      kind: 'unreachable',
      at: START,
      text: 'Another softphone on this page uses Amazon Connect already. Remove one of them, then reload the page.',
    });
    expect(frames.present().length).toBe(1);
  });

  it('keeps exceptions of its own side out of Streams', async () => {
    const { source, traces, kinds } = open({
      onObservation() {
        throw new Error('broken consumer');
      },
    });
    source.start();
    await settle();
    expect(kinds()).toEqual(['loading', 'connecting', 'ready']);
    expect(traces.filter((entry) => entry.kind === 'diagnostic')).toEqual([
      {
        at: START,
        kind: 'diagnostic',
        callKey: null,
        text: 'An update of the CCP could not be handled.',
        data: { error: 'broken consumer' },
      },
    ]);
  });

  it('answers the preview methods over the SDK channel, also after a retry', async () => {
    const { source, connect, engine } = open();
    source.start();
    await settle();
    source.retry();
    await settle();
    engine.world.offerPreview({ contactId: 'p1', autoDialTimeout: 20, canDiscardPreview: false });
    await settle();
    const contact = new connect.Agent().getContacts()[0];
    const mode = contact?.isPreviewMode();
    const configuration = contact?.getPreviewConfiguration();
    await settle();
    expect(await mode).toBe(true);
    expect(await configuration).toEqual({ autoDialTimeout: 20, canDiscardPreview: false });
    engine.agent.accept();
    const engaged = contact?.engagePreviewContact();
    await settle();
    expect(await engaged).toEqual({ participantId: engine.view().contacts[0]?.legs[0]?.legId });
    expect(engine.view().contacts[0]?.state).toBe('connecting');
  });
});
