import { refusalText } from '../org-client.ts';
import { h } from './dom.ts';
import { renderListPage } from './list-page.ts';
import type { OrgData } from './org-data.ts';
import { findObject } from './objects.ts';
import { SETUP_PAGE, recordPage } from './page-reference.ts';
import type { PageReference } from './page-reference.ts';
import { renderRecordPage } from './record-page.ts';
import { renderSetupPage } from '../setup/setup-page.ts';
import type { SetupContext } from '../setup/setup-page.ts';
import { isSetupForm } from '../setup/setup-reference.ts';
import type { Workspace } from './workspace.ts';

/** Draws a page that is neither a record's nor a list: what it was asked for is all that there is to see. */
function renderOther(page: PageReference): HTMLElement {
  const object = findObject(page.attributes['objectApiName'] ?? '');
  const title = page.attributes['actionName'] === 'new' ? `New ${object.label}` : page.type;
  return h(
    'div',
    { class: 'slds-box slds-theme_default slds-m-around_medium wb-other-page' },
    h('h1', { class: 'slds-text-heading_medium slds-m-bottom_small' }, title),
    h('pre', {}, JSON.stringify(page, null, 2)),
  );
}

/** Says in the pane why it is empty; the next change of the org tries again. */
function renderUnread(error: unknown): HTMLElement {
  return h(
    'div',
    { class: 'slds-box slds-theme_warning slds-m-around_medium', role: 'alert' },
    `This page could not be read from the simulated org: ${refusalText(error)}`,
  );
}

interface Pane {
  readonly element: HTMLElement;
  drawn: string;
}

/** The area under the tabs: one pane for each tab, kept while the tab is open, loaded when it first comes to the front. */
export function createMainView(
  workspace: Workspace,
  data: OrgData,
  open: (page: PageReference) => void,
  setup: SetupContext,
): { readonly element: HTMLElement; render(): void; orgChanged(): void } {
  const element = h('main', { class: 'wb-main' });
  const panes = new Map<string, Pane>();
  let orgVersion = 0;

  const fill = async (paneId: string, page: PageReference, pane: Pane): Promise<void> => {
    const openRecord = (recordId: string): void => open(recordPage(recordId));
    const recordId = page.attributes['recordId'];
    if (page.type === SETUP_PAGE) {
      pane.element.replaceChildren(await renderSetupPage(page, setup));
    } else if (page.type === 'standard__recordPage' && recordId !== undefined) {
      const { element: content, title } = await renderRecordPage(
        recordId,
        data,
        openRecord,
        await setup.client.objects(),
      );
      pane.element.replaceChildren(content);
      if (workspace.find(paneId)?.label !== title) workspace.change(paneId, { label: title });
    } else if (page.type === 'standard__objectPage' && page.attributes['actionName'] !== 'new') {
      pane.element.replaceChildren(
        await renderListPage(page.attributes['objectApiName'] ?? '', data, openRecord),
      );
    } else {
      pane.element.replaceChildren(renderOther(page));
    }
  };

  const draw = (paneId: string, page: PageReference, pane: Pane): void => {
    fill(paneId, page, pane).catch((error: unknown) => pane.element.replaceChildren(renderUnread(error)));
  };

  const render = (): void => {
    const { tabs, focusedTabId, main } = workspace.state();
    const front = tabs.find((tab) => tab.tabId === focusedTabId);
    const wanted = [
      { paneId: 'main', page: main, version: 0 },
      ...tabs.map((tab) => ({ paneId: tab.tabId, page: tab.page, version: tab.version })),
    ];
    for (const [paneId, pane] of panes) {
      if (wanted.some((each) => each.paneId === paneId)) continue;
      pane.element.remove();
      panes.delete(paneId);
    }
    for (const { paneId, page, version } of wanted) {
      const isFront = paneId === (front?.tabId ?? 'main');
      let pane = panes.get(paneId);
      if (pane === undefined) {
        if (!isFront) continue;
        pane = { element: h('section', { class: 'wb-pane', 'data-pane': paneId }), drawn: '' };
        panes.set(paneId, pane);
        element.append(pane.element);
      }
      pane.element.hidden = !isFront;
      // A form that is being filled in stays when the org changes.
      const drawing = JSON.stringify([page, version, isSetupForm(page) ? null : orgVersion]);
      if (isFront && pane.drawn !== drawing) {
        pane.drawn = drawing;
        draw(paneId, page, pane);
      }
    }
  };
  return {
    element,
    render,
    orgChanged() {
      orgVersion += 1;
      render();
    },
  };
}
