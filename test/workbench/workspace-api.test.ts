import { createWorkspaceApiModule } from '../../workbench/page/lightning/workspace-api.ts';
import { objectPage, recordPage } from '../../workbench/page/shell/page-reference.ts';
import { createWorkspace } from '../../workbench/page/shell/workspace.ts';
import type { Workspace } from '../../workbench/page/shell/workspace.ts';

type Api = Record<string, (...args: unknown[]) => Promise<unknown>>;

const ID = '003Pw0000000001IAA';
const ORIGIN = 'https://lightning.example';

function createApi(isConsole: boolean): { api: Api; workspace: Workspace } {
  const workspace = createWorkspace({ isConsole, main: objectPage('Contact') });
  return { workspace, api: createWorkspaceApiModule(workspace, ORIGIN) as Api };
}

const FUNCTIONS = Object.entries(createApi(true).api)
  .filter(([name]) => /^[a-z]/.test(name))
  .map(([name]) => name);

describe('lightning/platformWorkspaceApi', () => {
  it.each(FUNCTIONS)('%s rejects outside console apps', async (name) => {
    const { api } = createApi(false);
    await expect(api[name]?.('ctab1', {})).rejects.toThrow(
      'You can use this method only in Lightning console apps.',
    );
  });

  it('opens a record in the background unless the focus is asked for', async () => {
    const { api, workspace } = createApi(true);
    const tabId = await api['openTab']?.({ recordId: ID });
    expect(workspace.state().focusedTabId).toBe(null);
    expect(await api['getTabInfo']?.(tabId)).toEqual({
      tabId: 'ctab1',
      parentTabId: null,
      isSubtab: false,
      focused: false,
      highlighted: false,
      closeable: true,
      pinned: false,
      recordId: ID,
      title: 'Contact',
      icon: 'standard:contact',
      url: `${ORIGIN}/lightning/r/Contact/${ID}/view`,
      pageReference: recordPage(ID, 'Contact'),
      subtabs: [],
    });
  });

  it('opens a subtab beside the subtabs of the same workspace tab', async () => {
    const { api, workspace } = createApi(true);
    const parent = await api['openTab']?.({ recordId: ID, focus: true });
    const subtab = await api['openSubtab']?.(parent, { recordId: '001Pw0000000001IAA', focus: true });
    await api['openSubtab']?.(subtab, { pageReference: objectPage('Case', 'new'), focus: true });
    expect(workspace.state().tabs.map(({ parentTabId }) => parentTabId)).toEqual([null, 'ctab1', 'ctab1']);
  });

  it('opens any address that comes as a url', async () => {
    const { api, workspace } = createApi(true);
    await api['openTab']?.({ url: '/flow/Call_Script?id=7' });
    await api['openTab']?.({ url: `/lightning/r/Contact/${ID}/view` });
    expect(workspace.state().tabs.map(({ page }) => page)).toEqual([
      { type: 'standard__webPage', attributes: { url: '/flow/Call_Script?id=7' } },
      recordPage(ID, 'Contact'),
    ]);
  });

  const refusals: [what: string, call: (api: Api) => Promise<unknown> | undefined, message: string][] = [
    [
      'a record id of the wrong length',
      (api) => api['openTab']?.({ recordId: '003' }),
      'Invalid record id: 003',
    ],
    ['no target', (api) => api['openTab']?.({}), 'openTab needs a pageReference, a recordId or a url.'],
    [
      'a page reference that the console guide does not document',
      (api) => api['openTab']?.({ pageReference: { type: 'standard__search', attributes: {} } }),
      'No tab opens for a page reference of the type standard__search: give its url.',
    ],
    [
      'a web page as a subtab that comes as a page reference',
      async (api) => {
        const tabId = await api['openTab']?.({ recordId: ID });
        const attributes = { url: 'https://crm.example.com/' };
        return api['openSubtab']?.(tabId, { pageReference: { type: 'standard__webPage', attributes } });
      },
      'No tab opens for a page reference of the type standard__webPage: give its url.',
    ],
    [
      'to tell the focused tab when there is none',
      (api) => api['getFocusedTabInfo']?.(),
      'No tab is focused.',
    ],
    ['an unknown tab', (api) => api['focusTab']?.('ctab7'), 'There is no tab with the id ctab7.'],
  ];
  it.each(refusals)('refuses %s', async (_what, call, message) => {
    await expect(call(createApi(true).api)).rejects.toThrow(message);
  });
});
