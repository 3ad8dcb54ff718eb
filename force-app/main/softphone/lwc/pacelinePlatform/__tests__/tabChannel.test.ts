import { createTabChannel } from '../tabChannel.ts';

class FakeBroadcastChannel {
  static readonly open: FakeBroadcastChannel[] = [];
  onmessage: ((event: { data: unknown }) => void) | null = null;
  readonly name: string;

  constructor(name: string) {
    this.name = name;
    FakeBroadcastChannel.open.push(this);
  }

  postMessage(data: unknown): void {
    for (const other of FakeBroadcastChannel.open) {
      if (other !== this && other.name === this.name) other.onmessage?.({ data });
    }
  }

  close(): void {
    FakeBroadcastChannel.open.splice(FakeBroadcastChannel.open.indexOf(this), 1);
  }
}

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'BroadcastChannel');
  FakeBroadcastChannel.open.length = 0;
});

describe('createTabChannel', () => {
  it('carries messages to the other tabs, not to itself, until it is stopped', () => {
    Object.assign(globalThis, { BroadcastChannel: FakeBroadcastChannel });
    const unavailable = jest.fn();
    const here = createTabChannel(unavailable);
    const there = createTabChannel(unavailable);
    const heardHere: unknown[] = [];
    const heardThere: unknown[] = [];
    here.listen((message) => heardHere.push(message));
    const stop = there.listen((message) => heardThere.push(message));
    here.post({ hello: 1 });
    stop();
    here.post({ hello: 2 });
    expect(heardHere).toEqual([]);
    expect(heardThere).toEqual([{ hello: 1 }]);
    expect(unavailable).not.toHaveBeenCalled();
  });

  it('gives the browser its channel back and is silent from then on', () => {
    Object.assign(globalThis, { BroadcastChannel: FakeBroadcastChannel });
    const channel = createTabChannel(jest.fn());
    channel.close();
    expect(FakeBroadcastChannel.open).toEqual([]);
    expect(() => channel.post({ late: true })).not.toThrow();
  });

  it('leaves a tab alone, and says so, in a browser without channels', () => {
    const unavailable = jest.fn();
    const channel = createTabChannel(unavailable);
    const stop = channel.listen(() => undefined);
    channel.post({ hello: 1 });
    stop();
    channel.close();
    expect(unavailable).toHaveBeenCalledTimes(1);
  });
});
