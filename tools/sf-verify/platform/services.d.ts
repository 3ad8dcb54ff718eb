/** Source: Lightning Web Components Developer Guide, reference of the modules named. */
declare module 'lightning/messageService' {
  export interface Channel<M> {
    readonly __message?: M;
  }
  export const APPLICATION_SCOPE: unknown;
  export const MessageContext: { readonly __config?: object };
  export function createMessageContext(): unknown;
  export function publish<M>(context: unknown, channel: Channel<M>, message?: M, options?: unknown): void;
  export function releaseMessageContext(context: unknown): void;
  export function subscribe<M>(
    context: unknown,
    channel: Channel<M>,
    listener: (message: unknown) => unknown,
    options?: { scope?: unknown },
  ): unknown;
  export function unsubscribe(subscription: unknown): void;
}

declare module 'lightning/platformResourceLoader' {
  export function loadScript(component: unknown, url: string): Promise<void>;
  export function loadStyle(component: unknown, url: string): Promise<void>;
}

declare module 'lightning/platformShowToastEvent' {
  export const ShowToastEventName: string;
  export class ShowToastEvent {
    constructor(toast: {
      title?: string;
      message?: string;
      messageData?: unknown[];
      mode?: 'dismissable' | 'dismissible' | 'pester' | 'sticky';
      variant?: 'error' | 'info' | 'success' | 'warning';
    });
  }
}

declare module 'lightning/empApi' {
  export function isEmpEnabled(): Promise<boolean>;
  export function onError(listener: (error: unknown) => unknown): void;
  export function setDebugFlag(flag: boolean): void;
  export function subscribe(
    channel: string,
    replayId: number,
    listener: (message: unknown) => unknown,
  ): Promise<unknown>;
  export function unsubscribe(
    subscription: unknown,
    listener?: (message: unknown) => unknown,
  ): Promise<unknown>;
}

declare module 'lightning/refresh' {
  export class RefreshEvent {}
  export const REFRESH_COMPLETE: string;
  export const REFRESH_COMPLETE_WITH_ERRORS: string;
  export const REFRESH_ERROR: string;
  export function registerRefreshContainer(element: unknown, method: unknown): unknown;
  export function registerRefreshHandler(element: unknown, method: unknown): unknown;
  export function unregisterRefreshContainer(id: unknown): void;
  export function unregisterRefreshHandler(id: unknown): void;
}

declare module 'lightning/logger' {
  export function log(message: unknown): void;
}

declare module 'lightning/actions' {
  export class CloseActionScreenEvent {
    constructor(options?: { bubbles?: boolean; composed?: boolean });
  }
}
