import type { Clock, Stop } from 'c/pacelineCore';

/** So long after the last input the agent still counts as typing. */
const TYPING_MS = 3000;
/** So long a click on a link of the softphone speaks for the page that it leads to. */
const ASKED_MS = 5000;

export interface Attention {
  /** Input was seen on this page within the last 3 seconds. */
  isTyping(): boolean;
  /** Input was seen on the page that is open now, so it may hold unsaved work; another page or address starts anew. */
  mayBeDirty(): boolean;
  /** Lightning shows another page now. */
  notePage(): void;
  /** Notes that the agent clicked for something just now. */
  noteAsked(): void;
  /** The agent clicked for something within the last 5 seconds. */
  hasAsked(): boolean;
  stop: Stop;
}

/** Watches where the agent looks and types. `onFocused` is called at once when this tab is the one looked at. */
export function watchAttention(
  clock: Clock,
  on: { readonly focused: () => void; readonly typed: () => void },
): Attention {
  let typedAt: number | undefined;
  let typedOn: string | undefined;
  let askedAt: number | undefined;

  const handleInput = (): void => {
    typedAt = clock.now();
    typedOn = window.location.href;
    on.typed();
  };
  const handleFocus = (): void => on.focused();
  const handleVisibility = (): void => {
    if (document.visibilityState === 'visible' && document.hasFocus()) on.focused();
  };

  window.addEventListener('input', handleInput, true);
  window.addEventListener('focus', handleFocus);
  document.addEventListener('visibilitychange', handleVisibility);
  handleVisibility();

  return {
    isTyping: () => typedAt !== undefined && clock.now() - typedAt < TYPING_MS,
    mayBeDirty: () => typedOn !== undefined && typedOn === window.location.href,
    notePage() {
      typedOn = undefined;
    },
    noteAsked() {
      askedAt = clock.now();
    },
    hasAsked: () => askedAt !== undefined && clock.now() - askedAt < ASKED_MS,
    stop() {
      window.removeEventListener('input', handleInput, true);
      window.removeEventListener('focus', handleFocus);
      document.removeEventListener('visibilitychange', handleVisibility);
    },
  };
}
