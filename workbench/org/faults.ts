/** What can go wrong on the way to the org and inside it. */
export type FaultKind =
  /** The answer comes after `latencyMs`. */
  | 'latency'
  /** The request never reached the org. */
  | 'lost-request'
  /** The org did the work, its answer never came back. */
  | 'lost-response'
  /** The gateway answers 503; nothing happened. */
  | '5xx'
  /** UNABLE_TO_LOCK_ROW; the transaction is rolled back. */
  | 'row-lock'
  /** Another transaction inserts the same interaction first. */
  | 'duplicate'
  /** The session has ended: 401. */
  | 'expired-login'
  /** Someone's trigger or a governor limit ends the transaction when it holds more than one operation. */
  | 'batch-failure';

export interface Fault {
  readonly kind: FaultKind;
  /** How many matching requests are hit; 1 when left out. */
  readonly times?: number;
  /** Only requests of this method, `PacelineInteractionController.apply`; any when left out. */
  readonly method?: string;
  /** For `latency`. */
  readonly latencyMs?: number;
}

export interface RandomFaults {
  readonly seed: number;
  /** Probability of each kind for each request, 0 to 1. */
  readonly rates: Partial<Readonly<Record<FaultKind, number>>>;
  /** Upper bound of the drawn latency. */
  readonly maxLatencyMs?: number;
}

/** Faults drawn for one request. */
export interface DrawnFaults {
  readonly kinds: ReadonlySet<FaultKind>;
  readonly latencyMs: number;
}

export interface FaultInjector {
  /** Queues a fault for the coming requests. */
  next(fault: Fault): void;
  /** Draws faults by chance from now on; null stops that. */
  random(faults: RandomFaults | null): void;
  /** While offline every request is lost before it reaches the org. */
  offline(isOffline: boolean): void;
  clear(): void;
  draw(method: string): DrawnFaults;
}

function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

interface QueuedFault extends Fault {
  left: number;
}

export function createFaultInjector(): FaultInjector {
  let queue: QueuedFault[] = [];
  let chance: { draw: () => number; faults: RandomFaults } | null = null;
  let isOffline = false;

  return {
    next(fault) {
      queue.push({ ...fault, left: fault.times ?? 1 });
    },
    random(faults) {
      chance = faults === null ? null : { draw: mulberry32(faults.seed), faults };
    },
    offline(value) {
      isOffline = value;
    },
    clear() {
      queue = [];
      chance = null;
      isOffline = false;
    },
    draw(method) {
      const kinds = new Set<FaultKind>();
      let latencyMs = 0;
      const hit = queue.find((fault) => fault.method === undefined || fault.method === method);
      if (hit !== undefined) {
        hit.left -= 1;
        kinds.add(hit.kind);
        latencyMs = hit.latencyMs ?? 0;
        queue = queue.filter((fault) => fault.left > 0);
      }
      if (chance !== null) {
        for (const [kind, rate] of Object.entries(chance.faults.rates) as [FaultKind, number][]) {
          if (chance.draw() >= rate) continue;
          kinds.add(kind);
          if (kind === 'latency')
            latencyMs += Math.floor(chance.draw() * (chance.faults.maxLatencyMs ?? 5000));
        }
      }
      if (isOffline) kinds.add('lost-request');
      return { kinds, latencyMs };
    },
  };
}
