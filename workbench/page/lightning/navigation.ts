import { pageUrl } from '../shell/page-reference.ts';
import type { PageReference } from '../shell/page-reference.ts';
import type { Workspace } from '../shell/workspace.ts';
import { createValueAdapter } from './wire-adapter.ts';
import type { WireAdapterClass } from './wire-adapter.ts';

type Constructor = new (...args: never[]) => object;

/** Brings a page to the front: a workspace tab in a console, the page itself in standard navigation. */
export function navigate(workspace: Workspace, page: PageReference): void {
  if (page.type === 'standard__search') {
    throw new Error('standard__search is documented for Experience sites only.');
  }
  if (page.type === 'standard__webPage') {
    const url = page.attributes['url'] ?? '';
    if (!url.startsWith('/lightning')) {
      // Browsers block a new tab without a click; those of tests do not by themselves.
      if (navigator.userActivation.isActive) window.open(url, '_blank', 'noopener');
      return;
    }
  }
  const isList = page.type === 'standard__objectPage' && page.attributes['actionName'] !== 'new';
  if (workspace.isConsole && !isList) workspace.open(page);
  else workspace.showMain(page);
}

/** `lightning/navigation`. */
export function createNavigationModule(workspace: Workspace): Record<string, unknown> {
  const Navigate = Symbol('Navigate');
  const GenerateUrl = Symbol('GenerateUrl');
  const NavigationMixin = (Base: Constructor): Constructor =>
    class extends Base {
      [Navigate](page: PageReference): void {
        navigate(workspace, JSON.parse(JSON.stringify(page)) as PageReference);
      }

      [GenerateUrl](page: PageReference): Promise<string> {
        return Promise.resolve(pageUrl(JSON.parse(JSON.stringify(page)) as PageReference));
      }
    };
  const CurrentPageReference: WireAdapterClass = createValueAdapter(
    () => {
      const { focusedTabId, main } = workspace.state();
      return focusedTabId === null ? main : workspace.find(focusedTabId)?.page;
    },
    (changed) => workspace.subscribe(changed),
  );
  return { NavigationMixin: Object.assign(NavigationMixin, { Navigate, GenerateUrl }), CurrentPageReference };
}
