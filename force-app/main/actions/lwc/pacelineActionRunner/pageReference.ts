import { encodeDefaultFieldValues } from 'lightning/pageReferenceUtils';
import type { PageReference } from 'lightning/navigation';
import type { OpenTarget } from 'c/pacelineCore';

function withQuery(path: string, parameters: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(parameters).toString();
  return query === '' ? path : `${path}?${query}`;
}

const webPage = (url: string): PageReference => ({ type: 'standard__webPage', attributes: { url } });

/** The platform's page reference of a target. Flows go by their address: their own type needs API version 66. */
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
    case 'search':
      return { type: 'standard__search', attributes: {}, state: { term: target.term } };
    case 'component':
      return {
        type: 'standard__component',
        attributes: { componentName: target.name },
        state: { ...target.state },
      };
    case 'visualforce':
      return webPage(withQuery(`/apex/${encodeURIComponent(target.page)}`, target.parameters));
    case 'flow':
      return webPage(withQuery(`/flow/${encodeURIComponent(target.name)}`, target.inputs));
    case 'web':
      return webPage(target.url);
  }
}
