import PacelineStatusBanner from '../pacelineStatusBanner.ts';
import type { CcpStatusKind } from 'c/pacelineCore';
import { find, findAll, mount, record, textOf, unmountAll } from '../../../../../test/support/mount.ts';
import { NOON } from '../../../../../test/support/samples.ts';

interface Shown {
  readonly text: string;
  readonly theme: string | null;
  readonly retry: boolean;
  readonly signIn: boolean;
}

const error = 'slds-theme_error';
const warning = 'slds-theme_warning';

/** What each status of the CCP shows, with its sentence being "Why." */
const KINDS: Readonly<Record<CcpStatusKind, Shown>> = {
  'not-configured': { text: 'Why.', theme: warning, retry: false, signIn: false },
  loading: { text: 'Why.', theme: warning, retry: false, signIn: false },
  connecting: { text: 'Why.', theme: warning, retry: false, signIn: false },
  ready: { text: '', theme: null, retry: false, signIn: false },
  'login-needed': { text: 'Why. c.Paceline_Sign_In', theme: warning, retry: true, signIn: true },
  unreachable: { text: 'Why. c.Paceline_Sign_In', theme: error, retry: true, signIn: true },
  lost: { text: 'Why.', theme: error, retry: true, signIn: false },
  stopped: { text: 'Why.', theme: warning, retry: true, signIn: false },
};

const loginUrl = 'https://sign-in.example.com/';
const banner = (kind: CcpStatusKind, text: string) =>
  mount('c-paceline-status-banner', PacelineStatusBanner, { status: { kind, at: NOON, text }, loginUrl });

afterEach(unmountAll);

describe('c-paceline-status-banner', () => {
  it.each(Object.entries(KINDS) as [CcpStatusKind, Shown][])('shows %s', async (kind, expected) => {
    const element = await banner(kind, 'Why.');
    const [box] = findAll(element, '.slds-box');
    expect({
      text: textOf(element),
      theme: box === undefined ? null : [error, warning].find((name) => box.classList.contains(name)),
      retry: findAll(element, 'lightning-button').length === 1,
      signIn: findAll(element, 'a').length === 1,
    }).toEqual(expected);
  });

  it.each([['loading'], ['connecting']] as const)('says that it is connecting while %s', async (kind) => {
    expect(textOf(await banner(kind, ''))).toBe('c.Paceline_Connecting');
  });

  it('is empty when all is well', async () => {
    expect(textOf(await banner('ready', ''))).toBe('');
  });

  it('links to the sign-in page in a tab of its own', async () => {
    const link = find<HTMLAnchorElement>(await banner('login-needed', 'Why.'), 'a');
    expect([link.href, link.target, link.rel]).toEqual([loginUrl, '_blank', 'noopener noreferrer']);
  });

  it('offers no sign-in while it is not known where', async () => {
    const status = { kind: 'unreachable', at: NOON, text: 'Why.' };
    const element = await mount('c-paceline-status-banner', PacelineStatusBanner, { status });
    expect(findAll(element, 'a')).toEqual([]);
  });

  it('asks for another try', async () => {
    const element = await banner('lost', 'Why.');
    const retries = record<null>(element, 'retry');
    find(element, 'lightning-button').click();
    expect(retries).toEqual([null]);
  });
});
