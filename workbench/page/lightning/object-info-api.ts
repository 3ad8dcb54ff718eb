import type { OrgHttpClient } from '../org-client.ts';
import { createLoadingAdapter } from './wire-adapter.ts';

/** `lightning/uiObjectInfoApi`, as far as components here use it. */
export function createObjectInfoApiModule(org: OrgHttpClient): Record<string, unknown> {
  return {
    getPicklistValues: createLoadingAdapter(
      ({ recordTypeId, fieldApiName }) => {
        const field = fieldApiName as { readonly objectApiName: string; readonly fieldApiName: string };
        return typeof recordTypeId === 'string'
          ? org.picklistValues(field.objectApiName, field.fieldApiName)
          : null;
      },
      () => () => undefined,
    ),
  };
}
