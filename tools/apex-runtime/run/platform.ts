import { DATA_ENUMS, DATA_TYPES } from '../data/library.ts';
import { LIBRARY } from '../library/library.ts';
import type { Library } from '../library/registry-contract.ts';

/** Everything that the platform offers to Apex here. */
export const PLATFORM: Library = {
  types: [...LIBRARY.types, ...DATA_TYPES],
  enums: [...LIBRARY.enums, ...DATA_ENUMS],
  exceptions: LIBRARY.exceptions,
};
