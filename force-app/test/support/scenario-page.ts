import { loadScript } from 'lightning/platformResourceLoader';
import { MessageContext, publish } from 'lightning/messageService';
import type { CtiEvent } from 'c/pacelineCore';
import { cloneData } from '../../../src/simulator/clone-data.ts';
import { createCcpEngine, createDialerSimulator, runStep } from '../../../src/simulator/index.ts';
import type { Scenario } from '../../../src/simulator/index.ts';
import { createCountingIds } from '../../../test/support/ccp-clock.ts';
import { installFrames, loadStreamsInWindow } from '../../../test/support/ccp-frames.ts';
import { describeScenarioEvent } from '../../../test/support/scenario-events.ts';
import { settingOf } from '../../../workbench/shared/scenario-setting.ts';
import PacelineSoftphone from '../../main/softphone/lwc/pacelineSoftphone/pacelineSoftphone.ts';
import { addBrowserFeatures } from './browser-features.ts';
import { find, mount, settle, unmountAll } from './mount.ts';

const PAGES = { ccp: 'https://ccp.example.com/ccp-v2/', dialer: 'https://dialer.example.com/' };
const EVENTS = 'Paceline_Events__c';
const STEP_MS = 1000;

const clock = {
  now: () => Date.now(),
  setTimer(delayMs: number, run: () => void) {
    const handle = setTimeout(run, delayMs);
    return () => clearTimeout(handle);
  },
};

async function pass(milliseconds: number): Promise<void> {
  await jest.advanceTimersByTimeAsync(milliseconds);
  await settle();
}

/** What the dialler's page says, as it reaches the softphone's page. */
function sayFromDialer(element: HTMLElement, message: unknown): void {
  const frame = find<HTMLIFrameElement>(element, 'c-paceline-dialer-host iframe');
  const event = new MessageEvent('message', {
    data: cloneData(message),
    origin: new URL(PAGES.dialer).origin,
  });
  Object.defineProperty(event, 'source', { value: frame.contentWindow });
  window.dispatchEvent(event);
}

/** Everything that was published on `Paceline_Events__c` as an event. */
function publishedEvents(): string[] {
  return jest.mocked(publish).mock.calls.flatMap(([, channel, payload]) => {
    const { kind, event } = payload as { readonly kind: string; readonly event: CtiEvent };
    return channel === EVENTS && kind === 'event' ? [describeScenarioEvent(event)] : [];
  });
}

/**
 * The events of a scenario as a component on the page hears them: the whole softphone with the real Streams library, its CCP
 * and its dialler simulated. `load` is the mocked Apex method. Needs fake timers; leaves an empty page.
 */
export async function playOnPage(scenario: Scenario, load: jest.Mock): Promise<string[]> {
  jest.clearAllMocks();
  addBrowserFeatures();
  localStorage.clear();
  load.mockResolvedValue({
    revision: 'r1',
    settingName: 'Test',
    setting: settingOf(scenario, PAGES, null),
    rules: [],
    org: {
      id: '00D000000000001AAA',
      userId: '005000000000001AAA',
      userName: 'Robin Example',
      defaultCountry: 'US',
    },
  });
  jest.mocked(loadScript).mockImplementation(() => {
    if (window.connect === undefined) loadStreamsInWindow();
    return Promise.resolve();
  });
  const ccp = createCcpEngine({
    clock,
    ids: createCountingIds('ccp'),
    behaviour: scenario.behaviour ?? {},
  });
  const frames = installFrames(ccp);
  const element = await mount('c-paceline-softphone', PacelineSoftphone, { settingName: 'Test' }, () =>
    (MessageContext as unknown as { emit(value: unknown): void }).emit({}),
  );
  const dialer = createDialerSimulator({
    clock,
    ids: createCountingIds('call'),
    behaviour: scenario.dialerBehaviour ?? {},
    post: (message) => sayFromDialer(element, message),
  });
  await pass(STEP_MS);
  for (const step of scenario.steps) {
    runStep({ ccp, dialer }, step);
    await pass(STEP_MS);
  }
  unmountAll();
  frames.uninstall();
  return publishedEvents();
}
