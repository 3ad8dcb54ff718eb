/** Source: Lightning Web Components Developer Guide, module lwc. */
declare module 'lwc' {
  export class LightningElement {
    [name: string]: unknown;
  }
  export const api: unknown;
  export const track: unknown;
  export function wire<C>(
    adapter: ((config: C) => unknown) | { readonly __config?: C },
    config?: { [K in keyof C]?: unknown },
  ): unknown;
  export const createContextProvider: unknown;
  export const createElement: unknown;
  export const readonly: unknown;
  export const setFeatureFlagForTest: unknown;
  export const unwrap: unknown;
}

declare module '@salesforce/apex' {
  export function refreshApex(value: unknown): Promise<unknown>;
  export function getSObjectValue(record: unknown, field: unknown): unknown;
}
