import type { Scenario } from '../../src/simulator/index.ts';

/** Where the simulated CCP's and dialler's pages are. */
export interface ScenarioPages {
  readonly ccp: string;
  readonly dialer: string;
}

type SettingFields = Readonly<Record<string, string | null>>;

/** The fields of a setting record (API names without `__c`) under which a scenario runs; null: the default. */
export function settingOf(scenario: Scenario, pages: ScenarioPages, ruleset: string | null): SettingFields {
  const { tether = {}, queueCallbackPacing, answerSignal, queuePacing } = scenario.settings ?? {};
  return {
    Ccp_Url: pages.ccp,
    Dialer_Url: pages.dialer,
    Dialer_Origins: new URL(pages.dialer).origin,
    Region: 'us-east-1',
    Setup: scenario.setup,
    Ruleset: ruleset,
    Tether_Style: tether.style ?? null,
    Tether_Source: tether.source ?? null,
    Tether_Attribute: tether.attribute ?? null,
    Default_Pacing: tether.defaultPacing ?? null,
    Pacing_Variable: tether.pacingVariable ?? null,
    Queue_Callback_Pacing: queueCallbackPacing ?? null,
    Answer_Signal: answerSignal ?? null,
    Queue_Pacing: queuePacing === undefined ? null : JSON.stringify(queuePacing),
  };
}

/** The body that saves them in the simulated org's setting of that name. */
export function saveSettingBody(settingName: string, fields: SettingFields): object {
  const custom = Object.entries(fields).map(([name, value]) => [`${name}__c`, value]);
  return { verb: 'saveSetting', args: [settingName, Object.fromEntries(custom)] };
}
