import { encodeDefaultFieldValues } from 'lightning/pageReferenceUtils';
import type { PageReference } from 'lightning/navigation';
import type { OpenTarget } from 'c/pacelineCore';

function withQuery(path: string, parameters: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(parameters).toString();
  return query === '' ? path : `${path}?${query}`;
}

/** JSON in ASCII alone, so that it does not matter how its bytes are read back. */
function toAsciiJson(value: object): string {
  const escape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value).replace(/[\u0080-\uffff]/g, escape);
}

/** Lightning's search page: no page reference is documented for it outside Experience sites. */
function searchAddress(term: string): string {
  const page = {
    componentDef: 'forceSearch:searchPageDesktop',
    attributes: { term, scopeMap: { type: 'TOP_RESULTS' } },
    state: {},
  };
  return `/one/one.app#${btoa(toAsciiJson(page))}`;
}

/** The address of a target that goes by one; null for pages of Lightning, which have a page reference. */
export function toAddress(target: OpenTarget): string | null {
  switch (target.kind) {
    case 'visualforce':
      return withQuery(`/apex/${encodeURIComponent(target.page)}`, target.parameters);
    case 'flow':
      return withQuery(`/flow/${encodeURIComponent(target.name)}`, target.inputs);
    case 'search':
      return searchAddress(target.term);
    case 'web':
      return target.url;
    default:
      return null;
  }
}

function flowPage(name: string, inputs: Readonly<Record<string, string>>): PageReference {
  const state = Object.entries(inputs).map(([input, value]) => [`flow__${input}`, value]);
  return { type: 'standard__flow', attributes: { devName: name }, state: Object.fromEntries(state) };
}

/** The page reference with which an app with standard navigation opens a target. */
export function toPageReference(target: OpenTarget): PageReference {
  switch (target.kind) {
    case 'record':
      return {
        type: 'standard__recordPage',
        attributes: {
          recordId: target.recordId,
          ...(target.objectApiName === null ? {} : { objectApiName: target.objectApiName }),
          actionName: 'view',
        },
      };
    case 'new-record':
      return {
        type: 'standard__objectPage',
        attributes: { objectApiName: target.object, actionName: 'new' },
        ...(Object.keys(target.defaults).length === 0
          ? {}
          : { state: { defaultFieldValues: encodeDefaultFieldValues(target.defaults) } }),
      };
    case 'object-home':
      return {
        type: 'standard__objectPage',
        attributes: { objectApiName: target.object, actionName: 'home' },
      };
    case 'list-view':
      return {
        type: 'standard__objectPage',
        attributes: { objectApiName: target.object, actionName: 'list' },
        ...(target.filterName === null ? {} : { state: { filterName: target.filterName } }),
      };
    case 'component':
      return {
        type: 'standard__component',
        attributes: { componentName: target.name },
        state: { ...target.state },
      };
    case 'flow':
      return flowPage(target.name, target.inputs);
    case 'search':
    case 'visualforce':
    case 'web':
      return { type: 'standard__webPage', attributes: { url: toAddress(target) } };
  }
}

/** Standard navigation opens these in a browser tab, which pop-up blockers stop unless the agent clicked. */
export function opensBrowserTab(target: OpenTarget): boolean {
  return target.kind === 'search' || target.kind === 'visualforce' || target.kind === 'web';
}
