import type { Stop } from '../../../src/model/ports.ts';

type Emit = (value: unknown) => void;

/** The protocol that the LWC engine speaks with the adapter of a `@wire`. */
export type WireAdapterClass = new (emit: Emit) => {
  connect(): void;
  update(config: Readonly<Record<string, unknown>>): void;
  disconnect(): void;
};

/** A wire that gives the same value to everyone, and each later one; its configuration does not matter. */
export function createValueAdapter(
  read: () => unknown,
  subscribe: (changed: () => void) => Stop,
): WireAdapterClass {
  return class {
    readonly #emit: Emit;
    #stop: Stop | undefined;

    constructor(emit: Emit) {
      this.#emit = emit;
    }

    connect(): void {
      this.#emit(read());
      this.#stop = subscribe(() => this.#emit(read()));
    }

    update(): void {
      this.#emit(read());
    }

    disconnect(): void {
      this.#stop?.();
    }
  };
}

/** A wire that loads `{ data, error }` for its configuration, and again when `subscribe` says so. */
export function createLoadingAdapter(
  load: (config: Readonly<Record<string, unknown>>) => Promise<unknown> | null,
  subscribe: (reload: () => void) => Stop,
): WireAdapterClass {
  return class {
    readonly #emit: Emit;
    #config: Readonly<Record<string, unknown>> = {};
    #stop: Stop | undefined;

    constructor(emit: Emit) {
      this.#emit = emit;
      emit({ data: undefined, error: undefined });
    }

    connect(): void {
      this.#stop = subscribe(() => this.#load());
    }

    update(config: Readonly<Record<string, unknown>>): void {
      this.#config = config;
      this.#load();
    }

    disconnect(): void {
      this.#stop?.();
    }

    #load(): void {
      const config = this.#config;
      load(config)?.then(
        (data) => {
          if (config === this.#config) this.#emit({ data, error: undefined });
        },
        (error: unknown) => this.#emit({ data: undefined, error }),
      );
    }
  };
}
