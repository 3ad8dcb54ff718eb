const LIVE = new Set(['init', 'incoming', 'pending', 'connecting', 'connected', 'paused']);
const OVER = new Set(['ended', 'missed', 'rejected', 'error']);

/** True while a contact lives: it was neither ended nor missed, rejected or in error. */
export function isLiveState(state: string): boolean {
  return LIVE.has(state);
}

/** True for the contact states that Streams knows. */
export function isContactState(state: string): boolean {
  return LIVE.has(state) || OVER.has(state);
}
