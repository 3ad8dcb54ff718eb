import { LIBRARY } from '../library/library.ts';
import type { Library } from '../library/registry-contract.ts';

/** Everything that the platform offers to Apex here. */
export const PLATFORM: Library = LIBRARY;
