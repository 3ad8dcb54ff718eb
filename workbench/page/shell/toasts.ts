import { h, icon, iconButton } from './dom.ts';

export interface ToastMessage {
  readonly title?: string;
  readonly message?: string;
  readonly variant?: string;
  readonly mode?: string;
}

const SHOWN_MS = 5000;
const ICONS: Readonly<Record<string, string>> = {
  success: 'success',
  error: 'error',
  warning: 'warning',
  info: 'info',
};

/** The place where toasts appear, and the way to show one. */
export function createToasts(): { readonly element: HTMLElement; show(toast: ToastMessage): void } {
  const element = h('div', { class: 'slds-notify_container wb-toasts', 'aria-live': 'polite' });
  return {
    element,
    show({ title, message, variant = 'info', mode = 'dismissible' }) {
      const kind = ICONS[variant] === undefined ? 'info' : variant;
      const toast = h(
        'div',
        { class: `slds-notify slds-notify_toast slds-theme_${kind}`, role: 'status' },
        h(
          'span',
          { class: 'slds-icon_container slds-m-right_small' },
          icon(`utility:${ICONS[kind] ?? 'info'}`, 'slds-icon slds-icon_small'),
        ),
        h(
          'div',
          { class: 'slds-notify__content' },
          h('h2', { class: 'slds-text-heading_small' }, title ?? message ?? ''),
          title !== undefined && message !== undefined && h('p', {}, message),
        ),
        h(
          'div',
          { class: 'slds-notify__close' },
          iconButton(
            'utility:close',
            'Close',
            () => toast.remove(),
            'slds-button slds-button_icon slds-button_icon-inverse',
          ),
        ),
      );
      element.append(toast);
      if (mode !== 'sticky') setTimeout(() => toast.remove(), SHOWN_MS);
    },
  };
}
