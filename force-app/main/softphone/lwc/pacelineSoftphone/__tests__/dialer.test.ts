import load from '@salesforce/apex/PacelineConfigurationController.load';
import { MessageContext, subscribe } from 'lightning/messageService';
import { find, findAll, mount, settle, unmountAll } from '../../../../../test/support/mount.ts';
import { addBrowserFeatures } from '../../../../../test/support/browser-features.ts';
import PacelineSoftphone from '../pacelineSoftphone.ts';

jest.mock('@salesforce/apex/PacelineConfigurationController.load', () => ({ default: jest.fn() }), {
  virtual: true,
});

const TETHER_READY = {
  channel: 'Amazon',
  topic: 'OutboundCall',
  subtopic: 'SetNailupDetails',
  message: { callStatus: 'Connected' },
};
const COMMANDS = 'Paceline_Commands__c';
const DIALER = 'Paceline_Dialer__c';

async function open(setting: Readonly<Record<string, string>>): Promise<HTMLElement> {
  jest.mocked(load).mockResolvedValue({
    revision: 'r1',
    settingName: 'Test',
    setting: { Setup: 'tethered', ...setting },
    rules: [],
    org: {
      id: '00D000000000001AAA',
      userId: '005000000000001AAA',
      userName: 'Sam Sample',
      defaultCountry: 'US',
    },
  });
  const element = await mount('c-paceline-softphone', PacelineSoftphone, { settingName: 'Test' }, () =>
    (MessageContext as unknown as { emit(value: unknown): void }).emit({}),
  );
  await settle();
  return element;
}

function publishTo(channel: string, message: unknown): void {
  const [, , listener] = jest.mocked(subscribe).mock.calls.find(([, name]) => name === channel) ?? [];
  listener?.(message);
}

const tetherOf = (element: HTMLElement): string | null =>
  find<HTMLElement & { view: { tetherStatus: string | null } }>(element, 'c-paceline-agent-bar').view
    .tetherStatus;

beforeEach(() => {
  jest.clearAllMocks();
  addBrowserFeatures();
  localStorage.clear();
});
afterEach(unmountAll);

describe('the dialler of the softphone', () => {
  const page = { Dialer_Url: 'https://dialer.example.com/', Dialer_Origins: 'https://dialer.example.com' };

  it('speaks from its own frame where the setting names its page', async () => {
    const element = await open(page);
    const frame = find<HTMLIFrameElement>(element, 'c-paceline-dialer-host iframe');
    window.dispatchEvent(
      new MessageEvent('message', {
        data: TETHER_READY,
        origin: 'https://dialer.example.com',
        source: frame.contentWindow,
      }),
    );
    await settle();
    expect(tetherOf(element)).toBe('Connected');
    expect(jest.mocked(subscribe).mock.calls.map(([, channel]) => channel)).toEqual([COMMANDS, COMMANDS]);
  });

  it('hears what other components tell it, and nothing else of their commands', async () => {
    const element = await open(page);
    const frame = find<HTMLIFrameElement>(element, 'c-paceline-dialer-host iframe');
    const posted = jest.spyOn(frame.contentWindow as Window, 'postMessage').mockReturnValue(undefined);
    const listeners = jest.mocked(subscribe).mock.calls.map(([, , listener]) => listener);
    const command = { kind: 'tell-dialer', payload: { message: { subtopic: 'MakeCall' } } };
    const others = [null, 'x', { kind: 'tell-dialer' }, { kind: 'tell-dialer', payload: {} }, { kind: 'x' }];
    for (const message of [...others, command]) {
      for (const listener of listeners) listener(message);
    }
    expect(posted.mock.calls).toEqual([[{ subtopic: 'MakeCall' }, 'https://dialer.example.com']]);
  });

  it('speaks on the message channel where the setting names no page', async () => {
    const element = await open({});
    expect(findAll(element, 'c-paceline-dialer-host')).toEqual([]);
    publishTo(DIALER, { message: TETHER_READY });
    await settle();
    expect(tetherOf(element)).toBe('Connected');
  });
});
