import { objectPage } from './page-reference.ts';
import { createWorkspace } from './workspace.ts';
import type { Workspace, WorkspaceState } from './workspace.ts';

/** The tabs of this browser tab, as they stood before a reload. */
export function openWorkspace(isConsole: boolean, session: string): Workspace {
  const key = `workbench-tabs|${session}|${isConsole ? 'console' : 'standard'}`;
  const stored = sessionStorage.getItem(key);
  const workspace = createWorkspace({
    isConsole,
    main: objectPage('Contact'),
    restored: stored === null ? undefined : (JSON.parse(stored) as WorkspaceState),
  });
  workspace.subscribe(() => sessionStorage.setItem(key, JSON.stringify(workspace.state())));
  return workspace;
}
