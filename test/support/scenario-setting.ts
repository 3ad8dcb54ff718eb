import type { Scenario } from '../../src/simulator/index.ts';

/** Where the simulated CCP's and dialler's pages are. */
export interface ScenarioPages {
  readonly ccp: string;
  readonly dialer: string;
}

/** The fields of a setting record (API names without `__c`) under which a scenario runs; it has no rules. */
export function settingOf(scenario: Scenario, pages: ScenarioPages): Readonly<Record<string, string | null>> {
  const { tether = {}, queueCallbackPacing, answerSignal, queuePacing } = scenario.settings ?? {};
  return {
    Ccp_Url: pages.ccp,
    Dialer_Url: pages.dialer,
    Dialer_Origins: new URL(pages.dialer).origin,
    Region: 'us-east-1',
    Setup: scenario.setup,
    Ruleset: null,
    Tether_Style: tether.style ?? null,
    Tether_Source: tether.source ?? null,
    Tether_Attribute: tether.attribute ?? null,
    Default_Pacing: tether.defaultPacing ?? null,
    Pacing_Variable: tether.pacingVariable ?? null,
    Queue_Callback_Pacing: queueCallbackPacing ?? null,
    Answer_Signal: answerSignal ?? null,
    Queue_Pacing: queuePacing === undefined ? null : JSON.stringify(queuePacing),
    Unmatched_Policy: 'ignore',
  };
}
