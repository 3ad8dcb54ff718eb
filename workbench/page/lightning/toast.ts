import type { ToastMessage } from '../shell/toasts.ts';

const EVENT = 'lightning__showtoast';

/** `lightning/platformShowToastEvent` and `lightning/toast`; `show` brings a toast to the screen. */
export function createToastModules(
  show: (toast: ToastMessage) => void,
): Readonly<
  Record<'lightning/platformShowToastEvent' | 'lightning/toast', Readonly<Record<string, unknown>>>
> {
  document.addEventListener(EVENT, (event) => show((event as CustomEvent<ToastMessage>).detail));
  class ShowToastEvent extends CustomEvent<ToastMessage> {
    constructor(toast: ToastMessage) {
      super(EVENT, { detail: { ...toast }, bubbles: true, composed: true, cancelable: true });
    }
  }
  const Toast = {
    show: ({ label, ...toast }: ToastMessage & { readonly label?: string }) =>
      show({ ...toast, ...(label === undefined ? {} : { title: label }) }),
  };
  return {
    'lightning/platformShowToastEvent': { ShowToastEvent },
    'lightning/toast': { default: Toast },
  };
}
