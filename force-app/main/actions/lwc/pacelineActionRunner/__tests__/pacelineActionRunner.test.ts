import search from '@salesforce/apex/PacelineLookupController.search';
import apply from '@salesforce/apex/PacelineInteractionController.apply';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import * as workspace from 'lightning/platformWorkspaceApi';
import { createActionRunner } from 'c/pacelineActionRunner';
import type { RunnerPage } from 'c/pacelineActionRunner';
import type { ApplyRequest, ApplyResponse, LookUpRequest, LookUpResponse, OpenRequest } from 'c/pacelineCore';

jest.mock('@salesforce/apex/PacelineLookupController.search', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/apex/PacelineInteractionController.apply', () => ({ default: jest.fn() }), {
  virtual: true,
});

const CONTACT = '003000000000001AAA';
const ACCOUNT = '001000000000001AAA';

const searchMock = jest.mocked(search);
const applyMock = jest.mocked(apply);
const notifyMock = jest.mocked(notifyRecordUpdateAvailable);
const tabs = jest.mocked(workspace);

const navigate = jest.fn();

function createRunner(
  page: Partial<Record<'isConsole' | 'isTyping' | 'mayBeDirty' | 'agentAsked', boolean>>,
) {
  const full: RunnerPage = {
    isConsole: () => page.isConsole ?? false,
    isTyping: () => page.isTyping ?? false,
    mayBeDirty: () => page.mayBeDirty ?? false,
    agentAsked: () => page.agentAsked ?? false,
    navigate,
  };
  return createActionRunner(full);
}

function openRecord(changes: Partial<OpenRequest> = {}): OpenRequest {
  return {
    target: { kind: 'record', recordId: CONTACT, objectApiName: 'Contact' },
    where: 'tab',
    parentRecordId: null,
    label: null,
    ...changes,
  };
}

const HIGHLIGHT = { pulse: true, state: 'success' };
const CONTACT_PAGE = {
  type: 'standard__recordPage',
  attributes: { recordId: CONTACT, objectApiName: 'Contact', actionName: 'view' },
};

beforeEach(() => {
  jest.clearAllMocks();
  tabs.openTab.mockResolvedValue('tab-new');
  tabs.openSubtab.mockResolvedValue('subtab-new');
  tabs.getAllTabInfo.mockResolvedValue([]);
  tabs.getFocusedTabInfo.mockResolvedValue({ tabId: 'tab-focused' });
  tabs.focusTab.mockResolvedValue(true);
  tabs.setTabLabel.mockResolvedValue(true);
  tabs.setTabHighlighted.mockResolvedValue(true);
});

describe('lookUp', () => {
  const request: LookUpRequest = { strategies: [{ by: 'record-id', recordId: CONTACT }], limit: 5 };

  it('sends the request as JSON and answers what Apex answers', async () => {
    const response: LookUpResponse = { matches: [], truncated: false, strategyIndex: null, skipped: [] };
    searchMock.mockResolvedValueOnce(response);
    expect(await createRunner({}).lookUp(request)).toEqual({ ok: true, value: response });
    expect(searchMock.mock.calls).toEqual([[{ requestJson: JSON.stringify(request) }]]);
  });

  it('turns a rejection into a failure', async () => {
    searchMock.mockRejectedValueOnce({ status: 503, body: { message: 'Server busy' } });
    expect(await createRunner({}).lookUp(request)).toEqual({
      ok: false,
      failure: { code: 'HTTP_503', message: 'Server busy', heals: true },
    });
  });
});

