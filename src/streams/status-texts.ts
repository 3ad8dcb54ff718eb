import type { CcpStatusKind } from '../model/softphone-view.ts';

function hostOf(ccpUrl: string): string {
  return new URL(ccpUrl).host;
}

/** What is wrong and what to do, for a CCP URL that was checked. Empty when all is well. */
export function statusText(kind: CcpStatusKind, ccpUrl: string): string {
  switch (kind) {
    case 'unreachable':
      return `The Contact Control Panel at ${hostOf(ccpUrl)} does not answer. Sign in to Amazon Connect in another tab, or have the URL and the instance's approved origins checked; then choose Retry.`;
    case 'login-needed':
      return `Amazon Connect at ${hostOf(ccpUrl)} has ended your session. Sign in again, then choose Retry.`;
    case 'lost':
      return `The connection to the Contact Control Panel at ${hostOf(ccpUrl)} is lost. It comes back by itself if it can; choose Retry when no call is running.`;
    case 'stopped':
      return 'The softphone is switched off. Reload the page to switch it on.';
    default:
      return '';
  }
}

/** Another softphone holds the one frame that a page can have. */
export const FRAME_TAKEN =
  'Another softphone on this page uses Amazon Connect already. Remove one of them, then reload the page.';

export const ACCESS_DENIED =
  'Amazon Connect refuses this user. Ask your administrator for a security profile with access to the Contact Control Panel, then choose Retry.';

/** Streams itself failed to start, with its own reason. */
export function notStarted(reason: string): string {
  return `Amazon Connect could not be started: ${reason}. Choose Retry; if it fails again, send the trace to your administrator.`;
}
