import { createStore } from '../store.ts';

describe('createStore', () => {
  beforeEach(() => localStorage.clear());

  it('reads, lists and removes what was written', () => {
    const store = createStore();
    expect(store.read('a')).toBeNull();
    store.write('a', '1');
    store.write('b', '2');
    expect(store.read('a')).toBe('1');
    expect([...store.keys()].sort()).toEqual(['a', 'b']);
    store.remove('a');
    expect(store.keys()).toEqual(['b']);
  });

  it('finds nothing and refuses to write where the browser blocks site data', () => {
    const original = Object.getOwnPropertyDescriptor(globalThis, 'localStorage') as PropertyDescriptor;
    Object.defineProperty(globalThis, 'localStorage', {
      configurable: true,
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    const store = createStore();
    Object.defineProperty(globalThis, 'localStorage', original);
    expect(store.read('a')).toBeNull();
    expect(store.keys()).toEqual([]);
    store.remove('a');
    expect(() => store.write('a', '1')).toThrow(
      "Paceline: The browser's storage is switched off at a. Allow site data for this page, then reload it",
    );
  });
});