describe('apply', () => {
  const request: ApplyRequest = { callKey: 'k', operations: [] };
  const response: ApplyResponse = {
    interactionId: 'a00000000000001AAA',
    taskId: '00T000000000001AAA',
    results: [
      { key: '1', status: 'done', recordId: '500000000000001AAA', repeated: false },
      { key: '2', status: 'done', recordId: 'a00000000000001AAA', repeated: true },
      { key: '3', status: 'failed', error: { statusCode: 'X', message: 'y', fields: [] } },
    ],
  };

  it('sends the batch as JSON and tells Lightning of every record once', async () => {
    applyMock.mockResolvedValueOnce(response);
    expect(await createRunner({}).apply(request)).toEqual({ ok: true, value: response });
    expect(applyMock.mock.calls).toEqual([[{ requestJson: JSON.stringify(request) }]]);
    expect(notifyMock.mock.calls).toEqual([
      [
        [
          { recordId: 'a00000000000001AAA' },
          { recordId: '00T000000000001AAA' },
          { recordId: '500000000000001AAA' },
        ],
      ],
    ]);
  });

  it.each([
    ['rejects', () => Promise.reject(new Error('no cache'))],
    [
      'throws',
      () => {
        throw new Error('no cache');
      },
    ],
  ])('keeps the answer when telling Lightning %s', async (_name, fail) => {
    applyMock.mockResolvedValueOnce({ ...response, taskId: null });
    notifyMock.mockImplementationOnce(fail);
    expect(await createRunner({}).apply(request)).toEqual({ ok: true, value: { ...response, taskId: null } });
  });

  it('turns a rejection into a failure', async () => {
    applyMock.mockRejectedValueOnce({
      status: 500,
      body: { exceptionType: 'System.QueryException', message: 'UNABLE_TO_LOCK_ROW: locked' },
    });
    expect(await createRunner({}).apply(request)).toEqual({
      ok: false,
      failure: { code: 'UNABLE_TO_LOCK_ROW', message: 'UNABLE_TO_LOCK_ROW: locked', heals: true },
    });
  });
});

