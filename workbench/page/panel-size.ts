const HEIGHT = 760;
/** The CCP above the cards. */
const NARROW = 380;
/** The CCP and the cards side by side. */
const WIDE = 680;
/** From here on a wide panel leaves a record beside it legible. */
const WIDE_FROM = 1400;

/** Pixels of the utility's panel in a window of this width; an admin sets such numbers for the utility item. */
export function panelSize(windowWidth: number): { readonly width: number; readonly height: number } {
  return { width: windowWidth < WIDE_FROM ? NARROW : WIDE, height: HEIGHT };
}
