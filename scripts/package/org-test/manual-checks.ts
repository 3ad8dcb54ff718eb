/** What only a person in a browser can see, the riskiest first. */
export const MANUAL_CHECKS: readonly string[] = [
  'Setup > Session Settings: Lightning Web Security is on.',
  'Console app, softphone with Start automatically: the CCP appears within 15 seconds, in one frame below c-paceline-ccp-host.',
  'Signed out of Amazon Connect: the Sign in link opens a tab; after signing in there, the CCP appears without a page reload.',
  "Accept an inbound call: both sides hear each other. Repeat with the org's Permissions-Policy header set to Trusted URLs.",
  'Third-party cookies blocked in the browser: the CCP asks for storage access once, and works after it is granted.',
  'Reload the page during a call: the call card comes back, nothing pops twice, one log is written at the end.',
  'Two browser tabs: one says that the other one works; close that one, and this one takes over.',
  'Standard-navigation app, an unsaved form open: the screen pop becomes a link on the call card.',
  'Upgrade of the package: your own setting and rules survive, the shipped rules are replaced.',
];
