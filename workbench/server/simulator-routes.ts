import type { IncomingMessage, ServerResponse } from 'node:http';
import { readJson, sendJson } from './http-answer.ts';
import type { Session } from './sessions.ts';

type Verbs = Readonly<Record<string, ((...args: readonly unknown[]) => unknown) | undefined>>;

function runVerb(session: Session, path: string, args: readonly unknown[]): unknown {
  if (path === 'sim/view') return session.engine.view();
  if (path === 'sim/reset') return session.resetEngine();
  const [, group, verb = ''] = path.split('/');
  const verbs = (group === 'world' ? session.engine.world : session.engine.agent) as unknown as Verbs;
  const method = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (method === undefined) throw new Error(`The simulator has no verb ${group}/${verb}.`);
  return method(...args);
}

/**
 * Answers `/api/sim/view`, `/api/sim/reset`, `/api/sim/world/<verb>` and `/api/sim/agent/<verb>`; a verb's arguments are
 * the body's JSON array, its refusal is status 400 with `{ message }`. False when `path` is none of them.
 */
export async function answerSimulatorRequest(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  session: Session,
): Promise<boolean> {
  if (!/^sim\/(view|reset|(world|agent)\/\w+)$/.test(path)) return false;
  const body = await readJson(request);
  try {
    sendJson(response, 200, { result: runVerb(session, path, Array.isArray(body) ? body : []) ?? null });
  } catch (error) {
    sendJson(response, 400, { message: error instanceof Error ? error.message : String(error) });
  }
  return true;
}
