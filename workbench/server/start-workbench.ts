import { join, resolve } from 'node:path';
import { answerSafely } from './answer-safely.ts';
import { answerCcpRequest, attachCcpSocket } from './ccp-server.ts';
import { answerDialerRequest, attachDialerSocket } from './dialer-server.ts';
import { readInstalledPackage } from '../org/installed-package.ts';
import { reloadApex } from './keep-apex.ts';
import { keepBuilt } from './keep-built.ts';
import { listen } from './listen.ts';
import { createLiveStreams } from './live-streams.ts';
import { answerMainRequest, sendSimulators } from './main-routes.ts';
import type { Origins } from './page-routes.ts';
import { serveSockets } from './serve-sockets.ts';
import { createSessions } from './sessions.ts';
import { watchSources } from './watch-sources.ts';

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
  const say = (text: string): void => {
    if (options.quiet !== true) console.log(text);
  };
  const live = createLiveStreams();
  const keeper = await keepBuilt({
    root,
    cacheDir: options.cacheDir ?? join(root, '.cache/workbench'),
    say,
    tellPages: (message) => live.send(message),
  });

  const wanted = options.port ?? DEFAULT_PORT;
  const next = (port: number): number => (wanted === 0 ? 0 : port + 1);
  const main = await listen(
    wanted,
    answerSafely((request, response) => answerMainRequest(request, response, context), say),
  );
  const ccp = await listen(
    next(main.port),
    answerSafely((request, response) => answerCcpRequest(request, response, keeper.current()), say),
  );
  const dialer = await listen(
    next(ccp.port),
    answerSafely((request, response) => answerDialerRequest(request, response, keeper.current()), say),
  );
  if (wanted !== 0 && main.port !== wanted) {
    say(`Port ${wanted} is in use; the workbench took ${main.port} instead.`);
  }

  const packageDir = join(root, 'force-app');
  const settingsDir = join(root, 'workbench/org/settings');
  const installed = readInstalledPackage([packageDir, settingsDir]);
  reloadApex(installed.code, say);
  const sessions = createSessions({
    packageDir,
    settingsDir,
    installed,
    ccpUrl: (name) => `${ccp.origin}/ccp-v2?session=${name}`,
    dialerUrl: (name) => `${dialer.origin}/?session=${name}`,
  });
  sessions.onOpen((session) => {
    session.onChange(() => sendSimulators(live, session));
  });
  const rebuild = (): void => {
    reloadApex(installed.code, say);
    keeper.rebuild();
  };
  const origins: Origins = { ccp: ccp.origin, dialer: dialer.origin };
  const context = { root, sessions, live, origins, build: keeper.current };
  const stops = [
    serveSockets(ccp, sessions, attachCcpSocket),
    serveSockets(dialer, sessions, attachDialerSocket),
    ...(options.watch === true ? [watchSources(root, rebuild)] : []),
  ];

  return {
    url: `${main.origin}/`,
    ccpUrl: `${ccp.origin}/ccp-v2`,
    dialerUrl: `${dialer.origin}/`,
    async stop() {
      for (const stop of stops) stop();
      live.closeAll();
      await Promise.all([main.close(), ccp.close(), dialer.close()]);
    },
  };
}
