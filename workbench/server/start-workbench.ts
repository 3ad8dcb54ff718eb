import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import { createPackageBuilder } from '../../scripts/build/build-package.ts';
import { describeBuildError } from '../bundle/build-errors.ts';
import { answerCcpRequest, attachCcpSocket } from './ccp-server.ts';
import { attachDialerSocket } from './dialer-socket.ts';
import { sendJson, sendText } from './http-answer.ts';
import { listen } from './listen.ts';
import { createLiveStreams } from './live-streams.ts';
import { answerOrgRequest } from './org-routes.ts';
import { answerPageRequest } from './page-routes.ts';
import type { Origins } from './page-routes.ts';
import { serveSockets } from './serve-sockets.ts';
import { createSessions } from './sessions.ts';
import type { Session } from './sessions.ts';
import { answerSimulatorRequest } from './simulator-routes.ts';
import { watchSources } from './watch-sources.ts';
import { buildWorkbench } from './workbench-build.ts';

export const DEFAULT_PORT = 3333;

export interface WorkbenchOptions {
  /** 0: any free port; a port in use leads to the next free one. */
  readonly port?: number;
  /** Where prebuilt files are kept; `.cache/workbench` when left out. */
  readonly cacheDir?: string;
  readonly quiet?: boolean;
  /** Rebuild and reload the pages when a source changes. */
  readonly watch?: boolean;
}

export interface Workbench {
  readonly url: string;
  readonly ccpUrl: string;
  readonly dialerUrl: string;
  stop(): Promise<void>;
}

/** Builds the package and serves the page, the simulated org, the simulated CCP and dialler on loopback ports. */
export async function startWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const root = resolve(import.meta.dirname, '../..');
  const cacheDir = options.cacheDir ?? join(root, '.cache/workbench');
  const say = (text: string): void => {
    if (options.quiet !== true) console.log(text);
  };
  const packageBuilder = createPackageBuilder(root);
  let build = await buildWorkbench({ root, cacheDir, packageBuilder });
  const live = createLiveStreams();
  const sendSimulators = (session: Session): void =>
    live.send(
      { kind: 'simulator', view: session.engine.view(), dialer: session.dialer.view() },
      session.name,
    );

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://workbench.invalid');
    const session = (): ReturnType<typeof sessions.get> =>
      sessions.get(searchParams.get('session') ?? 'default');
    if (!pathname.startsWith('/api/')) {
      answerPageRequest(pathname, response, { root, build, origins, session });
      return;
    }
    const path = pathname.slice('/api/'.length);
    const { name } = session();
    if (path === 'live') {
      live.open(response, name);
      live.send({ kind: 'hello', build: build.id }, name);
      sendSimulators(session());
      return;
    }
    const orgChanged = (): void => live.send({ kind: 'org' }, name);
    if (await answerOrgRequest(path, request, response, session(), searchParams, orgChanged)) return;
    if (await answerSimulatorRequest(path, request, response, session())) return;
    sendJson(response, 404, { message: `There is no ${pathname}.` });
  };
  const safely =
    (handle: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>) =>
    (request: IncomingMessage, response: ServerResponse): void => {
      Promise.resolve()
        .then(() => handle(request, response))
        .catch((error: unknown) => {
          const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
          say(`${request.method ?? ''} ${request.url ?? ''}: ${text}`);
          if (!response.headersSent) sendJson(response, 500, { message: text });
        });
    };

  const wanted = options.port ?? DEFAULT_PORT;
  const next = (port: number): number => (wanted === 0 ? 0 : port + 1);
  const main = await listen(wanted, safely(answer));
  const ccp = await listen(
    next(main.port),
    safely((request, response) =>
      answerCcpRequest(request, response, { html: build.pages.ccp, script: build.scripts.ccp }),
    ),
  );
  const dialer = await listen(
    next(ccp.port),
    safely((request, response) => {
      if (request.url?.startsWith('/dialer.js')) sendText(response, 200, build.scripts.dialer, '.js');
      else sendText(response, 200, build.pages.dialer);
    }),
  );
  const origins: Origins = { ccp: ccp.origin, dialer: dialer.origin };
  const sessions = createSessions({
    packageDir: join(root, 'force-app'),
    settingsDir: join(root, 'workbench/org/settings'),
    ccpUrl: (name) => `${ccp.origin}/ccp-v2?session=${name}`,
    dialerUrl: (name) => `${dialer.origin}/?session=${name}`,
  });
  sessions.onOpen((session) => {
    session.onChange(() => sendSimulators(session));
  });
  const stopCcpSockets = serveSockets(ccp, sessions, attachCcpSocket);
  const stopDialerSockets = serveSockets(dialer, sessions, attachDialerSocket);
  if (wanted !== 0 && main.port !== wanted) {
    say(`Port ${wanted} is in use; the workbench took ${main.port} instead.`);
  }

  const rebuild = async (): Promise<void> => {
    const started = performance.now();
    try {
      const fresh = await buildWorkbench({ root, cacheDir, packageBuilder });
      if (fresh.id === build.id) return;
      build = fresh;
      say(
        `Rebuilt in ${((performance.now() - started) / 1000).toFixed(1)} s; open pages load themselves anew.`,
      );
      live.send({ kind: 'reload', build: build.id });
    } catch (error) {
      const text = describeBuildError(error, root);
      say(`The build failed, the pages keep the last good one:\n${text}`);
      live.send({ kind: 'build-error', text });
    }
  };
  let queue = Promise.resolve();
  const stopWatching =
    options.watch === true
      ? watchSources(root, () => {
          queue = queue.then(rebuild);
        })
      : undefined;

  return {
    url: `${main.origin}/`,
    ccpUrl: `${ccp.origin}/ccp-v2`,
    dialerUrl: `${dialer.origin}/`,
    async stop() {
      stopWatching?.();
      live.closeAll();
      stopCcpSockets();
      stopDialerSockets();
      await Promise.all([main.close(), ccp.close(), dialer.close()]);
    },
  };
}
