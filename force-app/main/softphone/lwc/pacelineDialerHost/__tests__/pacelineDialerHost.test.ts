import type { TraceEntry } from 'c/pacelineCore';
import { find, findAll, mount, record, unmountAll } from '../../../../../test/support/mount.ts';
import PacelineDialerHost from '../pacelineDialerHost.ts';
import type { DialerConnection } from '../pacelineDialerHost.ts';

const ORIGIN = 'https://dialer.example.com';
const CONNECTION: DialerConnection = { url: `${ORIGIN}/agent`, origins: [ORIGIN] };

type Host = HTMLElement & { post(message: unknown): boolean };

let messages: unknown[];
let traces: TraceEntry[];

async function open(connection: DialerConnection | undefined): Promise<Host> {
  return (await mount('c-paceline-dialer-host', PacelineDialerHost, { connection }, (element) => {
    messages = record(element, 'dialermessage');
    traces = record(element, 'trace');
  })) as unknown as Host;
}

const frameOf = (host: Host): HTMLIFrameElement => find<HTMLIFrameElement>(host, 'iframe');

function speak(source: MessageEventSource | null, origin: string, data: unknown): void {
  window.dispatchEvent(new MessageEvent('message', { data, origin, source }));
}

afterEach(unmountAll);

describe('c-paceline-dialer-host', () => {
  it('loads nothing and posts nothing without a connection', async () => {
    const host = await open(undefined);
    expect(findAll(host, 'iframe')).toEqual([]);
    expect(host.post({ any: 'thing' })).toBe(false);
  });

  it('does not let the page navigate the console', async () => {
    const frame = frameOf(await open(CONNECTION));
    expect(frame.getAttribute('sandbox')?.split(' ').sort()).toEqual([
      'allow-forms',
      'allow-popups',
      'allow-same-origin',
      'allow-scripts',
    ]);
  });

  it('shows the page in a named frame and hands on what it says, of whatever shape', async () => {
    const host = await open(CONNECTION);
    const frame = frameOf(host);
    expect([frame.getAttribute('src'), frame.title]).toEqual([CONNECTION.url, 'c.Paceline_Dialer_Frame']);
    speak(frame.contentWindow, ORIGIN, { topic: 'OutboundCall' });
    speak(frame.contentWindow, ORIGIN, 'text');
    expect(messages).toEqual([{ topic: 'OutboundCall' }, 'text']);
    expect(traces).toEqual([]);
  });

  it('hears neither other windows nor other origins, and says so', async () => {
    const frame = frameOf(await open(CONNECTION));
    speak(window, ORIGIN, 'from another window');
    speak(frame.contentWindow, 'https://evil.example.com', 'from another origin');
    speak(window, 'https://evil.example.com', 'from a stranger');
    expect(messages).toEqual([]);
    expect(traces.map(({ kind, data }) => [kind, data])).toEqual([
      ['diagnostic', { origin: ORIGIN }],
      ['diagnostic', { origin: 'https://evil.example.com' }],
    ]);
  });

  it('posts to the frame, to its first origin only', async () => {
    const host = await open({ ...CONNECTION, origins: [ORIGIN, 'https://other.example.com'] });
    const posted = jest
      .spyOn(frameOf(host).contentWindow as Window, 'postMessage')
      .mockReturnValue(undefined);
    expect(host.post({ subtopic: 'MakeCall' })).toBe(true);
    expect(posted.mock.calls).toEqual([[{ subtopic: 'MakeCall' }, ORIGIN]]);
  });

  it('is deaf once it is taken off the page', async () => {
    const host = await open(CONNECTION);
    const { contentWindow } = frameOf(host);
    host.remove();
    speak(contentWindow, ORIGIN, 'late');
    expect(messages).toEqual([]);
    expect(host.post('late')).toBe(false);
  });
});
