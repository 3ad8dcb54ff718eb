import type { Scenario } from '../../../src/simulator/index.ts';
import { saveSettingBody, settingOf } from '../../shared/scenario-setting.ts';
import type { ScenarioPages } from '../../shared/scenario-setting.ts';
import type { RunCommand } from './call-section.ts';

export interface ScenarioPlace {
  readonly settingName: string;
  readonly pages: ScenarioPages;
  readonly run: RunCommand;
  /** Takes the softphone off the page, and puts it there again when `meanwhile` is done. */
  restartSoftphone(meanwhile: () => Promise<void>): Promise<void>;
}

/** Gives a scenario what it needs: its settings with the recommended rules, simulators that behave so, a softphone without a past. */
export function startScenario(scenario: Scenario, place: ScenarioPlace): Promise<void> {
  const { pages, run, settingName } = place;
  const fields = settingOf(scenario, pages, `recommended-${scenario.setup}`);
  return place.restartSoftphone(async () => {
    await run('sim/reset', { ccp: scenario.behaviour, dialer: scenario.dialerBehaviour });
    await run('org/admin', saveSettingBody(settingName, fields));
    localStorage.clear();
  });
}
