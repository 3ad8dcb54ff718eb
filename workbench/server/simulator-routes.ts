import type { IncomingMessage, ServerResponse } from 'node:http';
import { refuseChange } from './guard-requests.ts';
import { BadRequest, readJson, sendJson } from './http-answer.ts';
import type { Behaviours, Session } from './sessions.ts';

type Verbs = Readonly<Record<string, ((...args: readonly unknown[]) => unknown) | undefined>>;

function findVerbs(session: Session, group: string | undefined): Verbs {
  if (group === 'dialer') return session.dialer.verbs as unknown as Verbs;
  return (group === 'world' ? session.engine.world : session.engine.agent) as unknown as Verbs;
}

function runVerb(session: Session, path: string, body: unknown): unknown {
  if (path === 'sim/view') return session.engine.view();
  if (path === 'sim/dialer-view') return session.dialer.view();
  if (path === 'sim/mark') return session.sendMark(String(body));
  if (path === 'sim/reset') return session.resetSimulators(body as Behaviours);
  const [, group, verb = ''] = path.split('/');
  const verbs = findVerbs(session, group);
  const method = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (method === undefined) throw new Error(`The simulator has no verb ${group ?? ''}/${verb}.`);
  const args: unknown[] = Array.isArray(body) ? body : [];
  return method(...args.map((value) => value ?? undefined));
}

/**
 * Answers `/api/sim/view`, `/api/sim/dialer-view`, `/api/sim/reset` (its body: `{ ccp?, dialer? }`, the behaviours),
 * `/api/sim/mark` (its body: a text that both frames post to their page after everything before it) and
 * `/api/sim/(world|agent|dialer)/<verb>`; a verb's arguments are the body's JSON array (null: left out), its refusal is status 400 with
 * `{ message }`. False when `path` is none of them.
 */
export async function answerSimulatorRequest(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  session: Session,
): Promise<boolean> {
  if (!/^sim\/(view|dialer-view|reset|mark|(world|agent|dialer)\/\w+)$/.test(path)) return false;
  const refusal = /view$/.test(path) ? null : refuseChange(request);
  if (refusal !== null) throw new BadRequest(405, refusal);
  const body = await readJson(request);
  try {
    sendJson(response, 200, { result: runVerb(session, path, body) ?? null });
  } catch (error) {
    sendJson(response, 400, { message: error instanceof Error ? error.message : String(error) });
  }
  return true;
}
