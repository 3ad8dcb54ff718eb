import { createCarrierSwitch } from '../../src/dialer/carrier-switch.ts';
import { createMessageChannelCarrier } from '../../src/dialer/message-channel-carrier.ts';
import { createWindowMessageCarrier } from '../../src/dialer/window-message-carrier.ts';
import type { MessagePoster, WindowMessage } from '../../src/dialer/window-message-carrier.ts';
import { isPacelineError } from '../../src/errors.ts';
import type { Carrier } from '../../src/model/ports.ts';
import type { TraceEntry } from '../../src/model/trace-entry.ts';

const ORIGIN = 'https://dialer.example';

function createWindow() {
  const listeners = new Set<(event: WindowMessage) => void>();
  return {
    addEventListener: (_type: 'message', listener: (event: WindowMessage) => void) => {
      listeners.add(listener);
    },
    removeEventListener: (_type: 'message', listener: (event: WindowMessage) => void) => {
      listeners.delete(listener);
    },
    say: (event: WindowMessage) => listeners.forEach((listener) => listener(event)),
    count: () => listeners.size,
  };
}

function createFrame() {
  const posted: unknown[] = [];
  const frame: MessagePoster = {
    postMessage: (message, targetOrigin) => posted.push({ message, targetOrigin }),
  };
  return { frame, posted };
}

describe('the window message carrier', () => {
  function start(origins: readonly string[] = [`${ORIGIN}/`]) {
    const window = createWindow();
    const { frame, posted } = createFrame();
    const heard: unknown[] = [];
    const trace: TraceEntry[] = [];
    const carrier = createWindowMessageCarrier({
      window,
      frame: () => frame,
      origins,
      now: () => 5,
      onTrace: (entry) => trace.push(entry),
    });
    const stop = carrier.start((message) => heard.push(message));
    return { window, frame, posted, heard, trace, carrier, stop };
  }

  it('brings what the frame says from an allowed origin', () => {
    const { window, frame, heard, trace } = start();
    window.say({ data: { a: 1 }, origin: ORIGIN, source: frame });
    expect(heard).toEqual([{ a: 1 }]);
    expect(trace).toEqual([]);
  });

  it('refuses the frame on another origin, and an allowed origin in another window, and says so', () => {
    const { window, frame, heard, trace } = start();
    window.say({ data: 1, origin: 'https://elsewhere.example', source: frame });
    window.say({ data: 2, origin: ORIGIN, source: {} });
    window.say({ data: 3, origin: ORIGIN, source: null });
    expect(heard).toEqual([]);
    expect(trace).toEqual([
      {
        at: 5,
        kind: 'diagnostic',
        callKey: null,
        text: 'The dialler frame spoke from an origin that is not allowed.',
        data: { origin: 'https://elsewhere.example' },
      },
      {
        at: 5,
        kind: 'diagnostic',
        callKey: null,
        text: 'A message of an allowed origin came from another window.',
        data: { origin: ORIGIN },
      },
      {
        at: 5,
        kind: 'diagnostic',
        callKey: null,
        text: 'A message of an allowed origin came from another window.',
        data: { origin: ORIGIN },
      },
    ]);
  });

  it('leaves the messages of strangers alone', () => {
    const { window, heard, trace } = start();
    window.say({ data: 1, origin: 'https://stranger.example', source: {} });
    expect(heard).toEqual([]);
    expect(trace).toEqual([]);
  });

  it('hears nothing after it was stopped', () => {
    const { window, frame, heard, stop } = start();
    stop();
    window.say({ data: 1, origin: ORIGIN, source: frame });
    expect(heard).toEqual([]);
    expect(window.count()).toBe(0);
  });

  it('answers the frame at the first allowed origin, never at any origin', () => {
    const { carrier, posted } = start([ORIGIN, 'https://second.example']);
    expect(carrier.post({ go: true })).toBe(true);
    expect(posted).toEqual([{ message: { go: true }, targetOrigin: ORIGIN }]);
  });

  it.each([[[]], [['*']], [[ORIGIN, '*']]])('refuses the origins %j', (origins) => {
    let reason = '';
    try {
      start(origins);
    } catch (error) {
      reason = isPacelineError(error) ? error.reason : 'another error';
    }
    expect(reason).toBe('invalid-settings');
  });

  it('says that there is no frame to answer', () => {
    const carrier = createWindowMessageCarrier({
      window: createWindow(),
      frame: () => null,
      origins: [ORIGIN],
      now: () => 5,
      onTrace: () => undefined,
    });
    expect(carrier.post({})).toBe(false);
  });
});

it('the message channel carrier brings the message, wrapped or not, until it is stopped', () => {
  let listener: ((message: unknown) => void) | null = null;
  const heard: unknown[] = [];
  const carrier = createMessageChannelCarrier({
    subscribe: (given) => {
      listener = given;
      return 'subscription';
    },
    unsubscribe: (subscription) => {
      if (subscription === 'subscription') listener = null;
    },
  });
  const publish = (message: unknown): void => listener?.(message);
  const stop = carrier.start((message) => heard.push(message));
  publish({ topic: 'OutboundCall', message: { call: 1 } });
  publish({ message: { topic: 'OutboundCall' } });
  publish('text');
  stop();
  publish('late');
  expect(heard).toEqual([{ topic: 'OutboundCall', message: { call: 1 } }, { topic: 'OutboundCall' }, 'text']);
});

it('one carrier is active at a time', () => {
  const said: string[] = [];
  const heard: unknown[] = [];
  const speakers: ((message: unknown) => void)[] = [];
  const carrier = (name: string): Carrier => ({
    start(onMessage) {
      said.push(`start ${name}`);
      speakers.push(onMessage);
      return () => said.push(`stop ${name}`);
    },
  });
  const carriers = createCarrierSwitch((message) => heard.push(message));
  carriers.use(carrier('frame'));
  carriers.use(carrier('channel'));
  speakers[0]?.('from the frame');
  speakers[1]?.('from the channel');
  carriers.use(null);
  speakers[1]?.('too late');
  expect(said).toEqual(['start frame', 'stop frame', 'start channel', 'stop channel']);
  expect(heard).toEqual(['from the channel']);
});
