import { createLock } from '../lock.ts';

/** Web Locks in one line of waiting, as far as Paceline uses them. */
function fakeLocks() {
  let tail: Promise<unknown> = Promise.resolve();
  let rob: (() => void) | undefined;
  return {
    request(_name: string, { steal }: LockOptions, run: () => Promise<void> | undefined): Promise<void> {
      if (steal === true) {
        rob?.();
        tail = Promise.resolve();
      }
      const robbed = new Promise<never>((_resolve, reject) => {
        rob = () => reject(new DOMException('The lock was stolen', 'AbortError'));
      });
      const mine = Promise.race([tail.then(run), robbed]);
      tail = mine.catch(() => undefined);
      return mine as Promise<void>;
    },
  };
}

async function rest(): Promise<void> {
  for (let round = 0; round < 10; round += 1) await Promise.resolve();
}

function setLocks(locks: unknown): void {
  Object.defineProperty(navigator, 'locks', { configurable: true, value: locks });
}

afterEach(() => setLocks(undefined));

describe('createLock over Web Locks', () => {
  it('gives the lock to one holder after the other', async () => {
    setLocks(fakeLocks());
    const unavailable = jest.fn();
    const lock = createLock(unavailable);
    const order: string[] = [];
    const stopFirst = lock.hold('leader', () => order.push('first'));
    const stopSecond = lock.hold('leader', () => order.push('second'));
    await rest();
    expect(order).toEqual(['first']);
    stopFirst();
    stopFirst();
    await rest();
    expect(order).toEqual(['first', 'second']);
    stopSecond();
    expect(unavailable).not.toHaveBeenCalled();
  });

  it('never gives the lock to one who stopped waiting', async () => {
    setLocks(fakeLocks());
    const lock = createLock(jest.fn());
    const order: string[] = [];
    const stopFirst = lock.hold('leader', () => order.push('first'));
    const stopSecond = lock.hold('leader', () => order.push('second'));
    lock.hold('leader', () => order.push('third'));
    stopSecond();
    await rest();
    stopFirst();
    await rest();
    expect(order).toEqual(['first', 'third']);
  });
});

describe('a stolen lock', () => {
  it('goes to the thief at once, and its holder hears of it', async () => {
    setLocks(fakeLocks());
    const unavailable = jest.fn();
    const lock = createLock(unavailable);
    const order: string[] = [];
    lock.hold('leader', () => order.push('first'), { lost: () => order.push('lost') });
    await rest();
    lock.hold('leader', () => order.push('thief'), { steal: true });
    await rest();
    expect(order.sort()).toEqual(['first', 'lost', 'thief']);
    expect(unavailable).not.toHaveBeenCalled();
  });

  it('is no news to a holder who gave it back', async () => {
    setLocks(fakeLocks());
    const lock = createLock(jest.fn());
    const lost = jest.fn();
    const stop = lock.hold('leader', () => undefined, { lost });
    await rest();
    stop();
    lock.hold('leader', () => undefined, { steal: true });
    await rest();
    expect(lost).not.toHaveBeenCalled();
  });
});

describe('createLock without Web Locks', () => {
  it('says so and lets every tab work', async () => {
    setLocks(undefined);
    const unavailable = jest.fn();
    const acquired = jest.fn();
    createLock(unavailable).hold('leader', acquired);
    expect(acquired).not.toHaveBeenCalled();
    await rest();
    expect(acquired).toHaveBeenCalledTimes(1);
    expect(unavailable).toHaveBeenCalledTimes(1);
  });

  it('does the same when the page may not use them', async () => {
    setLocks({ request: () => Promise.reject(new Error('refused')) });
    const unavailable = jest.fn();
    const acquired = jest.fn();
    createLock(unavailable).hold('leader', acquired);
    await rest();
    expect(acquired).toHaveBeenCalledTimes(1);
    expect(unavailable).toHaveBeenCalledTimes(1);
  });

  it('acquires nothing once it was stopped', async () => {
    setLocks(undefined);
    const acquired = jest.fn();
    createLock(jest.fn()).hold('leader', acquired)();
    await rest();
    expect(acquired).not.toHaveBeenCalled();
  });
});
