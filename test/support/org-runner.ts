import type { ActionRunner, OpenRequest, RunnerResult } from '../../src/model/action-runner.ts';
import type { ApplyResponse, LookUpResponse } from '../../src/model/apex-contract.ts';
import { describeFailure } from '../../force-app/main/actions/lwc/pacelineActionRunner/failure.ts';
import { ConnectionLost, OrgRefusal } from '../../workbench/org/refusal.ts';
import type { OrgClient } from '../../workbench/org/simulated-org.ts';

/** What Lightning rejects with when the connection breaks. */
const CUT_OFF = {
  ok: false,
  status: 0,
  statusText: 'NETWORK_ERROR',
  body: { message: 'Disconnected or Canceled', exceptionType: 'NETWORK_ERROR' },
};

/**
 * The simulated org behind the runner port; its failures are read by the product's own hand. Pages open at once and are
 * noted by `opened`; `isOnline` is the browser's opinion of the network.
 */
export function createOrgRunner(
  org: OrgClient,
  opened: (request: OpenRequest) => void = () => undefined,
  isOnline: () => boolean = () => true,
): ActionRunner {
  function rejectionOf(error: unknown): unknown {
    if (error instanceof ConnectionLost) return CUT_OFF;
    if (error instanceof OrgRefusal) return error.response;
    throw error;
  }

  async function call<T>(className: string, method: string, request: unknown): Promise<RunnerResult<T>> {
    try {
      const params = { requestJson: JSON.stringify(request) };
      return { ok: true, value: (await org.handleApex(className, method, params)) as T };
    } catch (error) {
      return { ok: false, failure: describeFailure(rejectionOf(error), isOnline()) };
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
