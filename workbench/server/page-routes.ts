import type { ServerResponse } from 'node:http';
import { existsSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { walkFiles } from '../../scripts/build/files.ts';
import type { PageConfig } from '../shared/page-config.ts';
import { readCustomPermissions } from './custom-permissions.ts';
import { sendFile, sendJson, sendText } from './http-answer.ts';
import type { Session } from './sessions.ts';
import type { WorkbenchBuild } from './workbench-build.ts';

const A_DAY = 86_400;

/** Where the page finds the other two origins. */
export interface Origins {
  readonly ccp: string;
  readonly dialer: string;
}

function pageConfig(session: Session, build: WorkbenchBuild, origins: Origins, root: string): PageConfig {
  return {
    session: session.name,
    settingNames: session.org.settingNames(),
    userId: session.org.userId,
    userName: session.org.userName,
    orgId: session.org.id,
    ccpOrigin: origins.ccp,
    dialerOrigin: origins.dialer,
    imports: build.components.imports,
    components: build.components.components,
    labels: build.labels,
    customPermissions: readCustomPermissions(root),
    build: build.id,
  };
}

function sendStaticResource(response: ServerResponse, root: string, name: string): void {
  const file = walkFiles(join(root, 'force-app/main')).find(
    (path) => path.includes('staticresources') && path.endsWith(`${name}.js`),
  );
  sendFile(response, file ?? '');
}

function sendDesignSystem(response: ServerResponse, root: string, path: string): void {
  const base = join(root, 'node_modules/@salesforce-ux/design-system/assets');
  const file = normalize(join(base, decodeURIComponent(path)));
  sendFile(response, file.startsWith(base) && existsSync(file) ? file : '', A_DAY);
}

/** Answers everything that is not `/api/`: the page, its scripts, the design system, static resources, the manifest. */
export function answerPageRequest(
  path: string,
  response: ServerResponse,
  context: {
    readonly root: string;
    readonly build: WorkbenchBuild;
    readonly origins: Origins;
    session(): Session;
  },
): void {
  const { root, build } = context;
  const resource = /^\/resource\/[^/]+\/(\w+)$/.exec(path)?.[1];
  if (path === '/' || path.startsWith('/lightning')) sendText(response, 200, build.pages.page);
  else if (path === '/page.js') sendText(response, 200, build.scripts.page, '.js');
  else if (path === '/components.js') sendText(response, 200, build.components.code, '.js');
  else if (path === '/platform.js') sendFile(response, build.platformFile);
  else if (path === '/workbench.css') sendText(response, 200, build.styles, '.css');
  else if (path === '/config.json')
    sendJson(response, 200, pageConfig(context.session(), build, context.origins, root));
  else if (path === '/deploy-manifest.json') sendJson(response, 200, build.manifest);
  else if (path === '/served-sources.json') sendJson(response, 200, build.components.sources);
  else if (path.startsWith('/assets/')) sendDesignSystem(response, root, path.slice('/assets/'.length));
  else if (resource !== undefined) sendStaticResource(response, root, resource);
  else sendText(response, 404, 'Not found', '.txt');
}
