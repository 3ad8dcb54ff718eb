import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import search from '@salesforce/apex/PacelineLookupController.search';
import apply from '@salesforce/apex/PacelineInteractionController.apply';
import OFFERED_TYPING from '@salesforce/label/c.Paceline_Offered_Typing';
import OFFERED_DIRTY from '@salesforce/label/c.Paceline_Offered_Dirty';
import OFFERED_SEARCH from '@salesforce/label/c.Paceline_Offered_Search';
import OFFERED_BROWSER_TAB from '@salesforce/label/c.Paceline_Offered_Browser_Tab';
import OFFERED_BACKGROUND from '@salesforce/label/c.Paceline_Offered_Background';
import type { PageReference } from 'lightning/navigation';
import type {
  ActionRunner,
  ApplyResponse,
  LookUpResponse,
  OpenRequest,
  OpenResult,
  RunnerResult,
} from 'c/pacelineCore';
import { describeFailure } from './failure.ts';
import { openInConsole } from './openInConsole.ts';
import { opensBrowserTab, toPageReference } from './pageReference.ts';

export { describeFailure } from './failure.ts';

/** What the runner needs to know of the page it works in. */
export interface RunnerPage {
  isConsole(): boolean;
  navigate(pageReference: PageReference): void;
  isTyping(): boolean;
  mayBeDirty(): boolean;
  /** The agent clicked for a page a moment ago: it opens whatever stands on the present one. */
  agentAsked(): boolean;
}

async function settle<T>(work: () => Promise<T>): Promise<RunnerResult<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, failure: describeFailure(error, navigator.onLine) };
  }
}

/** Record ids that a batch wrote, each once. */
function changedRecords(response: ApplyResponse): { readonly recordId: string }[] {
  const ids = new Set([response.interactionId]);
  if (response.taskId !== null) ids.add(response.taskId);
  for (const result of response.results) {
    if (result.status === 'done' && result.recordId !== null) ids.add(result.recordId);
  }
  return [...ids].map((recordId) => ({ recordId }));
}

/** Standard navigation replaces the page, so it waits for the agent whenever something could be lost or covered. */
function openByNavigation(page: RunnerPage, request: OpenRequest): OpenResult {
  if (!page.agentAsked()) {
    if (page.isTyping()) return { status: 'offered', reason: OFFERED_TYPING };
    if (page.mayBeDirty()) return { status: 'offered', reason: OFFERED_DIRTY };
    if (request.where === 'background') return { status: 'offered', reason: OFFERED_BACKGROUND };
    if (opensBrowserTab(request.target)) return { status: 'offered', reason: OFFERED_BROWSER_TAB };
  }
  page.navigate(toPageReference(request.target));
  return { status: 'opened', tabId: null };
}

/** The search page's address is reported, not documented: it opens only when the agent asks for it. */
async function openPage(page: RunnerPage, request: OpenRequest): Promise<OpenResult> {
  if (request.target.kind === 'search' && !page.agentAsked()) {
    return { status: 'offered', reason: OFFERED_SEARCH };
  }
  return page.isConsole() ? openInConsole(request) : openByNavigation(page, request);
}

/** The core's way out to Salesforce. Every function settles; none throws or rejects. */
export function createActionRunner(page: RunnerPage): ActionRunner {
  return {
    lookUp: (request) =>
      settle(async () => (await search({ requestJson: JSON.stringify(request) })) as LookUpResponse),
    apply: (request) =>
      settle(async () => {
        const response = (await apply({ requestJson: JSON.stringify(request) })) as ApplyResponse;
        // The write stands whether or not the pages on show can be told, so the outcome of telling them is dropped.
        await settle(async () => notifyRecordUpdateAvailable(changedRecords(response)));
        return response;
      }),
    open: (request) => settle(() => openPage(page, request)),
  };
}
