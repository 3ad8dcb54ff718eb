/** What `bundle/bundle-platform.ts` builds. */
declare module 'workbench-platform' {
  export const lwc: Readonly<Record<string, unknown>> & {
    createElement(tag: string, options: { readonly is: unknown }): HTMLElement;
  };
  export const modules: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  export const sandbox: {
    evaluateInSandbox(key: string, source: string, context: object): unknown;
    wrapDependency(module: unknown, name: string, key: string): unknown;
  };
}
