import type { ApexMap, Value } from '../../model/values.ts';

/** The keys of a Map as the elements of a Set that is backed by it: what changes one changes the other. */
export class KeyView extends Map<unknown, Value> {
  readonly #source: ApexMap['items'];

  constructor(source: ApexMap['items']) {
    super();
    this.#source = source;
  }

  override get size(): number {
    return this.#source.size;
  }

  override has(key: unknown): boolean {
    return this.#source.has(key);
  }

  override get(key: unknown): Value | undefined {
    return this.#source.get(key)?.key;
  }

  override delete(key: unknown): boolean {
    return this.#source.delete(key);
  }

  override clear(): void {
    this.#source.clear();
  }

  override keys(): MapIterator<unknown> {
    return this.#source.keys();
  }

  override *values(): MapIterator<Value> {
    for (const entry of this.#source.values()) yield entry.key;
  }

  override *entries(): MapIterator<[unknown, Value]> {
    for (const [key, entry] of this.#source) yield [key, entry.key];
  }

  override [Symbol.iterator](): MapIterator<[unknown, Value]> {
    return this.entries();
  }

  override forEach(visit: (value: Value, key: unknown, map: Map<unknown, Value>) => void): void {
    for (const [key, value] of this) visit(value, key, this);
  }
}
