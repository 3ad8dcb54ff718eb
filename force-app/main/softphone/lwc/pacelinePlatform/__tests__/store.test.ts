import { createStore, createTabStore } from '../store.ts';

const STORES = [
  ['localStorage', createStore],
  ['sessionStorage', createTabStore],
] as const;

describe.each(STORES)('a store over %s', (name, create) => {
  beforeEach(() => globalThis[name].clear());

  it('reads, lists and removes what was written', () => {
    const store = create();
    expect(store.read('a')).toBeNull();
    store.write('a', '1');
    store.write('b', '2');
    expect(globalThis[name].getItem('b')).toBe('2');
    expect(store.read('a')).toBe('1');
    expect([...store.keys()].sort()).toEqual(['a', 'b']);
    store.remove('a');
    expect(store.keys()).toEqual(['b']);
  });

  it('finds nothing and refuses to write where the browser blocks site data', () => {
    const original = Object.getOwnPropertyDescriptor(globalThis, name) as PropertyDescriptor;
    Object.defineProperty(globalThis, name, {
      configurable: true,
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    const store = create();
    Object.defineProperty(globalThis, name, original);
    expect(store.read('a')).toBeNull();
    expect(store.keys()).toEqual([]);
    store.remove('a');
    expect(() => store.write('a', '1')).toThrow(
      "Paceline: The browser's storage is switched off at a. Allow site data for this page, then reload it",
    );
  });
});
