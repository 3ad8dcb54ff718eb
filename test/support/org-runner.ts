import type {
  ActionRunner,
  OpenRequest,
  RunnerFailure,
  RunnerResult,
} from '../../src/model/action-runner.ts';
import type { ApplyResponse, LookUpResponse } from '../../src/model/apex-contract.ts';
import { ConnectionLost, OrgRefusal } from '../../workbench/org/refusal.ts';
import type { OrgClient } from '../../workbench/org/simulated-org.ts';

const STATUS_CODE = /^([A-Z_]+):/;

function describe(error: unknown): RunnerFailure {
  if (error instanceof ConnectionLost) return { code: 'OFFLINE', message: error.message, heals: true };
  if (!(error instanceof OrgRefusal)) throw error;
  const code = STATUS_CODE.exec(error.message)?.[1] ?? `HTTP_${error.response.status}`;
  const heals = [401, 503].includes(error.response.status) || code === 'UNABLE_TO_LOCK_ROW';
  return { code, message: error.message, heals };
}

/** The simulated org behind the runner port; pages open at once and are noted by `opened`. */
export function createOrgRunner(
  org: OrgClient,
  opened: (request: OpenRequest) => void = () => undefined,
): ActionRunner {
  async function call<T>(className: string, method: string, request: unknown): Promise<RunnerResult<T>> {
    try {
      const params = { requestJson: JSON.stringify(request) };
      return { ok: true, value: (await org.handleApex(className, method, params)) as T };
    } catch (error) {
      return { ok: false, failure: describe(error) };
    }
  }
  return {
    lookUp: (request) => call<LookUpResponse>('PacelineLookupController', 'search', request),
    apply: (request) => call<ApplyResponse>('PacelineInteractionController', 'apply', request),
    open: async (request) => {
      opened(request);
      return { ok: true, value: { status: 'opened', tabId: null } };
    },
  };
}
