import type { CcpEngine, CcpPort, SdkMessage } from '../../src/simulator/index.ts';
import { cloneData } from '../../src/simulator/clone-data.ts';
import type { WireMessage } from '../../src/model/snapshot.ts';
import type { RealStreams } from './ccp-streams.ts';

/** Runs what microtasks have been queued, a few rounds of them. */
export async function settle(): Promise<void> {
  for (let round = 0; round < 20; round += 1) await Promise.resolve();
}

const later = (run: () => void): void => void Promise.resolve().then(run);

interface Frame {
  readonly window: { postMessage(message: WireMessage): void };
  port: CcpPort | null;
}

export interface SimulatedFrames {
  /** URLs that were loaded, in order: a frame's first load and every reload. */
  readonly loads: string[];
  /** False: pages load, but nothing answers, like a wrong URL or a sign-in page. */
  answering: boolean;
  /** Every iframe in the document. */
  present(): HTMLIFrameElement[];
  uninstall(): void;
}

/**
 * Gives every iframe of this (jsdom) document a window that keeps its identity over reloads, as browsers do and jsdom
 * does not, and lets the engine be the page inside. Messages travel as copies, one microtask later.
 */
export function installFrames(engine: CcpEngine): SimulatedFrames {
  const prototype = HTMLIFrameElement.prototype;
  const original = Object.getOwnPropertyDescriptors(prototype);
  const frames = new Map<HTMLIFrameElement, Frame>();
  const urls = new Map<HTMLIFrameElement, string>();

  const postToHost = (frame: Frame, data: unknown, url: string, ports: unknown[] = []): void => {
    const event = new MessageEvent('message', { data, origin: new URL(url).origin });
    Object.defineProperty(event, 'source', { value: frame.window });
    Object.defineProperty(event, 'ports', { value: ports });
    window.dispatchEvent(event);
  };
  const openSdkChannel = (frame: Frame, port: CcpPort, url: string): void => {
    const host = {
      onmessage: null as ((event: { data: SdkMessage }) => void) | null,
      postMessage(message: SdkMessage) {
        const copy = cloneData(message);
        later(() => answer(port.sdk(copy)));
      },
    };
    const answer = (message: SdkMessage | null): void => {
      if (message !== null) later(() => host.onmessage?.({ data: cloneData(message) }));
    };
    port.onSdkPublish(answer);
    postToHost(frame, { type: 'cross-domain-adapter-init' }, url, [host]);
  };
  const load = (element: HTMLIFrameElement): void => {
    const url = urls.get(element) ?? '';
    const frame = frameOf(element);
    if (!element.isConnected) return;
    harness.loads.push(url);
    frame.port?.disconnect();
    frame.port = null;
    if (!harness.answering) return;
    const alive = (): boolean => element.isConnected;
    const port = engine.connect((message) =>
      later(() => {
        if (alive()) postToHost(frame, message, url);
      }),
    );
    frame.port = port;
    openSdkChannel(frame, port, url);
  };
  const frameOf = (element: HTMLIFrameElement): Frame => {
    const known = frames.get(element);
    if (known !== undefined) return known;
    const frame: Frame = {
      port: null,
      window: {
        postMessage(message) {
          const copy = cloneData(message);
          later(() => {
            if (element.isConnected) frame.port?.receive(copy);
          });
        },
      },
    };
    frames.set(element, frame);
    return frame;
  };
  const removals = new MutationObserver(() => {
    for (const [element, frame] of frames) {
      if (!element.isConnected) frame.port?.disconnect();
    }
  });
  removals.observe(document, { childList: true, subtree: true });
  const harness: SimulatedFrames = {
    loads: [],
    answering: true,
    present: () => [...document.querySelectorAll('iframe')],
    uninstall() {
      removals.disconnect();
      for (const frame of frames.values()) frame.port?.disconnect();
      for (const name of ['src', 'contentWindow'] as const) {
        const descriptor = original[name];
        if (descriptor !== undefined) Object.defineProperty(prototype, name, descriptor);
      }
    },
  };
  Object.defineProperty(prototype, 'contentWindow', {
    configurable: true,
    get(this: HTMLIFrameElement) {
      return frameOf(this).window;
    },
  });
  Object.defineProperty(prototype, 'src', {
    configurable: true,
    get(this: HTMLIFrameElement) {
      return urls.get(this) ?? '';
    },
    set(this: HTMLIFrameElement, url: string) {
      urls.set(this, url);
      later(() => load(this));
    },
  });
  return harness;
}

/** A fresh copy of the unmodified library in this window. */
export function loadStreamsInWindow(): RealStreams {
  jest.isolateModules(() => {
    jest.requireActual('amazon-connect-streams');
  });
  return (globalThis as unknown as { connect: RealStreams }).connect;
}

/** Collects whatever is written to the console, in any of its voices, instead of showing it. */
export function watchConsole(): string[] {
  const lines: string[] = [];
  for (const voice of ['error', 'warn', 'info', 'log', 'debug'] as const) {
    jest.spyOn(console, voice).mockImplementation((...parts: unknown[]) => {
      lines.push(`${voice}: ${parts.map(String).join(' ')}`);
    });
  }
  return lines;
}
