import load from '@salesforce/apex/PacelineConfigurationController.load';
import apply from '@salesforce/apex/PacelineInteractionController.apply';
import search from '@salesforce/apex/PacelineLookupController.search';
import { loadScript } from 'lightning/platformResourceLoader';
import { IsConsoleNavigation, getAllTabInfo, openTab } from 'lightning/platformWorkspaceApi';
import { createCcpEngine } from '../../../../../../src/simulator/index.ts';
import type { CcpEngine } from '../../../../../../src/simulator/index.ts';
import { createCountingIds, START } from '../../../../../../test/support/ccp-clock.ts';
import {
  installFrames,
  loadStreamsInWindow,
  watchConsole,
} from '../../../../../../test/support/ccp-frames.ts';
import type { SimulatedFrames } from '../../../../../../test/support/ccp-frames.ts';
import { createOrg } from '../../../../../../workbench/org/create-org.ts';
import type { SimulatedOrg } from '../../../../../../workbench/org/simulated-org.ts';
import { addBrowserFeatures } from '../../../../../test/support/browser-features.ts';
import { find, findAll, mount, settle, textOf, unmountAll } from '../../../../../test/support/mount.ts';
import PacelineSoftphone from '../pacelineSoftphone.ts';

jest.mock('@salesforce/apex/PacelineConfigurationController.load', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/PacelineInteractionController.apply', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/PacelineLookupController.search', () => ({ default: jest.fn() }), {
  virtual: true,
});

const CALLER = '+12025550188';

const clock = {
  now: () => Date.now(),
  setTimer(delayMs: number, run: () => void) {
    const handle = setTimeout(run, delayMs);
    return () => clearTimeout(handle);
  },
};

let org: SimulatedOrg;
let engine: CcpEngine;
let frames: SimulatedFrames;
let lines: string[];
let callerId: string;

const pass = async (milliseconds: number): Promise<void> => {
  await jest.advanceTimersByTimeAsync(milliseconds);
  await settle();
};

/** Calls the package's Apex in the simulated org; a refusal rejects with the platform's response, as on a page. */
const apex = (className: string, methodName: string) => (params?: unknown) =>
  org
    .handleApex(className, methodName, params)
    .catch((error: { readonly response?: unknown }) => Promise.reject(error.response ?? error));

beforeEach(() => {
  jest.clearAllMocks();
  jest.useFakeTimers({ now: START });
  lines = watchConsole();
  addBrowserFeatures();
  localStorage.clear();

  org = createOrg({
    packageDir: 'force-app',
    settingsDirs: ['workbench/org/settings'],
    clock,
    ids: createCountingIds('org'),
    seed: 'empty',
  });
  callerId = org.admin.insert('Contact', {
    LastName: 'Example',
    FirstName: 'Robin',
    Phone: '(202) 555-0188',
  });
  jest.mocked(load).mockImplementation(apex('PacelineConfigurationController', 'load'));
  jest.mocked(search).mockImplementation(apex('PacelineLookupController', 'search'));
  jest.mocked(apply).mockImplementation(apex('PacelineInteractionController', 'apply'));
  jest.mocked(openTab).mockResolvedValue('tab-1');
  jest.mocked(getAllTabInfo).mockResolvedValue([]);

  engine = createCcpEngine({ clock, ids: createCountingIds('ccp') });
  frames = installFrames(engine);
  Reflect.deleteProperty(window, 'connect');
  jest.mocked(loadScript).mockImplementation(() => {
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

async function openSoftphone(): Promise<HTMLElement> {
  const element = await mount('c-paceline-softphone', PacelineSoftphone, { settingName: 'Workbench' });
  (IsConsoleNavigation as unknown as { emit(value: unknown): void }).emit(true);
  await pass(2000);
  return element;
}

const cardOf = (element: HTMLElement): HTMLElement => find(element, 'c-paceline-call-card');
const actionsOf = (element: HTMLElement): string[] =>
  findAll(cardOf(element), 'c-paceline-action-item').map(textOf);
const badgesOf = (element: HTMLElement): string[] =>
  findAll<HTMLElement & { label: string }>(cardOf(element), 'lightning-badge').map(({ label }) => label);

describe('an inbound call through Streams, the core and the org', () => {
  it('rings, pops the caller, is talked, and leaves one interaction and one completed call log', async () => {
    const element = await openSoftphone();
    expect(findAll(element, 'c-paceline-call-card')).toEqual([]);
    expect(frames.present()).toHaveLength(1);

    engine.world.offerInbound({ number: CALLER });
    await pass(1000);
    expect(badgesOf(element)).toEqual(['c.Paceline_Phase_Offered', 'Inbound', 'HVOC']);
    expect(jest.mocked(openTab).mock.calls).toEqual([
      [
        {
          pageReference: {
            type: 'standard__recordPage',
            attributes: { recordId: callerId, objectApiName: 'Contact', actionName: 'view' },
          },
          focus: true,
        },
      ],
    ]);

    engine.agent.accept();
    await pass(60_000);
    expect(badgesOf(element)).toEqual(['c.Paceline_Phase_Talking', 'Inbound', 'HVOC']);
    expect(find(cardOf(element), '[role="timer"]').textContent).toBe('1:00');
    expect(org.listRecords('Paceline_Interaction__c')).toHaveLength(1);

    engine.agent.hangUp();
    await pass(1000);
    engine.agent.clear();
    await pass(1000);
    expect(badgesOf(element)).toEqual(['c.Paceline_Phase_Done', 'Inbound', 'HVOC']);
    expect(actionsOf(element).length).toBe(3);

    const [interaction, ...otherInteractions] = org.listRecords('Paceline_Interaction__c');
    const [task, ...otherTasks] = org.listRecords('Task');
    expect([otherInteractions, otherTasks]).toEqual([[], []]);
    expect(interaction?.Log_State__c).toBe('closed');
    expect(interaction?.Contact__c).toBe(callerId);
    expect([task?.Status, task?.CallDurationInSeconds, task?.WhoId]).toEqual(['Completed', 60, callerId]);
  });

  it('goes on where it stood when the page is loaded anew in mid-call', async () => {
    const first = await openSoftphone();
    engine.world.offerInbound({ number: CALLER });
    await pass(1000);
    engine.agent.accept();
    await pass(5000);
    first.remove();
    await pass(1000);
    const second = await openSoftphone();
    expect(frames.present()).toHaveLength(1);
    expect(badgesOf(second)).toEqual(['c.Paceline_Phase_Talking', 'Inbound', 'HVOC']);
    engine.agent.hangUp();
    await pass(1000);
    engine.agent.clear();
    await pass(1000);
    expect(jest.mocked(openTab)).toHaveBeenCalledTimes(1);
    expect(org.listRecords('Paceline_Interaction__c')).toHaveLength(1);
    expect(org.listRecords('Task')).toHaveLength(1);
  });
});
