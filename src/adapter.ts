import type { ConfigurationResponse } from './model/apex-contract.ts';
import { loadRules } from './rules/load-rules.ts';
import { createResolveAction } from './rules/resolve/resolve-action.ts';
import { createSession } from './session/session.ts';
import type { SoftphonePorts } from './session/softphone-ports.ts';
import { readSoftphoneSettings } from './session/softphone-settings.ts';
import type { Softphone } from './session/softphone.ts';

export interface SoftphoneOptions {
  /** As `PacelineConfigurationController.load` answered; nothing in it is trusted. */
  readonly configuration: ConfigurationResponse;
  readonly ports: SoftphonePorts;
  /** Unique among the tabs of a browser; by default a new id. */
  readonly tabId?: string;
  /** IANA name of the agent's time zone, for dates in texts; by default UTC. */
  readonly timeZone?: string;
}

/**
 * Creates the softphone of one tab. It never throws: what is wrong in the configuration is listed in
 * `view().problems`, and a setting that must not be used leaves `settings.ccpUrl` null with the reason in `view().ccp`.
 */
export function createSoftphone(options: SoftphoneOptions): Softphone {
  const { configuration, ports } = options;
  const { settings, problems, refusal } = readSoftphoneSettings(configuration);
  const loaded = loadRules(configuration.rules);
  return createSession({
    settings,
    refusal,
    problems: [...problems, ...loaded.problems],
    rules: loaded.rules,
    resolve: createResolveAction({
      defaultCountry: settings.defaultCountry,
      allowedHosts: settings.allowedHosts,
      timeZone: options.timeZone ?? 'UTC',
    }),
    partition: { orgId: configuration.org.id, userId: configuration.org.userId },
    ports,
    tabId: options.tabId ?? ports.ids.next(),
  });
}
