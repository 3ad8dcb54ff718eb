import type {
  ActionRunner,
  OpenRequest,
  OpenResult,
  RunnerFailure,
  RunnerResult,
} from '../../src/model/action-runner.ts';
import type {
  ApplyOperation,
  ApplyRequest,
  LookUpRequest,
  OperationResult,
  PlatformError,
  RecordMatch,
} from '../../src/model/apex-contract.ts';

export type RunnerCall =
  | { readonly kind: 'lookUp'; readonly request: LookUpRequest }
  | { readonly kind: 'apply'; readonly request: ApplyRequest }
  | { readonly kind: 'open'; readonly tab: string; readonly request: OpenRequest };

/** `before`: the call fails and nothing happened; `after`: it happened, but the answer is lost; `hang`: no answer. */
export interface Fault {
  readonly on: RunnerCall['kind'];
  readonly when: 'before' | 'after' | 'hang';
  readonly failure?: RunnerFailure;
}

export const OFFLINE: RunnerFailure = { code: 'OFFLINE', message: 'There is no connection', heals: true };

/** A Salesforce org as small as it can be: one ledger for each call, as the real one keeps it. */
export interface FakeOrg {
  readonly calls: RunnerCall[];
  matches: readonly RecordMatch[];
  /** Taken off one by one by the calls that they concern. */
  readonly faults: Fault[];
  /** Error of an operation, by a function of it. */
  refuse: (operation: ApplyOperation, request: ApplyRequest) => PlatformError | null;
  /** What the server says that it changed in the values of each operation. */
  notes: readonly string[];
  /** What opening a page answers. */
  opening: OpenResult;
  /** Operations that really happened, by key. */
  readonly done: Map<string, ApplyOperation>;
  readonly interactions: Map<string, string>;
  readonly tasks: Map<string, string>;
  runnerOf(tab: string): ActionRunner;
}

const forEver = <T>(): Promise<T> => new Promise(() => undefined);

export function createFakeOrg(): FakeOrg {
  const ledger = new Map<string, OperationResult>();
  const created = new Map<string, number>();
  const nextId = (prefix: string): string => {
    const count = (created.get(prefix) ?? 0) + 1;
    created.set(prefix, count);
    return `${prefix}${String(count).padStart(15 - prefix.length, '0')}AAA`;
  };

  function run(operation: ApplyOperation, request: ApplyRequest): OperationResult {
    const { key } = operation;
    const known = ledger.get(`${request.callKey} ${key}`);
    if (known?.status === 'done') return { ...known, repeated: true };
    const error = org.refuse(operation, request);
    if (error !== null) return { key, status: 'failed', error };
    org.done.set(key, operation);
    if (
      operation.kind === 'close-interaction' &&
      operation.task !== null &&
      !org.tasks.has(request.callKey)
    ) {
      org.tasks.set(request.callKey, nextId('00T'));
    }
    const recordId = operation.kind === 'create-record' ? nextId('500') : null;
    const result: OperationResult = {
      key,
      status: 'done',
      recordId,
      repeated: false,
      notes: org.notes,
    };
    ledger.set(`${request.callKey} ${key}`, result);
    return result;
  }

  async function answer<T>(call: RunnerCall, happen: () => T): Promise<RunnerResult<T>> {
    org.calls.push(call);
    const index = org.faults.findIndex(({ on }) => on === call.kind);
    const [fault] = index < 0 ? [] : org.faults.splice(index, 1);
    await Promise.resolve();
    if (fault?.when === 'before') return { ok: false, failure: fault.failure ?? OFFLINE };
    const value = happen();
    if (fault?.when === 'hang') return forEver();
    return fault === undefined ? { ok: true, value } : { ok: false, failure: fault.failure ?? OFFLINE };
  }

  const org: FakeOrg = {
    calls: [],
    matches: [],
    faults: [],
    refuse: () => null,
    notes: [],
    opening: { status: 'opened', tabId: 'workspace-1' },
    done: new Map(),
    interactions: new Map(),
    tasks: new Map(),
    runnerOf: (tab) => ({
      lookUp: (request) =>
        answer({ kind: 'lookUp', request }, () => ({
          matches: org.matches,
          truncated: false,
          strategyIndex: org.matches.length === 0 ? null : 0,
          skipped: [],
        })),
      apply: (request) =>
        answer({ kind: 'apply', request }, () => {
          const interactionId = org.interactions.get(request.callKey) ?? nextId('a00');
          org.interactions.set(request.callKey, interactionId);
          const results = request.operations.map((operation) => run(operation, request));
          return { interactionId, taskId: org.tasks.get(request.callKey) ?? null, results };
        }),
      open: (request) => answer({ kind: 'open', tab, request }, () => org.opening),
    }),
  };
  return org;
}

export const ROBIN: RecordMatch = {
  recordId: '003000000000001AAA',
  objectApiName: 'Contact',
  name: 'Robin Example',
  detail: 'Example Ltd',
  rank: 1,
};

export const ALEX: RecordMatch = {
  ...ROBIN,
  recordId: '00Q000000000002AAA',
  objectApiName: 'Lead',
  name: 'Alex Sample',
};
