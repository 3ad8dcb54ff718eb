import PacelineCallCard from '../pacelineCallCard.ts';
import type { CallCard, CallView, SoftphoneCommand } from 'c/pacelineCore';
import { find, findAll, mount, record, settle, unmountAll } from '../../../../../test/support/mount.ts';
import { NOON, sampleAction, sampleCall, sampleCard } from '../../../../../test/support/samples.ts';

type Badge = HTMLElement & { readonly label: string };
const show = (card: CallCard, now = NOON) => mount('c-paceline-call-card', PacelineCallCard, { card, now });
const badges = (element: Element) => findAll<Badge>(element, 'lightning-badge').map(({ label }) => label);
const text = (element: Element, selector: string) => find(element, selector).textContent?.trim();

const BADGES: readonly [string, Partial<CallView>, readonly string[]][] = [
  ['an inbound call', {}, ['c.Paceline_Phase_Offered', 'Inbound', 'HVOC']],
  [
    'a progressive call of a tether',
    { setup: 'tethered', pacingMode: 'progressive', state: 'connected', connectedAt: NOON },
    ['c.Paceline_Phase_Talking', 'Progressive', 'Tethered'],
  ],
  [
    'a held call that was transferred here',
    { connectedAt: NOON, holdSince: NOON, receiving: true },
    ['c.Paceline_Held_For', 'Inbound', 'HVOC', 'c.Paceline_Receiving'],
  ],
  [
    'a call whose pacing is not known and whose end is estimated',
    { pacingMode: null, clearedAt: NOON, estimatedEnd: true },
    ['c.Paceline_Phase_Missed', 'c.Paceline_Unknown_Pacing', 'HVOC', 'c.Paceline_Estimated_End'],
  ],
];

type Button = HTMLElement & { readonly iconName: string; readonly label: string };
function buttonOf(element: Element, label: string): Button {
  const found = findAll<Button>(element, 'lightning-button').find((button) => button.label === label);
  if (found === undefined) throw new Error(`There is no button ${label}`);
  return found;
}

afterEach(unmountAll);

