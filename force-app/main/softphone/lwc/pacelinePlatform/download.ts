import type { Clock } from 'c/pacelineCore';

/** So long the browser may take to begin with a download. */
const BEGIN_MS = 60_000;

/** Hands a text to the person as a file, without leaving the page or opening a window. */
export function downloadText(clock: Clock, fileName: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  clock.setTimer(BEGIN_MS, () => URL.revokeObjectURL(url));
}
