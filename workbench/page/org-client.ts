import type { OrgRecord } from '../org/org-record.ts';
import type { RequestLogEntry, UiPicklist, UiRecord } from '../org/simulated-org.ts';
import type { FieldValues } from '../../src/model/apex-contract.ts';

/** The simulated org as the page reaches it. Rejections have the platform's shape: `{ body, ok, status, statusText }`. */
export interface OrgHttpClient {
  apex(className: string, methodName: string, params: unknown): Promise<unknown>;
  getRecord(recordId: string, fields: readonly string[]): Promise<UiRecord>;
  picklistValues(object: string, field: string): Promise<UiPicklist>;
  createRecord(input: { readonly apiName: string; readonly fields: FieldValues }): Promise<UiRecord>;
  updateRecord(input: { readonly fields: FieldValues }): Promise<UiRecord>;
  /** Calls of the workbench itself, not of the components. */
  records(object: string): Promise<readonly OrgRecord[]>;
  requests(): Promise<readonly RequestLogEntry[]>;
  /** `org/reset`, `sim/world/offerInbound`, ...: what the simulator pane does. */
  command(path: string, body?: unknown): Promise<unknown>;
}

const OFFLINE = {
  ok: false,
  status: 0,
  statusText: 'NETWORK_ERROR',
  body: { message: 'Disconnected or Canceled', exceptionType: 'NETWORK_ERROR' },
};

/** A connection that breaks, before the answer or within it, is what the platform calls offline. */
function refuseLost(error: unknown): Promise<never> {
  return Promise.reject(error instanceof TypeError ? OFFLINE : error);
}

/** What a rejection of the client says, in the platform's shape or the workbench's own. */
export function refusalText(error: unknown): string {
  const { body, message } = error as {
    readonly body?: { readonly message?: unknown };
    readonly message?: unknown;
  };
  return String(body?.message ?? message ?? error);
}

/** `query` names the session, and goes with every request. */
export function createOrgClient(query: string): OrgHttpClient {
  const call = async (path: string, body?: unknown): Promise<unknown> => {
    const init =
      body === undefined
        ? {}
        : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const separator = path.includes('?') ? '&' : '?';
    const response = await fetch(`/api/${path}${separator}${query}`, init).catch(refuseLost);
    const answer = (await response.json().catch(refuseLost)) as unknown;
    return response.ok ? answer : Promise.reject(answer);
  };
  return {
    apex: (className, methodName, params) => call('apex', { className, methodName, params: params ?? {} }),
    getRecord: (recordId, fields) => call('ui/get', { recordId, fields }) as Promise<UiRecord>,
    picklistValues: (object, field) => call('ui/picklist', { object, field }) as Promise<UiPicklist>,
    createRecord: (input) => call('ui/create', input) as Promise<UiRecord>,
    updateRecord: (input) => call('ui/update', input) as Promise<UiRecord>,
    records: (object) =>
      call(`org/records?object=${encodeURIComponent(object)}`) as Promise<readonly OrgRecord[]>,
    requests: () => call('org/requests') as Promise<readonly RequestLogEntry[]>,
    command: (path, body = {}) => call(path, body),
  };
}
