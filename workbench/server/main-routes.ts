import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendJson } from './http-answer.ts';
import type { LiveStreams } from './live-streams.ts';
import { answerOrgRequest } from './org-routes.ts';
import { answerPageRequest } from './page-routes.ts';
import type { Origins } from './page-routes.ts';
import { refuseSessionName } from './sessions.ts';
import type { Session, Sessions } from './sessions.ts';
import { answerSimulatorRequest } from './simulator-routes.ts';
import type { WorkbenchBuild } from './workbench-build.ts';

interface MainContext {
  readonly root: string;
  readonly sessions: Sessions;
  readonly live: LiveStreams;
  readonly origins: Origins;
  /** The newest build that succeeded. */
  build(): WorkbenchBuild;
}

/** Tells the session's pages what its simulators show now. */
export function sendSimulators(live: LiveStreams, session: Session): void {
  live.send({ kind: 'simulator', view: session.engine.view(), dialer: session.dialer.view() }, session.name);
}

/** Answers the page's own origin: the page and its files, `/api/live`, the org and the simulators of a session. */
export async function answerMainRequest(
  request: IncomingMessage,
  response: ServerResponse,
  context: MainContext,
): Promise<void> {
  const { root, live, origins } = context;
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://workbench.invalid');
  const sessionName = searchParams.get('session') ?? 'default';
  const refusal = refuseSessionName(sessionName);
  if (refusal !== null) {
    sendJson(response, 400, { message: refusal });
    return;
  }
  const findSession = (): Session => context.sessions.get(sessionName);
  if (!pathname.startsWith('/api/')) {
    answerPageRequest(pathname, response, { root, build: context.build(), origins, session: findSession });
    return;
  }
  const path = pathname.slice('/api/'.length);
  const session = findSession();
  if (path === 'live') {
    live.open(response, session.name);
    live.send({ kind: 'hello', build: context.build().id }, session.name);
    sendSimulators(live, session);
    return;
  }
  const orgChanged = (): void => live.send({ kind: 'org' }, session.name);
  if (await answerOrgRequest(path, request, response, session, searchParams, orgChanged)) return;
  if (await answerSimulatorRequest(path, request, response, session)) return;
  sendJson(response, 404, { message: `There is no ${pathname}.` });
}
