import load from '@salesforce/apex/PacelineConfigurationController.load';
import { loadScript } from 'lightning/platformResourceLoader';
import { MessageContext, subscribe } from 'lightning/messageService';
import { IsConsoleNavigation } from 'lightning/platformWorkspaceApi';
import { createSoftphone } from 'c/pacelineCore';
import type { CallCard, ConfigurationResponse, SoftphoneView } from 'c/pacelineCore';
import { CurrentPageReference, navigated } from '../../../../../test/jest-mocks/lightning/navigation.ts';
import * as utilityBar from '../../../../../test/jest-mocks/lightning/platformUtilityBarApi.ts';
import { find, findAll, mount, settle, unmountAll } from '../../../../../test/support/mount.ts';
import { NOON, sampleCall, sampleCard, sampleView } from '../../../../../test/support/samples.ts';
import PacelineSoftphone from '../pacelineSoftphone.ts';

jest.mock('@salesforce/apex/PacelineConfigurationController.load', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('c/pacelineCore', () => ({
  ...jest.requireActual<object>('c/pacelineCore'),
  createSoftphone: jest.fn(),
}));

type Emitter = { emit(value: unknown): void };
type Props<P> = HTMLElement & P;

const CONFIGURATION: ConfigurationResponse = {
  revision: 'r1',
  settingName: 'Test',
  setting: {},
  rules: [],
  org: {
    id: '00D000000000001AAA',
    userId: '005000000000001AAA',
    userName: 'Sam Sample',
    defaultCountry: 'US',
  },
};
const CCP = { ccpUrl: null, loginUrl: null, region: 'us-east-1', ccpLoadTimeoutMs: 15_000 };
const SETTINGS = { ...CCP, dialerUrl: null, dialerOrigins: [] };

const loadMock = jest.mocked(load);
const createMock = jest.mocked(createSoftphone);

/** A core softphone that records what it is told and shows what it is given. */
function fakeCore(first: SoftphoneView, settings: object = SETTINGS) {
  let show = (_view: SoftphoneView): void => undefined;
  const core = {
    settings,
    start: jest.fn(),
    stop: jest.fn(),
    observe: jest.fn(),
    signalDialer: jest.fn(),
    ccpStatus: jest.fn(),
    trace: jest.fn(),
    focused: jest.fn(),
    typed: jest.fn(),
    command: jest.fn(),
    explain: (key: string) => `Because of ${key}.`,
    exportTrace: (callKey: string) => `trace of ${callKey}`,
    view: () => first,
    subscribe: jest.fn((listener: typeof show) => {
      show = listener;
      return () => undefined;
    }),
    subscribeEvents: jest.fn(() => () => undefined),
    subscribeMessages: jest.fn(() => () => undefined),
  };
  createMock.mockReturnValue(core as unknown as ReturnType<typeof createSoftphone>);
  return { core, show: (view: SoftphoneView) => show(view) };
}

const open = () => mount('c-paceline-softphone', PacelineSoftphone, { settingName: 'Test' });
const bar = (element: Element) =>
  find<Props<{ now: number; view: unknown }>>(element, 'c-paceline-agent-bar');
const banner = (element: Element) =>
  find<Props<{ status: unknown; loginUrl: unknown }>>(element, 'c-paceline-status-banner');
const host = (element: Element) =>
  find<Props<{ connection: unknown; retry: jest.Mock }>>(element, 'c-paceline-ccp-host');
const runnerOf = () => createMock.mock.calls[0]?.[0].ports.runner;

beforeEach(() => {
  jest.useFakeTimers({ now: NOON });
  jest.clearAllMocks();
  loadMock.mockResolvedValue(CONFIGURATION);
  jest.mocked(loadScript).mockReturnValue(new Promise(() => undefined));
  window.history.replaceState(null, '', '/');
});

afterEach(() => {
  unmountAll();
  jest.useRealTimers();
});

describe('c-paceline-softphone', () => {
  it('loads the configuration of its setting and starts the core with the ports of this browser', async () => {
    const { core } = fakeCore(sampleView());
    await open();
    expect(loadMock.mock.calls).toEqual([[{ settingName: 'Test' }]]);
    const [options] = createMock.mock.calls[0] ?? [];
    expect(options?.configuration).toBe(CONFIGURATION);
    expect(Object.keys(options?.ports ?? {}).sort()).toEqual(
      ['clock', 'close', 'ids', 'lock', 'onReconnect', 'runner', 'store', 'tabs'].sort(),
    );
    expect(core.start).toHaveBeenCalledTimes(1);
  });

  it('connects to the CCP of the setting', async () => {
    const ccp = { ...CCP, ccpUrl: 'https://ccp.example.com/', loginUrl: 'https://login.example.com/' };
    fakeCore(sampleView(), { ...SETTINGS, ...ccp });
    const element = await open();
    expect(host(element).connection).toEqual(ccp);
    expect(banner(element).loginUrl).toBe('https://login.example.com/');
  });

  it('keeps no place for a CCP that is not configured', async () => {
    const ccp = { kind: 'not-configured', at: NOON, text: 'No URL.' } as const;
    const { show } = fakeCore(sampleView({ ccp }));
    const element = await open();
    expect(host(element).parentElement?.className).toBe(
      'paceline-softphone__ccp paceline-softphone__ccp_none',
    );
    show(sampleView());
    await settle();
    expect(host(element).parentElement?.className).toBe('paceline-softphone__ccp');
  });

  it("lets a card ask why, and hands the call's masked trace out as a file", async () => {
    const files: string[] = [];
    Object.assign(URL, { createObjectURL: () => 'blob:1', revokeObjectURL: () => undefined });
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      files.push(this.download);
    });
    const texts: unknown[] = [];
    const blob = jest.spyOn(globalThis, 'Blob').mockImplementation((parts) => {
      texts.push(...(parts ?? []));
      return {} as Blob;
    });
    fakeCore(sampleView({ cards: [sampleCard()] }));
    const element = await open();
    const card = find<Props<{ explain(key: string): string }>>(element, 'c-paceline-call-card');
    expect(card.explain('action-1')).toBe('Because of action-1.');
    card.dispatchEvent(new CustomEvent('exporttrace', { detail: 'agent|contact-1|1' }));
    card.dispatchEvent(new CustomEvent('exporttrace', { detail: 'of no card' }));
    expect([files, texts]).toEqual([['paceline-contact-1.json'], ['trace of agent|contact-1|1']]);
    click.mockRestore();
    blob.mockRestore();
  });

  it('signs in at the CCP itself when no other page is set, and loads no CCP that is refused', async () => {
    fakeCore(sampleView(), { ...SETTINGS, ccpUrl: 'https://ccp.example.com/' });
    expect(banner(await open()).loginUrl).toBe('https://ccp.example.com/');
    unmountAll();
    fakeCore(sampleView());
    const refused = await open();
    expect(host(refused).connection).toBeUndefined();
    expect(banner(refused).loginUrl).toBeUndefined();
  });

  it('says why the configuration could not be loaded, and loads it again on Retry', async () => {
    loadMock.mockRejectedValueOnce({
      status: 500,
      body: { exceptionType: 'X', message: 'No access to the class' },
    });
    fakeCore(sampleView());
    const element = await open();
    expect(banner(element).status).toEqual({
      kind: 'unreachable',
      at: NOON,
      text: 'c.Paceline_Configuration_Not_Loaded No access to the class',
    });
    expect(createMock).not.toHaveBeenCalled();
    banner(element).dispatchEvent(new CustomEvent('retry'));
    banner(element).dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(banner(element).status).toEqual(sampleView().ccp);
    expect(createMock).toHaveBeenCalledTimes(1);
  });

  it('asks for the configuration again by itself when waiting can help', async () => {
    jest.spyOn(Math, 'random').mockReturnValue(0.5);
    loadMock.mockRejectedValueOnce({ status: 503 }).mockRejectedValueOnce({ status: 503 });
    fakeCore(sampleView());
    const element = await open();
    await jest.advanceTimersByTimeAsync(4999);
    expect(loadMock).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(loadMock).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(10_000);
    await settle();
    expect(loadMock).toHaveBeenCalledTimes(3);
    expect(banner(element).status).toEqual(sampleView().ccp);
    expect(jest.getTimerCount()).toBe(0);
    jest.mocked(Math.random).mockRestore();
  });

  it('asks no more once it is taken off the page, and only once when the agent asks first', async () => {
    loadMock.mockRejectedValue({ status: 503 });
    const element = await open();
    banner(element).dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(loadMock).toHaveBeenCalledTimes(2);
    expect(jest.getTimerCount()).toBe(1);
    element.remove();
    expect(jest.getTimerCount()).toBe(0);
  });

  it('hands everything that the CCP host reports to the core', async () => {
    const { core } = fakeCore(sampleView());
    const element = await open();
    const report = (name: string, detail: unknown) =>
      host(element).dispatchEvent(new CustomEvent(name, { detail }));
    const observation = { at: NOON, agent: { id: 'a', name: null, state: null }, contacts: [] };
    report('observation', observation);
    report('status', { kind: 'lost', at: NOON, text: 'Gone.' });
    report('trace', { at: NOON, kind: 'diagnostic', callKey: null, text: 'Odd.' });
    expect(core.observe.mock.calls).toEqual([[observation]]);
    expect(core.ccpStatus.mock.calls).toEqual([[{ kind: 'lost', at: NOON, text: 'Gone.' }]]);
    expect(core.trace.mock.calls).toEqual([[{ at: NOON, kind: 'diagnostic', callKey: null, text: 'Odd.' }]]);
  });

  it('shows the view that the core sends', async () => {
    const { show } = fakeCore(sampleView());
    const element = await open();
    const problems = [{ source: 'setting', path: 'Setup', message: 'is wrong', level: 'error' }] as const;
    const view = sampleView({
      role: 'follower',
      ccp: { kind: 'lost', at: NOON, text: 'Gone.' },
      cards: [sampleCard(), sampleCard({ call: sampleCall({ callKey: 'second' }) })],
      warnings: ['Storage is full.'],
      problems,
    });
    show(view);
    await settle();
    expect(bar(element).view).toEqual(view);
    expect(banner(element).status).toEqual(view.ccp);
    const notices = find<Props<{ isFollower: boolean; warnings: readonly string[]; problems: unknown }>>(
      element,
      'c-paceline-notices',
    );
    expect(notices.isFollower).toBe(true);
    expect(notices.problems).toEqual(problems);
    expect(notices.warnings).toEqual([
      'c.Paceline_No_Tab_Channel',
      'c.Paceline_No_Locks',
      'Storage is full.',
    ]);
    const cards = findAll<Props<{ card: CallCard }>>(element, 'c-paceline-call-card');
    expect(cards.map(({ card }) => card.call.callKey)).toEqual(['agent|contact-1|1', 'second']);
  });

  it('passes commands of the cards on, and takes them for the agent asking', async () => {
    IsConsoleEmitter().emit(false);
    const { core } = fakeCore(sampleView({ cards: [sampleCard()] }));
    const element = await open();
    document.body.dispatchEvent(new InputEvent('input', { bubbles: true }));
    const request = {
      target: { kind: 'object-home', object: 'Lead' },
      where: 'tab',
      parentRecordId: null,
      label: null,
    } as const;
    expect(await runnerOf()?.open(request)).toEqual({
      ok: true,
      value: { status: 'offered', reason: 'c.Paceline_Offered_Typing' },
    });
    const command = { kind: 'open-offer', key: 'a' };
    find(element, 'c-paceline-call-card').dispatchEvent(
      new CustomEvent('pacelinecommand', { detail: command }),
    );
    expect(core.command.mock.calls).toEqual([[command]]);
    expect(await runnerOf()?.open(request)).toEqual({ ok: true, value: { status: 'opened', tabId: null } });
    expect(navigated.mock.calls).toEqual([
      [{ type: 'standard__objectPage', attributes: { objectApiName: 'Lead', actionName: 'home' } }],
    ]);
  });

  it('navigates again without asking once Lightning shows another page', async () => {
    fakeCore(sampleView());
    await open();
    document.body.dispatchEvent(new InputEvent('input', { bubbles: true }));
    jest.advanceTimersByTime(60_000);
    const target = { kind: 'object-home', object: 'Lead' } as const;
    const request = { target, where: 'tab', parentRecordId: null, label: null } as const;
    expect(await runnerOf()?.open(request)).toEqual({
      ok: true,
      value: { status: 'offered', reason: 'c.Paceline_Offered_Dirty' },
    });
    CurrentPageReference.emit({ type: 'standard__objectPage' });
    expect(await runnerOf()?.open(request)).toEqual({ ok: true, value: { status: 'opened', tabId: null } });
  });

  it('retries the CCP once the configuration is there', async () => {
    fakeCore(sampleView());
    const element = await open();
    const retry = jest.fn();
    Object.defineProperty(host(element), 'retry', { value: retry });
    banner(element).dispatchEvent(new CustomEvent('retry'));
    expect(retry).toHaveBeenCalledTimes(1);
    expect(loadMock).toHaveBeenCalledTimes(1);
  });

  it('brings the card that needs the agent into sight', async () => {
    fakeCore(sampleView({ cards: [sampleCard(), sampleCard({ call: sampleCall({ callKey: 'second' }) })] }));
    const element = await open();
    const scrolled: Element[] = [];
    Element.prototype.scrollIntoView = function scrollIntoView(this: Element) {
      scrolled.push(this);
    };
    bar(element).dispatchEvent(new CustomEvent('attention', { detail: 'second' }));
    bar(element).dispatchEvent(new CustomEvent('attention', { detail: 'gone' }));
    expect(scrolled).toEqual([findAll(element, 'c-paceline-call-card')[1]]);
    Reflect.deleteProperty(Element.prototype, 'scrollIntoView');
  });

  it('tells the core when the agent types and when the tab is looked at', async () => {
    const { core } = fakeCore(sampleView());
    await open();
    document.body.dispatchEvent(new InputEvent('input', { bubbles: true }));
    window.dispatchEvent(new Event('focus'));
    expect(core.typed).toHaveBeenCalledTimes(1);
    expect(core.focused).toHaveBeenCalledTimes(1);
  });

  it('runs one timer, and only while a call lives', async () => {
    const { show } = fakeCore(sampleView());
    const element = await open();
    expect(jest.getTimerCount()).toBe(0);
    show(sampleView({ cards: [sampleCard(), sampleCard({ call: sampleCall({ callKey: 'second' }) })] }));
    show(sampleView({ cards: [sampleCard()] }));
    expect(jest.getTimerCount()).toBe(1);
    jest.advanceTimersByTime(3000);
    await settle();
    expect(bar(element).now).toBe(NOON + 3000);
    show(sampleView({ cards: [sampleCard({ call: sampleCall({ clearedAt: NOON }) })] }));
    jest.advanceTimersByTime(1000);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('stops everything when it is taken off the page', async () => {
    const { core } = fakeCore(sampleView({ cards: [sampleCard()] }));
    const element = await open();
    element.remove();
    expect(core.stop).toHaveBeenCalledTimes(1);
    expect(jest.getTimerCount()).toBe(0);
    document.body.dispatchEvent(new InputEvent('input', { bubbles: true }));
    expect(core.typed).not.toHaveBeenCalled();
  });

  it('starts no core when it is gone before the configuration arrives', async () => {
    let answer = (_configuration: unknown): void => undefined;
    loadMock.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const element = await open();
    element.remove();
    answer(CONFIGURATION);
    await settle();
    expect(createMock).not.toHaveBeenCalled();
  });

  it('joins the message service when there is one', async () => {
    const { core } = fakeCore(sampleView());
    const element = await open();
    expect(subscribe).not.toHaveBeenCalled();
    element.remove();
    document.body.append(element);
    (MessageContext as unknown as Emitter).emit({});
    await settle();
    expect(jest.mocked(subscribe).mock.calls.map(([, channel]) => channel)).toEqual([
      'Paceline_Commands__c',
      'Paceline_Dialer__c',
    ]);
    expect(core.subscribeEvents).toHaveBeenCalledTimes(1);
  });
});

function IsConsoleEmitter(): Emitter {
  return IsConsoleNavigation as unknown as Emitter;
}

describe('the item in the utility bar', () => {
  const enclosing = utilityBar.EnclosingUtilityId as unknown as Emitter;
  const ringing = sampleView({ cards: [sampleCard()] });
  const talking = sampleView({ cards: [sampleCard({ call: sampleCall({ connectedAt: NOON }) })] });

  it('keeps the panel in the window', async () => {
    fakeCore(sampleView());
    await open();
    enclosing.emit('utility-1');
    enclosing.emit('utility-1');
    expect(utilityBar.enablePopout.mock.calls).toEqual([
      ['utility-1', false, { disabledText: 'c.Paceline_Utility_No_Popout' }],
    ]);
  });

  it('shows each mood once and opens the panel for a ringing call without taking the focus', async () => {
    const { show } = fakeCore(sampleView());
    await open();
    enclosing.emit('utility-1');
    show(ringing);
    show(ringing);
    show(talking);
    show(sampleView({ cards: [sampleCard({ call: sampleCall({ connectedAt: NOON, endedAt: NOON }) })] }));
    expect(utilityBar.updateUtility.mock.calls).toEqual([
      ['utility-1', { label: 'c.Paceline_Utility_Idle', icon: 'call', highlighted: false }],
      ['utility-1', { label: 'c.Paceline_Utility_Ringing', icon: 'incoming_call', highlighted: true }],
      ['utility-1', { label: 'c.Paceline_Utility_Talking', icon: 'call', highlighted: false }],
      ['utility-1', { label: 'c.Paceline_Utility_Idle', icon: 'call', highlighted: false }],
    ]);
    expect(utilityBar.open.mock.calls).toEqual([['utility-1', { autoFocus: false }]]);
  });

  it.each(['not-configured', 'login-needed', 'unreachable', 'lost', 'stopped'] as const)(
    'says that the phone is %s, even in a call',
    async (kind) => {
      const { show } = fakeCore(sampleView());
      await open();
      enclosing.emit('utility-1');
      show({ ...talking, ccp: { kind, at: NOON, text: 'Why.' } });
      expect(utilityBar.updateUtility.mock.calls.at(-1)).toEqual([
        'utility-1',
        { label: 'c.Paceline_Utility_Disconnected', icon: 'warning', highlighted: true },
      ]);
    },
  );

  it('says so too when there is no configuration', async () => {
    loadMock.mockRejectedValueOnce(new Error('No access'));
    await open();
    enclosing.emit('utility-1');
    expect(utilityBar.updateUtility.mock.calls).toEqual([
      ['utility-1', { label: 'c.Paceline_Utility_Disconnected', icon: 'warning', highlighted: true }],
    ]);
  });

  it('is no matter when the bar refuses', async () => {
    const refuse = () => Promise.reject(new Error('not in a utility bar'));
    utilityBar.enablePopout.mockImplementationOnce(refuse);
    utilityBar.updateUtility.mockImplementationOnce(refuse).mockImplementationOnce(refuse);
    utilityBar.open.mockImplementationOnce(refuse);
    const { show } = fakeCore(sampleView());
    const element = await open();
    enclosing.emit('utility-1');
    show(ringing);
    await settle();
    expect(bar(element).view).toEqual(ringing);
  });

  it('is left alone outside a utility bar', async () => {
    const { show } = fakeCore(sampleView());
    await open();
    enclosing.emit(undefined);
    show(ringing);
    expect(utilityBar.updateUtility).not.toHaveBeenCalled();
  });
});
