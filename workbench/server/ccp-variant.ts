import type { ConfigurationResponse } from '../../src/model/apex-contract.ts';

const VARIANTS: Readonly<Record<string, (url: string) => string | null>> = {
  none: () => null,
  wrong: () => 'not a url',
  dead: (url) => new URL('/dead', url).href,
  refused: (url) => new URL('/refused', url).href,
  late: (url) => `${url}&late=8000`,
  missing: (url) => new URL('/nothing-here', url).href,
};

/** The configuration's answer with another CCP URL, for trying out what goes wrong; every other answer as it is. */
export function varyCcpUrl(className: string, answer: unknown, variant: string | null): unknown {
  const vary = VARIANTS[variant ?? ''];
  if (vary === undefined || className !== 'PacelineConfigurationController') return answer;
  const configuration = answer as ConfigurationResponse;
  const url = configuration.setting?.['Ccp_Url'];
  if (typeof url !== 'string') return answer;
  return { ...configuration, setting: { ...configuration.setting, Ccp_Url: vary(url) } };
}
