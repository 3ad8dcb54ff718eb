import type { MergeEnvironment } from '../merge/functions.ts';

/** What the resolving of actions needs to know besides the call. */
export interface ResolveOptions extends MergeEnvironment {
  /** Hosts that web pages may open on, lower case; `*.example.com` allows every host below it. */
  readonly allowedHosts: readonly string[];
}