describe('c-paceline-call-card', () => {
  it.each(BADGES)('carries the badges of %s', async (_name, changes, expected) => {
    expect(badges(await show(sampleCard({ call: sampleCall(changes) })))).toEqual(expected);
  });

  it('is headed by the number while nobody is found', async () => {
    const element = await show(sampleCard());
    expect(text(element, 'h2')).toBe('+12025550101');
    expect(text(element, 'h2 + p')).toBe('Support');
    expect(find(element, 'article').getAttribute('aria-label')).toBe('+12025550101');
  });

  it('is headed by the match, with the number below', async () => {
    const match = { recordId: '1', objectApiName: 'Contact', name: 'Robin Example', detail: null, rank: 1 };
    const element = await show(sampleCard({ match, call: sampleCall({ queue: null }) }));
    expect(text(element, 'h2')).toBe('Robin Example');
    expect(text(element, 'h2 + p')).toBe('+12025550101');
  });

  it.each([
    ['inbound', 'utility:incoming_call', 'c.Paceline_Direction_Inbound'],
    ['outbound', 'utility:outbound_call', 'c.Paceline_Direction_Outbound'],
  ] as const)('shows the direction %s', async (direction, iconName, alternativeText) => {
    const element = await show(sampleCard({ call: sampleCall({ direction }) }));
    const icon = find<HTMLElement & { iconName: string; alternativeText: string }>(element, 'lightning-icon');
    expect([icon.iconName, icon.alternativeText]).toEqual([iconName, alternativeText]);
  });

  it('runs its timer by the time it is given', async () => {
    const element = await show(sampleCard(), NOON + 1000);
    expect(text(element, '[role="timer"]')).toBe('0:01');
    element.now = NOON + 62_000;
    await settle();
    expect(text(element, '[role="timer"]')).toBe('1:02');
  });

  it('explains the state in one sentence and lists third parties', async () => {
    const leg = {
      legId: 'l',
      kind: 'third',
      state: 'connected',
      phoneNumber: '+12025550102',
      name: null,
    } as const;
    const element = await show(
      sampleCard({
        sentence: 'Customer put on hold to consult.',
        call: sampleCall({
          legs: [
            { ...leg, legId: 'c', kind: 'customer' },
            leg,
            { ...leg, legId: 'n', name: 'Billing', state: 'hold' },
            { ...leg, legId: 'u', phoneNumber: null, state: 'init' },
          ],
        }),
      }),
    );
    expect(text(element, '.slds-card__body > p')).toBe('Customer put on hold to consult.');
    expect(
      findAll(element, 'ul[aria-label="c.Paceline_Legs"] li').map((row) =>
        [...row.children].map((part) => part.textContent),
      ),
    ).toEqual([
      ['+12025550102', 'c.Paceline_Phase_Talking'],
      ['Billing', 'c.Paceline_Phase_Held'],
      ['c.Paceline_Unknown_Caller', 'init'],
    ]);
  });

  it('lists its actions in order', async () => {
    const actions = [sampleAction(), sampleAction({ key: 'action-2', label: 'Call log' })];
    const element = await show(sampleCard({ actions }));
    const items = findAll<HTMLElement & { action: unknown }>(element, 'c-paceline-action-item');
    expect(items.map(({ action }) => action)).toEqual(actions);
  });

  it('unfolds and folds the timeline', async () => {
    const timeline = [{ at: NOON, kind: 'event', callKey: 'k', text: 'Offered.' }] as const;
    const element = await show(sampleCard({ timeline }));
    const toggle = buttonOf(element, 'c.Paceline_Timeline');
    expect(findAll(element, 'c-paceline-timeline')).toEqual([]);
    expect(toggle.iconName).toBe('utility:chevronright');
    toggle.click();
    await settle();
    expect(find<HTMLElement & { entries: unknown }>(element, 'c-paceline-timeline').entries).toEqual(
      timeline,
    );
    expect([toggle.iconName, toggle.ariaExpanded]).toEqual(['utility:chevrondown', 'true']);
    toggle.click();
    await settle();
    expect(findAll(element, 'c-paceline-timeline')).toEqual([]);
  });

  it('says of each action why it did or did not happen, once it is unfolded', async () => {
    const actions = [sampleAction(), sampleAction({ key: 'action-2' })];
    const asked: string[] = [];
    const explain = (key: string): string => {
      asked.push(key);
      return `Because of ${key}.`;
    };
    const card = sampleCard({ actions });
    const element = await mount('c-paceline-call-card', PacelineCallCard, { card, now: NOON, explain });
    expect(asked).toEqual([]);
    buttonOf(element, 'c.Paceline_Timeline').click();
    await settle();
    expect(findAll(element, '.why li').map((row) => row.textContent)).toEqual([
      'Because of action-1.',
      'Because of action-2.',
    ]);
  });

  it('asks for its trace as a file', async () => {
    const element = await show(sampleCard());
    const exported = record<string>(element, 'exporttrace');
    buttonOf(element, 'c.Paceline_Timeline').click();
    await settle();
    buttonOf(element, 'c.Paceline_Export_Trace').click();
    expect(exported).toEqual(['agent|contact-1|1']);
  });

  it('lets the agent leave undone what failed in a call that is over', async () => {
    const element = await show(sampleCard({ canDismiss: true }));
    const commands = record<SoftphoneCommand>(element, 'pacelinecommand');
    buttonOf(element, 'c.Paceline_Dismiss_Call').click();
    expect(commands).toEqual([{ kind: 'dismiss-call', callKey: 'agent|contact-1|1' }]);
  });

  it('offers that for no other call', async () => {
    const element = await show(sampleCard({ canDismiss: false }));
    const labels = findAll<Button>(element, 'lightning-button').map(({ label }) => label);
    expect(labels).toEqual(['c.Paceline_Timeline']);
  });

  it('hands call and interaction to the wrap-up', async () => {
    const element = await show(sampleCard({ interactionId: 'a00000000000001AAA' }));
    const wrapUp = find<HTMLElement & { callKey: string; interactionId: string | null }>(
      element,
      'c-paceline-wrap-up',
    );
    expect([wrapUp.callKey, wrapUp.interactionId]).toEqual(['agent|contact-1|1', 'a00000000000001AAA']);
  });
});
