import type { ApexCode } from './apex-code.ts';
import type { OrgState } from './org-state.ts';
import type { HousekeepingResult } from './simulated-org.ts';

const INTERACTION = 'Paceline_Interaction__c';
const JOB = 'Paceline housekeeping';

const openIds = ({ store }: OrgState): ReadonlySet<string> =>
  new Set(
    store
      .list(INTERACTION)
      .filter((row) => row['Log_State__c'] === 'open')
      .map((row) => row.Id),
  );

/**
 * One night: schedules the package's job as after an installation when it is not scheduled, and fires the scheduled
 * instance, the same each night. What it closed and purged is counted from outside.
 */
export function runHousekeeping(state: OrgState, code: ApexCode): HousekeepingResult {
  const open = openIds(state);
  const before = state.store.list(INTERACTION).map((row) => row.Id);
  if (!state.jobs.fire(JOB)) {
    state.jobs.callStatic(code.program(), 'PacelineHousekeepingSchedule', 'start', state.users.administrator);
    state.jobs.fire(JOB);
  }
  const stillOpen = openIds(state);
  const purged = before.filter((id) => state.store.find(id) === undefined);
  return {
    closed: [...open].filter((id) => !stillOpen.has(id) && !purged.includes(id)).length,
    purged: purged.length,
  };
}
