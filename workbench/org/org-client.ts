import type { ApexCode } from './apex-code.ts';
import type { FaultKind } from './faults.ts';
import { textOf } from './org-record.ts';
import type { OrgState } from './org-state.ts';
import { ConnectionLost, OrgRefusal } from './refusal.ts';
import { callApex } from './run-apex.ts';
import type { OrgClient, RequestLogEntry } from './simulated-org.ts';
import { uiCreateRecord, uiGetPicklistValues, uiGetRecord, uiUpdateRecord } from './ui-api.ts';
import type { UiApiContext } from './ui-api.ts';

function refuseAtGate(kinds: ReadonlySet<FaultKind>): void {
  if (kinds.has('lost-request')) throw new ConnectionLost(false);
  if (kinds.has('expired-login')) {
    throw new OrgRefusal(401, 'Unauthorized', {
      statusCode: 401,
      errorCode: 'INVALID_SESSION_ID',
      message: 'Session expired or invalid',
    });
  }
  if (kinds.has('5xx')) {
    throw new OrgRefusal(503, 'Service Unavailable', {
      statusCode: 503,
      errorCode: 'SERVER_UNAVAILABLE',
      message: 'The server is busy. Try again.',
    });
  }
}

function outcomeOf(error: unknown): Pick<RequestLogEntry, 'outcome' | 'message'> {
  return {
    outcome: error instanceof ConnectionLost ? 'lost' : 'refused',
    message: error instanceof Error ? error.message : String(error),
  };
}

/** The org as one user's pages see it; `current` answers the state that is valid now. */
export function createOrgClient(current: () => OrgState, code: ApexCode, userId: string): OrgClient {
  const userName = (): string => {
    const user = current().store.find(userId);
    return user === undefined ? '' : textOf(user, 'Name');
  };

  const wait = (milliseconds: number): Promise<void> =>
    milliseconds === 0
      ? Promise.resolve()
      : new Promise((resolve) => current().clock.setTimer(milliseconds, resolve));

  const request = async <T>(
    method: string,
    params: unknown,
    work: (faults: ReadonlySet<FaultKind>) => T,
  ): Promise<T> => {
    const { clock, faults, log } = current();
    const at = clock.now();
    const drawn = faults.draw(method);
    const write = (end: Pick<RequestLogEntry, 'outcome' | 'message'>): void =>
      void log.push({ at, userId, method, params, ...end });
    try {
      await wait(drawn.latencyMs);
      refuseAtGate(drawn.kinds);
      const answer = structuredClone(work(drawn.kinds));
      if (drawn.kinds.has('lost-response')) throw new ConnectionLost(true);
      write({ outcome: 'ok', message: null });
      return answer;
    } catch (error) {
      write(outcomeOf(error));
      throw error;
    }
  };

  const uiContext = (): UiApiContext => {
    const { schema, dml, permissions } = current();
    return { access: { userId, mode: 'user', isSharingEnforced: true }, schema, dml, permissions };
  };

  return {
    userId,
    get userName() {
      return userName();
    },
    handleApex: (className, methodName, params) => {
      const name = `${className}.${methodName}`;
      const call = { className, methodName, params: (params ?? {}) as Record<string, unknown> };
      return request(name, params, (faults) => callApex(current(), code, userId, call, faults));
    },
    uiGetRecord: (recordId, fields) =>
      request('uiRecord.get', { recordId, fields }, () => uiGetRecord(uiContext(), recordId, fields)),
    uiGetPicklistValues: (object, field) =>
      request('uiObjectInfo.picklist', { object, field }, () =>
        uiGetPicklistValues(uiContext(), object, field),
      ),
    uiCreateRecord: (input) => request('uiRecord.create', input, () => uiCreateRecord(uiContext(), input)),
    uiUpdateRecord: (input) => request('uiRecord.update', input, () => uiUpdateRecord(uiContext(), input)),
  };
}
