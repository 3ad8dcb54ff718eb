import { findObject, objectOfId } from './objects.ts';

/** Setup is no page of an app; the workbench shows it in the navigation item's place. */
export const SETUP_PAGE = 'workbench__setup';

/** A page of Lightning as components name it. */
export interface PageReference {
  readonly type: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly state?: Readonly<Record<string, string>>;
}

export function recordPage(recordId: string, objectApiName?: string): PageReference {
  return {
    type: 'standard__recordPage',
    attributes: {
      recordId,
      objectApiName: objectApiName ?? objectOfId(recordId)?.apiName ?? 'Record',
      actionName: 'view',
    },
  };
}

export function objectPage(objectApiName: string, actionName = 'list'): PageReference {
  return { type: 'standard__objectPage', attributes: { objectApiName, actionName } };
}

/** The address of a page below the workbench's origin; pages of elsewhere keep theirs. */
export function pageUrl(page: PageReference): string {
  const { attributes, state = {} } = page;
  const query = new URLSearchParams(state).toString();
  const tail = query === '' ? '' : `?${query}`;
  switch (page.type) {
    case 'standard__recordPage': {
      const object =
        attributes['objectApiName'] ?? objectOfId(attributes['recordId'] ?? '')?.apiName ?? 'Record';
      return `/lightning/r/${object}/${attributes['recordId'] ?? ''}/${attributes['actionName'] ?? 'view'}${tail}`;
    }
    case 'standard__objectPage':
      return `/lightning/o/${attributes['objectApiName'] ?? ''}/${attributes['actionName'] ?? 'home'}${tail}`;
    case 'standard__webPage':
      return attributes['url'] ?? '';
    case SETUP_PAGE:
      return `/lightning/setup/${attributes['type'] ?? 'CustomMetadata'}/home`;
    case 'standard__flow':
      return `/flow/${attributes['devName'] ?? ''}${tail}`;
    case 'standard__component':
      return `/lightning/cmp/${attributes['componentName'] ?? ''}${tail}`;
    case 'standard__namedPage':
      return `/lightning/page/${attributes['pageName'] ?? 'home'}${tail}`;
    default:
      return `/lightning/n/${attributes['apiName'] ?? page.type}${tail}`;
  }
}

/** The page of an address of this origin; null when it is no Lightning page. */
export function parsePageUrl(address: string): PageReference | null {
  const { pathname, searchParams } = new URL(address, 'http://workbench.invalid');
  const [, lightning, kind, first = '', second = '', third] = pathname.split('/');
  if (lightning !== 'lightning') return null;
  const state = Object.fromEntries(searchParams);
  const withState = (page: PageReference): PageReference =>
    Object.keys(state).length === 0 ? page : { ...page, state };
  if (kind === 'r' && second !== '') {
    const [object, recordId, actionName] = third === undefined ? ['', first, second] : [first, second, third];
    const page = recordPage(recordId, object === '' ? undefined : object);
    return withState({ ...page, attributes: { ...page.attributes, actionName } });
  }
  if (kind === 'o') return withState(objectPage(first, second === '' ? 'list' : second));
  if (kind === 'cmp') return withState({ type: 'standard__component', attributes: { componentName: first } });
  if (kind === 'page') return withState({ type: 'standard__namedPage', attributes: { pageName: first } });
  return null;
}

/** What a tab says until the page is loaded. */
export function pageLabel(page: PageReference): string {
  const { attributes } = page;
  const object = findObject(attributes['objectApiName'] ?? '');
  if (page.type === 'standard__objectPage') {
    return attributes['actionName'] === 'new' ? `New ${object.label}` : object.plural;
  }
  if (page.type === 'standard__recordPage') return object.label;
  if (page.type === 'standard__webPage') return attributes['url'] ?? 'Web page';
  if (page.type === SETUP_PAGE) return 'Setup';
  if (page.type === 'standard__flow') return attributes['devName'] ?? 'Flow';
  return attributes['componentName'] ?? attributes['pageName'] ?? 'Page';
}

/** SLDS icon name of a page, `standard:contact`. */
export function pageIcon(page: PageReference): string {
  if (page.type === SETUP_PAGE) return 'standard:settings';
  return findObject(page.attributes['objectApiName'] ?? '').icon;
}

export function samePage(one: PageReference, other: PageReference): boolean {
  return pageUrl(one) === pageUrl(other);
}
