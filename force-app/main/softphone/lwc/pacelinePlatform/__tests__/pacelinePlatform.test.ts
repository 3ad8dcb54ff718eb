import { createBrowserPorts, createClock } from 'c/pacelinePlatform';
import type { Limitation } from 'c/pacelinePlatform';

describe('createClock', () => {
  it('tells the time and runs a timer once, unless it was cancelled', () => {
    jest.useFakeTimers({ now: 5000 });
    const clock = createClock();
    const ran: string[] = [];
    clock.setTimer(100, () => ran.push('kept'));
    const cancel = clock.setTimer(50, () => ran.push('cancelled'));
    cancel();
    cancel();
    jest.advanceTimersByTime(200);
    expect(clock.now()).toBe(5200);
    expect(ran).toEqual(['kept']);
    jest.useRealTimers();
  });
});

describe('createBrowserPorts', () => {
  it('names what this browser cannot do', () => {
    const limits: Limitation[] = [];
    const ports = createBrowserPorts((limitation) => limits.push(limitation));
    expect(limits).toEqual(['no-tab-channel', 'no-locks']);
    ports.close();
  });

  it('tells when the browser is online again, until stopped', () => {
    const { onReconnect } = createBrowserPorts(() => undefined);
    const told = jest.fn();
    const stop = onReconnect(told);
    window.dispatchEvent(new Event('online'));
    stop();
    window.dispatchEvent(new Event('online'));
    expect(told).toHaveBeenCalledTimes(1);
  });

  it('draws ids from the browser', () => {
    const original = globalThis.crypto;
    Object.defineProperty(globalThis, 'crypto', {
      configurable: true,
      value: { randomUUID: () => '11111111-2222-4333-8444-555555555555' },
    });
    const { ids } = createBrowserPorts(() => undefined);
    expect(ids.next()).toBe('11111111-2222-4333-8444-555555555555');
    const drawn = ids.random();
    expect(drawn >= 0 && drawn < 1).toBe(true);
    Object.defineProperty(globalThis, 'crypto', { configurable: true, value: original });
  });
});
