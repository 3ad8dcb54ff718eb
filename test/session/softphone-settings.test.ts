import type { ConfigurationResponse, FieldValue } from '../../src/model/apex-contract.ts';
import { readSoftphoneSettings } from '../../src/session/softphone-settings.ts';
import { configuration } from '../support/softphone-lab.ts';

const CCP_URL = 'https://example.my.connect.aws/ccp-v2/';
const OTHER_ORG = '00D000000000009AAA';

const read = (setting: Readonly<Record<string, FieldValue>>): ReturnType<typeof readSoftphoneSettings> =>
  readSoftphoneSettings(configuration(setting));

const DEFAULT_EVENTS = {
  setup: 'hvoc',
  pacingAttribute: 'cti_pacing',
  queuePacing: {},
  tether: {
    style: 'standing',
    attribute: 'cti_tether',
    source: 'messages',
    defaultPacing: null,
    pacingVariable: 'PacingMode',
  },
  answerSignal: 'contact',
  queueCallbackPacing: 'manual-outbound',
};

test('a setting with nothing but the CCP URL gives the defaults', () => {
  expect(read({ Default_Country: null })).toEqual({
    settings: {
      settingName: 'Test',
      ccpUrl: CCP_URL,
      loginUrl: null,
      region: null,
      ccpLoadTimeoutMs: 15_000,
      events: DEFAULT_EVENTS,
      ruleset: null,
      defaultCountry: 'US',
      allowedHosts: [],
      dialerOrigins: [],
      dialerUrl: null,
      unmatchedPolicy: 'ignore',
    },
    problems: [],
    refusal: null,
  });
});

test('every field is read, words in any case and by label, numbers from text', () => {
  const { settings, problems } = read({
    Login_Url: 'https://example.awsapps.com/start',
    Region: 'eu-west-2',
    Setup: 'Tethered',
    Ruleset: 'recommended-tethered',
    Org_Id: '00D000000000001',
    Pacing_Attribute: 'pace',
    Queue_Pacing: '{"Campaign A": "Progressive", "Tether": "tether"}',
    Tether_Style: 'Per-Call',
    Tether_Attribute: 'is_tether',
    Tether_Source: 'ATTRIBUTES',
    Default_Pacing: 'Preview',
    Pacing_Variable: 'Mode',
    Answer_Signal: 'leg',
    Queue_Callback_Pacing: 'Inbound',
    Default_Country: 'gb',
    Allowed_Hosts: 'www.example.com, *.example.org\nintranet',
    Dialer_Origins: 'https://dialer.example.com',
    Dialer_Url: 'https://dialer.example.com/agent',
    Unmatched_Policy: 'Warn',
    Ccp_Load_Timeout_Seconds: 30,
  });
  expect(problems).toEqual([]);
  expect(settings).toEqual({
    settingName: 'Test',
    ccpUrl: CCP_URL,
    loginUrl: 'https://example.awsapps.com/start',
    region: 'eu-west-2',
    ccpLoadTimeoutMs: 30_000,
    events: {
      setup: 'tethered',
      pacingAttribute: 'pace',
      queuePacing: { 'Campaign A': 'progressive', Tether: 'tether' },
      tether: {
        style: 'per-call',
        attribute: 'is_tether',
        source: 'attributes',
        defaultPacing: 'preview',
        pacingVariable: 'Mode',
      },
      answerSignal: 'leg',
      queueCallbackPacing: 'inbound',
    },
    ruleset: 'recommended-tethered',
    defaultCountry: 'GB',
    allowedHosts: ['www.example.com', '*.example.org', 'intranet'],
    dialerOrigins: ['https://dialer.example.com'],
    dialerUrl: 'https://dialer.example.com/agent',
    unmatchedPolicy: 'warn',
  });
});

