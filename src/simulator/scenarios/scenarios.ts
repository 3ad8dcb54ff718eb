import { EVERYDAY_SCENARIOS } from './everyday-calls.ts';
import { HVOC_CAMPAIGN_SCENARIOS } from './hvoc-campaigns.ts';
import type { Scenario } from './scenario.ts';
import { TETHERED_PER_CALL_SCENARIOS } from './tethered-per-call.ts';
import { TETHERED_STANDING_SCENARIOS } from './tethered-standing.ts';

/** Calls to watch or to test with; together they reach every row of the catalogue. */
export const SCENARIOS: readonly Scenario[] = [
  ...EVERYDAY_SCENARIOS,
  ...HVOC_CAMPAIGN_SCENARIOS,
  ...TETHERED_STANDING_SCENARIOS,
  ...TETHERED_PER_CALL_SCENARIOS,
];
