import * as z from 'zod/mini';
import { parsePacingMode } from '../catalog/parse-word.ts';
import type { ConfigurationResponse } from '../model/apex-contract.ts';
import {
  eventSettingsSchema,
  pacingModeSchema,
  parseEventSettings,
  setupSchema,
  tetherSettingsSchema,
} from '../model/settings.ts';
import type { EventSettings } from '../model/settings.ts';
import type { ConfigurationProblem } from '../model/softphone-view.ts';
import { createSettingReader } from './setting-reader.ts';
import type { SettingReader } from './setting-reader.ts';
import { checkHost, checkOrigin, checkUrl } from './url-checks.ts';

/** One softphone's setting record, checked. Null means: not set, or refused. */
export interface SoftphoneSettings {
  readonly settingName: string;
  /** The CCP must not be loaded while this is null. */
  readonly ccpUrl: string | null;
  readonly loginUrl: string | null;
  readonly region: string | null;
  readonly ccpLoadTimeoutMs: number;
  readonly events: EventSettings;
  readonly ruleset: string | null;
  /** ISO 3166 alpha-2. */
  readonly defaultCountry: string | null;
  readonly allowedHosts: readonly string[];
  readonly dialerOrigins: readonly string[];
  readonly dialerUrl: string | null;
  /** What happens when an event matches no rule. */
  readonly unmatchedPolicy: 'ignore' | 'warn' | 'error';
}

export interface SettingsReading {
  readonly settings: SoftphoneSettings;
  readonly problems: readonly ConfigurationProblem[];
  /** Why the CCP is not loaded, in one or two sentences; null when it may be. */
  readonly refusal: string | null;
}

const lower = (text: string): string => text.toLowerCase();
const pacing = (text: string): unknown => parsePacingMode(text) ?? lower(text);
const countrySchema = z.string().check(z.regex(/^[A-Z]{2}$/, 'must be a country code of two letters'));
const timeoutSchema = z.number().check(z.minimum(1), z.maximum(120));
const policySchema = z.enum(['ignore', 'warn', 'error']);
const text = z.string();

function readJson(reader: SettingReader, field: string): (json: string) => unknown {
  return (json) => {
    try {
      return JSON.parse(json) as unknown;
    } catch (error) {
      reader.report(field, `is not JSON (${(error as Error).message}); the default is used`);
      return {};
    }
  };
}

/** Entries of the queue map one by one, so that a wrong one does not take the others with it. */
function readQueueMap(reader: SettingReader): Record<string, unknown> {
  const entrySchema = z.union([pacingModeSchema, z.literal('tether')]);
  const map = reader.value(
    'Queue_Pacing',
    z.record(z.string(), z.unknown()),
    readJson(reader, 'Queue_Pacing'),
  );
  const entries = Object.entries(map ?? {}).filter(([queue, word]) => {
    const known = entrySchema.safeParse(typeof word === 'string' ? pacing(word) : word).success;
    if (!known) reader.report(`Queue_Pacing.${queue}`, 'must be a pacing mode or "tether"; it is not used');
    return known;
  });
  return Object.fromEntries(entries.map(([queue, word]) => [queue, pacing(word as string)]));
}

function present(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function readEventSettings(reader: SettingReader): EventSettings {
  const events = eventSettingsSchema.shape;
  const tether = tetherSettingsSchema.shape;
  return parseEventSettings(
    present({
      setup: reader.value('Setup', setupSchema, lower),
      pacingAttribute: reader.value('Pacing_Attribute', events.pacingAttribute),
      queuePacing: readQueueMap(reader),
      tether: present({
        style: reader.value('Tether_Style', tether.style, lower),
        attribute: reader.value('Tether_Attribute', tether.attribute),
        source: reader.value('Tether_Source', tether.source, lower),
        defaultPacing: reader.value('Default_Pacing', pacingModeSchema, pacing),
        pacingVariable: reader.value('Pacing_Variable', tether.pacingVariable),
      }),
      answerSignal: reader.value('Answer_Signal', events.answerSignal, lower),
      queueCallbackPacing: reader.value('Queue_Callback_Pacing', pacingModeSchema, pacing),
    }),
  );
}

/** The dialler's page, unless its origin may not speak; the list of origins with its own first. */
function readDialer(reader: SettingReader): Pick<SoftphoneSettings, 'dialerOrigins' | 'dialerUrl'> {
  const origins = reader.list('Dialer_Origins', checkOrigin).map(lower);
  const url = reader.text('Dialer_Url', checkUrl);
  if (url === undefined) return { dialerOrigins: origins, dialerUrl: null };
  const { origin } = new URL(url);
  if (!origins.includes(origin)) {
    reader.report('Dialer_Origins', `must name ${origin}, or the page of Dialer_Url is not loaded`);
    return { dialerOrigins: origins, dialerUrl: null };
  }
  return { dialerOrigins: [origin, ...origins.filter((other) => other !== origin)], dialerUrl: url };
}

/** Ids of 15 and 18 characters name the same org. */
function sameOrg(one: string, other: string): boolean {
  return one.slice(0, 15) === other.slice(0, 15);
}

function findRefusal(
  configuration: ConfigurationResponse,
  orgId: string | undefined,
  ccpUrl: string | undefined,
): string | null {
  const name = configuration.settingName;
  if (configuration.setting === null) {
    return `There is no Paceline setting named "${name}". Create it in Setup under Custom Metadata Types, or correct the name in the utility bar item.`;
  }
  if (orgId !== undefined && !sameOrg(orgId, configuration.org.id)) {
    return `The setting "${name}" is meant for another org (${orgId}), so the CCP is not loaded. Check the setting and enter this org's id, ${configuration.org.id}.`;
  }
  if (ccpUrl === undefined) {
    return `The setting "${name}" has no usable CCP URL. Enter it in Setup under Custom Metadata Types, Paceline Setting.`;
  }
  return null;
}

/** Reads the setting record field by field: what is wrong is reported with its path and falls back to its default. */
export function readSoftphoneSettings(configuration: ConfigurationResponse): SettingsReading {
  const reader = createSettingReader(configuration.setting ?? {});
  const ccpUrl = reader.text('Ccp_Url', checkUrl);
  const refusal = findRefusal(configuration, reader.value('Org_Id', text), ccpUrl);
  const seconds = reader.value('Ccp_Load_Timeout_Seconds', timeoutSchema, Number) ?? 15;
  const settings: SoftphoneSettings = {
    settingName: configuration.settingName,
    ccpUrl: refusal === null ? (ccpUrl ?? null) : null,
    loginUrl: reader.text('Login_Url', checkUrl) ?? null,
    region: reader.value('Region', text) ?? null,
    ccpLoadTimeoutMs: seconds * 1000,
    events: readEventSettings(reader),
    ruleset: reader.value('Ruleset', text) ?? null,
    defaultCountry:
      reader.value('Default_Country', countrySchema, (code) => code.toUpperCase()) ??
      configuration.org.defaultCountry,
    allowedHosts: reader.list('Allowed_Hosts', checkHost).map(lower),
    ...readDialer(reader),
    unmatchedPolicy: reader.value('Unmatched_Policy', policySchema, lower) ?? 'ignore',
  };
  return { settings, problems: reader.problems, refusal };
}
