import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FieldValues } from '../../src/model/apex-contract.ts';
import { ConnectionLost, OrgRefusal } from '../org/refusal.ts';
import type { SimulatedOrg } from '../org/simulated-org.ts';
import { varyCcpUrl } from './ccp-variant.ts';
import { refuseChange } from './guard-requests.ts';
import { BadRequest, readJson, sendJson } from './http-answer.ts';
import type { SetupEntry } from '../shared/setup-object.ts';
import type { Session } from './sessions.ts';
import { listCustomMetadata, listSetupObjects, saveCustomMetadata } from './setup/setup-calls.ts';

interface ApexCall {
  readonly className: string;
  readonly methodName: string;
  readonly params: unknown;
}

type OrgCall = (org: SimulatedOrg, body: Record<string, unknown>, query: URLSearchParams) => unknown;

const CALLS: Readonly<Record<string, OrgCall>> = {
  apex: async (org, body, query) => {
    const { className, methodName, params } = body as unknown as ApexCall;
    const answer = await org.handleApex(className, methodName, params);
    return varyCcpUrl(className, answer, query.get('ccp'));
  },
  'ui/get': (org, body) => org.uiGetRecord(String(body['recordId']), body['fields'] as string[]),
  'ui/picklist': (org, body) => org.uiGetPicklistValues(String(body['object']), String(body['field'])),
  'ui/create': (org, body) => org.uiCreateRecord(body as unknown as { apiName: string; fields: FieldValues }),
  'ui/update': (org, body) => org.uiUpdateRecord(body as unknown as { fields: FieldValues }),
  'org/objects': (org) => org.objectNames(),
  'org/records': (org, _body, query) => org.listRecords(query.get('object') ?? ''),
  'org/requests': (org) => org.requests(),
  'org/reset': (org) => org.reset(),
  'org/housekeeping': (org) => org.runHousekeeping(),
  'org/fault': (org, body) =>
    org.faults.next(body as unknown as Parameters<SimulatedOrg['faults']['next']>[0]),
  'org/random-faults': (org, body) =>
    org.faults.random((body['faults'] ?? null) as Parameters<SimulatedOrg['faults']['random']>[0]),
  'org/offline': (org, body) => org.faults.offline(body['offline'] === true),
  'org/clear-faults': (org) => org.faults.clear(),
  'org/admin': (org, body) => {
    const verbs = org.admin as unknown as Record<string, (...args: unknown[]) => unknown>;
    const name = String(body['verb']);
    const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
    if (verb === undefined)
      throw new OrgRefusal(404, 'Not Found', { message: `No verb ${String(body['verb'])}` });
    return verb(...(body['args'] as unknown[]));
  },
  'setup/objects': () => listSetupObjects(),
  'setup/records': (org, body) => listCustomMetadata(org, String(body['type'])),
  'setup/save': (org, body) => saveCustomMetadata(org, body as unknown as SetupEntry),
};

const READS = new Set([
  'ui/get',
  'ui/picklist',
  'org/objects',
  'org/records',
  'org/requests',
  'setup/objects',
  'setup/records',
]);

/** Answers `/api/apex`, `/api/ui/…`, `/api/org/…` and `/api/setup/…`; false when `path` is none of them. */
export async function answerOrgRequest(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  session: Session,
  query: URLSearchParams,
  changed: () => void,
): Promise<boolean> {
  const call = Object.hasOwn(CALLS, path) ? CALLS[path] : undefined;
  if (call === undefined) return false;
  const refusal = READS.has(path) ? null : refuseChange(request);
  if (refusal !== null) throw new BadRequest(405, refusal);
  const body = (await readJson(request)) as Record<string, unknown>;
  try {
    sendJson(response, 200, await call(session.org, body, query));
  } catch (error) {
    if (error instanceof ConnectionLost) {
      request.socket.destroy();
      // What was lost on its way in changed nothing, and each news of a change makes the pages ask again.
      if (!error.happened) return true;
    } else if (error instanceof OrgRefusal) sendJson(response, error.response.status, error.response);
    else throw error;
  }
  if (!READS.has(path)) changed();
  return true;
}
