/** Source: Lightning Web Components Developer Guide, PageReference Types. */
declare module 'lightning/navigation' {
  type State = Record<string, unknown>;
  interface Reference<T extends string, A> {
    type: T;
    attributes: A;
    state?: State;
  }
  export type PageReference =
    | Reference<'comm__loginPage', { actionName: 'login' | 'logout' }>
    | Reference<'comm__namedPage', { name: string; pageName?: string }>
    | Reference<'standard__app', { appTarget: string; pageRef?: unknown }>
    | Reference<'standard__component', { componentName: string }>
    | Reference<'standard__directCmpReference', Record<string, unknown>>
    | Reference<'standard__flow', { devName: string }>
    | Reference<'standard__knowledgeArticlePage', { articleType: string; urlName: string }>
    | Reference<'standard__managedContentPage', { contentTypeName: string; contentKey: string }>
    | Reference<'standard__namedPage', { pageName: 'chatter' | 'filePreview' | 'home' | 'today' | string }>
    | Reference<'standard__navItemPage', { apiName: string }>
    | Reference<'standard__objectPage', { objectApiName: string; actionName: 'home' | 'list' | 'new' }>
    | Reference<'standard__quickAction', { apiName: string; actionName?: string }>
    | Reference<
        'standard__recordPage',
        { recordId: string; objectApiName?: string; actionName: 'clone' | 'edit' | 'view' }
      >
    | Reference<
        'standard__recordRelationshipPage',
        { recordId: string; objectApiName?: string; relationshipApiName: string; actionName: 'view' }
      >
    | { type: 'standard__search'; attributes?: unknown; state?: State }
    | Reference<'standard__webPage', { url: string }>;
  export const CurrentPageReference: { readonly __config?: object };
  const navigateKey: unique symbol;
  const generateUrlKey: unique symbol;
  interface Navigable {
    [navigateKey](pageReference: PageReference, replace?: boolean): void;
    [generateUrlKey](pageReference: PageReference): Promise<string>;
    [name: string]: unknown;
  }
  export const NavigationMixin: {
    (base: unknown): new () => Navigable;
    readonly Navigate: typeof navigateKey;
    readonly GenerateUrl: typeof generateUrlKey;
  };
  export const NavigationContext: unknown;
  export function generateUrl(context: unknown, pageReference: PageReference): Promise<string>;
  export function navigate(context: unknown, pageReference: PageReference, replace?: boolean): void;
}

declare module 'lightning/pageReferenceUtils' {
  export function encodeDefaultFieldValues(values: Record<string, unknown>): string;
  export function decodeDefaultFieldValues(text: string): Record<string, unknown>;
}