const PACINGS = '"preview", "direct-preview", "progressive", "predictive", "manual-outbound", "inbound"';
const WRONG: readonly (readonly [string, FieldValue, string, string])[] = [
  ['Setup', 'VDI', 'Setup', 'must be one of "tethered", "hvoc"; the default is used'],
  ['Default_Pacing', 'fast', 'Default_Pacing', `must be one of ${PACINGS}; the default is used`],
  ['Queue_Callback_Pacing', 7, 'Queue_Callback_Pacing', `must be one of ${PACINGS}; the default is used`],
  ['Tether_Style', 'loose', 'Tether_Style', 'must be one of "standing", "per-call"; the default is used'],
  ['Tether_Source', 'radio', 'Tether_Source', 'must be one of "messages", "attributes"; the default is used'],
  ['Answer_Signal', 'smoke', 'Answer_Signal', 'must be one of "contact", "leg"; the default is used'],
  [
    'Unmatched_Policy',
    'panic',
    'Unmatched_Policy',
    'must be one of "ignore", "warn", "error"; the default is used',
  ],
  ['Default_Country', 'USA', 'Default_Country', 'must be a country code of two letters; the default is used'],
  ['Queue_Pacing', '[1]', 'Queue_Pacing', 'must be of type object; the default is used'],
  ['Queue_Pacing', '{"Q":"warp"}', 'Queue_Pacing.Q', 'must be a pacing mode or "tether"; it is not used'],
  ['Login_Url', 'javascript:alert(1)', 'Login_Url', 'must begin with https://; it is not used'],
  ['Login_Url', 'http://example.com/', 'Login_Url', 'must begin with https://; it is not used'],
  [
    'Dialer_Url',
    'dialer',
    'Dialer_Url',
    'must be a complete URL such as https://example.my.connect.aws/ccp-v2/; it is not used',
  ],
  [
    'Dialer_Url',
    'https://a:b@example.com/',
    'Dialer_Url',
    'must not carry a user name or password; it is not used',
  ],
  [
    'Allowed_Hosts',
    'https://x/',
    'Allowed_Hosts[0]',
    'must be a host name such as www.example.com or *.example.com; it is not used',
  ],
  [
    'Dialer_Origins',
    'https://d.example.com, https://d.example.com/path',
    'Dialer_Origins[1]',
    'must be an origin without a path, such as https://dialer.example.com; it is not used',
  ],
];

test('the page of a dialler that may not speak is not loaded, and its own origin comes first', () => {
  const page = { Dialer_Url: 'https://Dialer.example.com/agent' };
  const stranger = read({ ...page, Dialer_Origins: 'https://other.example.com' });
  expect(stranger.settings.dialerUrl).toBeNull();
  expect(stranger.problems).toEqual([
    {
      source: 'setting',
      path: 'Dialer_Origins',
      message: 'must name https://dialer.example.com, or the page of Dialer_Url is not loaded',
      level: 'error',
    },
  ]);
  const known = read({
    ...page,
    Dialer_Origins: 'https://other.example.com, https://dialer.example.com',
  });
  expect(known.problems).toEqual([]);
  expect(known.settings.dialerUrl).toBe('https://Dialer.example.com/agent');
  expect(known.settings.dialerOrigins).toEqual(['https://dialer.example.com', 'https://other.example.com']);
});

test.each(WRONG)('%s = %j is reported and its default is used', (field, value, path, message) => {
  const { settings, problems, refusal } = read({ [field]: value });
  expect(problems).toEqual([{ source: 'setting', path, message, level: 'error' }]);
  expect(refusal).toBeNull();
  expect(settings.events).toEqual(DEFAULT_EVENTS);
  expect(settings.ccpUrl).toBe(CCP_URL);
});

test('text that is not JSON is reported with the parser’s own words', () => {
  const [problem, ...others] = read({ Queue_Pacing: '{"Q":' }).problems;
  expect(others).toEqual([]);
  expect(problem?.path).toBe('Queue_Pacing');
  expect(problem?.message).toMatch(/^is not JSON \(.+\); the default is used$/);
});

test.each([0, 121, Number.NaN])('a load time-out of %p seconds is reported', (seconds) => {
  const { settings, problems } = read({ Ccp_Load_Timeout_Seconds: seconds });
  expect(problems.map(({ path }) => path)).toEqual(['Ccp_Load_Timeout_Seconds']);
  expect(settings.ccpLoadTimeoutMs).toBe(15_000);
});

const REFUSED: readonly (readonly [string, ConfigurationResponse, string])[] = [
  [
    'for another org',
    configuration({ Org_Id: OTHER_ORG }),
    `The setting "Test" is meant for another org (${OTHER_ORG}), so the CCP is not loaded. Check the setting and enter this org's id, 00D000000000001AAA.`,
  ],
  [
    'without a CCP URL',
    configuration({ Ccp_Url: '' }),
    'The setting "Test" has no usable CCP URL. Enter it in Setup under Custom Metadata Types, Paceline Setting.',
  ],
  [
    'with a CCP URL that cannot be used',
    configuration({ Ccp_Url: 'http://example.com/ccp' }),
    'The setting "Test" has no usable CCP URL. Enter it in Setup under Custom Metadata Types, Paceline Setting.',
  ],
  [
    'that does not exist',
    { ...configuration(), setting: null },
    'There is no Paceline setting named "Test". Create it in Setup under Custom Metadata Types, or correct the name in the utility bar item.',
  ],
];

test.each(REFUSED)('a setting %s loads no CCP and says why', (_what, response, reason) => {
  const { settings, refusal } = readSoftphoneSettings(response);
  expect(refusal).toBe(reason);
  expect(settings.ccpUrl).toBeNull();
});

test('a CCP on a loopback host may use http', () => {
  expect(read({ Ccp_Url: 'http://127.0.0.1:8080/ccp' }).settings.ccpUrl).toBe('http://127.0.0.1:8080/ccp');
});