describe('open in a console app', () => {
  const console_ = { isConsole: true, isTyping: true, mayBeDirty: true };

  it('opens a focused tab, whatever the agent types elsewhere', async () => {
    expect(await createRunner(console_).open(openRecord())).toEqual({
      ok: true,
      value: { status: 'opened', tabId: 'tab-new' },
    });
    expect(tabs.openTab.mock.calls).toEqual([[{ pageReference: CONTACT_PAGE, focus: true }]]);
    expect(navigate).not.toHaveBeenCalled();
  });

  it('opens a background tab without taking the focus, names it and makes it stand out', async () => {
    await createRunner(console_).open(openRecord({ where: 'background', label: 'Robin Example' }));
    expect(tabs.openTab.mock.calls).toEqual([[{ pageReference: CONTACT_PAGE, focus: false }]]);
    expect(tabs.setTabLabel.mock.calls).toEqual([['tab-new', 'Robin Example']]);
    expect(tabs.setTabHighlighted.mock.calls).toEqual([['tab-new', true, HIGHLIGHT]]);
  });

  it.each([
    ['makes a tab stand out that shows the record already', false, [['known', true, HIGHLIGHT]]],
    ['leaves a tab alone that shows the record already and is in front', true, []],
  ])('in the background it %s', async (_name, focused, highlights) => {
    tabs.getAllTabInfo.mockResolvedValue([{ tabId: 'known', recordId: CONTACT, focused }]);
    expect(await createRunner(console_).open(openRecord({ where: 'background' }))).toEqual({
      ok: true,
      value: { status: 'opened', tabId: 'known' },
    });
    expect(tabs.setTabHighlighted.mock.calls).toEqual(highlights);
    expect(tabs.focusTab).not.toHaveBeenCalled();
    expect(tabs.openTab).not.toHaveBeenCalled();
  });

  it('counts a page as opened when its tab can be neither named nor made to stand out', async () => {
    tabs.setTabLabel.mockRejectedValueOnce(new Error('The tab is gone'));
    tabs.setTabHighlighted.mockRejectedValueOnce(new Error('The tab is gone'));
    expect(
      await createRunner(console_).open(openRecord({ where: 'background', label: 'Robin Example' })),
    ).toEqual({ ok: true, value: { status: 'opened', tabId: 'tab-new' } });
  });

  it('focuses the tab that shows the record already, by 15 or 18 characters of its id', async () => {
    tabs.getAllTabInfo.mockResolvedValue([
      { tabId: 'other', recordId: ACCOUNT, subtabs: [{ tabId: 'sub', recordId: CONTACT.slice(0, 15) }] },
    ]);
    expect(await createRunner(console_).open(openRecord({ where: 'reuse' }))).toEqual({
      ok: true,
      value: { status: 'opened', tabId: 'sub' },
    });
    expect(tabs.focusTab.mock.calls).toEqual([['sub']]);
    expect(tabs.openTab).not.toHaveBeenCalled();
  });

  it('opens a tab to reuse later when none shows the record', async () => {
    tabs.getAllTabInfo.mockResolvedValue([{ tabId: 'other', recordId: ACCOUNT }, { tabId: 'home' }]);
    await createRunner(console_).open(openRecord({ where: 'reuse' }));
    expect(tabs.openTab.mock.calls).toEqual([[{ pageReference: CONTACT_PAGE, focus: true }]]);
  });

  it.each([
    ['of the tab of the parent record', [{ tabId: 'account', recordId: ACCOUNT }], 'account'],
    [
      'of the parent tab when the parent record is itself a subtab',
      [{ tabId: 'top', subtabs: [{ tabId: 's', recordId: ACCOUNT, isSubtab: true, parentTabId: 'top' }] }],
      'top',
    ],
    ['of a tab opened for the parent record', [], 'tab-new'],
  ])('opens a subtab %s', async (_name, open, parentTabId) => {
    tabs.getAllTabInfo.mockResolvedValue(open);
    expect(
      await createRunner(console_).open(openRecord({ where: 'subtab', parentRecordId: ACCOUNT })),
    ).toEqual({ ok: true, value: { status: 'opened', tabId: 'subtab-new' } });
    expect(tabs.openSubtab.mock.calls).toEqual([[parentTabId, { pageReference: CONTACT_PAGE, focus: true }]]);
  });

  it.each([
    ['tab', { tabId: 'tab-focused' }, 'tab-focused'],
    ["subtab's parent", { tabId: 's', isSubtab: true, parentTabId: 'top' }, 'top'],
  ])('opens a subtab of the focused %s when no parent is named', async (_name, focused, parentTabId) => {
    tabs.getFocusedTabInfo.mockResolvedValue(focused);
    await createRunner(console_).open(openRecord({ where: 'subtab' }));
    expect(tabs.openSubtab.mock.calls).toEqual([[parentTabId, { pageReference: CONTACT_PAGE, focus: true }]]);
  });

  it.each([
    ['rejects', () => Promise.reject(new Error('No tab is focused.'))],
    ['names none', () => Promise.resolve({} as workspace.TabInfo)],
  ])('opens a tab where a subtab is asked for and the platform %s as focused', async (_name, answer) => {
    tabs.getFocusedTabInfo.mockImplementationOnce(answer);
    expect(await createRunner(console_).open(openRecord({ where: 'subtab' }))).toEqual({
      ok: true,
      value: { status: 'opened', tabId: 'tab-new' },
    });
    expect(tabs.openTab.mock.calls).toEqual([[{ pageReference: CONTACT_PAGE, focus: true }]]);
    expect(tabs.openSubtab).not.toHaveBeenCalled();
  });

  it.each([
    ['a flow', { kind: 'flow', name: 'Call_Script', inputs: { id: '7' } }, '/flow/Call_Script?id=7'],
    ['a Visualforce page', { kind: 'visualforce', page: 'Script', parameters: {} }, '/apex/Script'],
    ['a web page', { kind: 'web', url: 'https://crm.example.com/' }, 'https://crm.example.com/'],
  ] as const)('opens %s by its address', async (_name, target, url) => {
    await createRunner(console_).open(openRecord({ target }));
    await createRunner(console_).open(openRecord({ target, where: 'subtab' }));
    expect([tabs.openTab.mock.calls, tabs.openSubtab.mock.calls]).toEqual([
      [[{ url, focus: true }]],
      [['tab-focused', { url, focus: true }]],
    ]);
  });

  it('offers the search page, and opens it by its address when the agent asks', async () => {
    const request = openRecord({ target: { kind: 'search', term: '+12025550101' } });
    expect(await createRunner(console_).open(request)).toEqual({
      ok: true,
      value: { status: 'offered', reason: 'c.Paceline_Offered_Search' },
    });
    expect(tabs.openTab).not.toHaveBeenCalled();
    await createRunner({ ...console_, agentAsked: true }).open(request);
    expect(tabs.openTab.mock.calls).toEqual([
      [{ url: expect.stringMatching(/^\/one\/one\.app#\w+/) as string, focus: true }],
    ]);
  });

  it('labels a tab that is not a record', async () => {
    await createRunner(console_).open(
      openRecord({ target: { kind: 'web', url: 'https://crm.example.com/' }, label: 'Script' }),
    );
    expect(tabs.setTabLabel.mock.calls).toEqual([['tab-new', 'Script']]);
    await createRunner(console_).open(openRecord({ label: 'Robin Example' }));
    expect(tabs.setTabLabel).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['openTab', openRecord()],
    ['openSubtab', openRecord({ where: 'subtab' })],
    ['getAllTabInfo', openRecord({ where: 'reuse' })],
  ] as const)('turns a rejection of %s into a failure', async (name, request) => {
    tabs[name].mockRejectedValueOnce(new Error('The tab is gone'));
    expect(await createRunner(console_).open(request)).toEqual({
      ok: false,
      failure: { code: 'UNKNOWN', message: 'The tab is gone', heals: false },
    });
  });

  it('turns a rejection of focusTab into a failure', async () => {
    tabs.getAllTabInfo.mockResolvedValue([{ tabId: 'a', recordId: CONTACT }]);
    tabs.focusTab.mockRejectedValueOnce(new Error('The tab is gone'));
    expect(await createRunner(console_).open(openRecord({ where: 'reuse' }))).toEqual({
      ok: false,
      failure: { code: 'UNKNOWN', message: 'The tab is gone', heals: false },
    });
  });
});

describe('open in an app with standard navigation', () => {
  it('navigates and leaves the workspace API alone', async () => {
    expect(await createRunner({}).open(openRecord({ where: 'reuse' }))).toEqual({
      ok: true,
      value: { status: 'opened', tabId: null },
    });
    expect(navigate.mock.calls).toEqual([[CONTACT_PAGE]]);
    expect(tabs.getAllTabInfo).not.toHaveBeenCalled();
  });

  it.each([
    ['the agent types', { isTyping: true }, openRecord(), 'c.Paceline_Offered_Typing'],
    ['the page may hold unsaved work', { mayBeDirty: true }, openRecord(), 'c.Paceline_Offered_Dirty'],
    [
      'a background tab is asked for',
      {},
      openRecord({ where: 'background' }),
      'c.Paceline_Offered_Background',
    ],
    [
      'it is a web page, which would be a browser tab without a click',
      {},
      openRecord({ target: { kind: 'web', url: 'https://crm.example.com/' } }),
      'c.Paceline_Offered_Browser_Tab',
    ],
    [
      'it is a Visualforce page',
      {},
      openRecord({ target: { kind: 'visualforce', page: 'Script', parameters: {} } }),
      'c.Paceline_Offered_Browser_Tab',
    ],
    [
      'it is the search page',
      {},
      openRecord({ target: { kind: 'search', term: '+12025550101' } }),
      'c.Paceline_Offered_Search',
    ],
  ])('offers the page when %s', async (_name, page, request, reason) => {
    expect(await createRunner(page).open(request)).toEqual({
      ok: true,
      value: { status: 'offered', reason },
    });
    expect(navigate).not.toHaveBeenCalled();
  });

  it('opens a page that the agent asked for, whatever stands on the present one', async () => {
    const page = { isTyping: true, mayBeDirty: true, agentAsked: true };
    expect(await createRunner(page).open(openRecord({ where: 'background' }))).toEqual({
      ok: true,
      value: { status: 'opened', tabId: null },
    });
    expect(navigate.mock.calls).toEqual([[CONTACT_PAGE]]);
  });

  it('opens a web page in a browser tab when the agent clicked for it', async () => {
    const target = { kind: 'web', url: 'https://crm.example.com/' } as const;
    await createRunner({ agentAsked: true }).open(openRecord({ target }));
    expect(navigate.mock.calls).toEqual([[{ type: 'standard__webPage', attributes: { url: target.url } }]]);
  });

  it('opens a flow in place', async () => {
    const target = { kind: 'flow', name: 'Call_Script', inputs: { id: '7' } } as const;
    await createRunner({}).open(openRecord({ target }));
    expect(navigate.mock.calls).toEqual([
      [{ type: 'standard__flow', attributes: { devName: 'Call_Script' }, state: { flow__id: '7' } }],
    ]);
  });

  it('turns a refused navigation into a failure', async () => {
    navigate.mockImplementationOnce(() => {
      throw new Error('Unknown page type');
    });
    expect(await createRunner({}).open(openRecord())).toEqual({
      ok: false,
      failure: { code: 'UNKNOWN', message: 'Unknown page type', heals: false },
    });
  });
});
