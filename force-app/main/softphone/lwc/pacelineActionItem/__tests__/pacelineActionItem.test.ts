import PacelineActionItem from '../pacelineActionItem.ts';
import type { ActionView, SoftphoneCommand } from 'c/pacelineCore';
import { find, findAll, mount, record, textOf, unmountAll } from '../../../../../test/support/mount.ts';
import { sampleAction } from '../../../../../test/support/samples.ts';

interface IconElement extends HTMLElement {
  readonly iconName: string;
  readonly alternativeText: string;
  readonly variant: string;
}

type LabelledButton = HTMLElement & { readonly label: string };

const item = (action: ActionView) => mount('c-paceline-action-item', PacelineActionItem, { action });

const ICONS: Readonly<Record<ActionView['status'], readonly [string, string, string | undefined]>> = {
  pending: ['utility:clock', 'c.Paceline_Status_Pending', undefined],
  running: ['utility:sync', 'c.Paceline_Status_Running', undefined],
  waiting: ['utility:question', 'c.Paceline_Status_Waiting', 'warning'],
  done: ['utility:success', 'c.Paceline_Status_Done', 'success'],
  offered: ['utility:new_window', 'c.Paceline_Status_Offered', 'warning'],
  failed: ['utility:error', 'c.Paceline_Status_Failed', 'error'],
  skipped: ['utility:dash', 'c.Paceline_Status_Skipped', undefined],
};

afterEach(unmountAll);

describe('c-paceline-action-item', () => {
  it.each(Object.entries(ICONS) as [ActionView['status'], readonly [string, string, string | undefined]][])(
    'names the status %s in an icon',
    async (status, expected) => {
      const icon = find<IconElement>(await item(sampleAction({ status })), 'lightning-icon');
      expect([icon.iconName, icon.alternativeText, icon.variant]).toEqual(expected);
    },
  );

  it('says what it is and how it went, without buttons when there is nothing to do', async () => {
    const element = await item(sampleAction());
    expect(textOf(element)).toBe('Screen pop Opened Robin Example.');
    expect(findAll(element, 'lightning-button, c-paceline-match-picker')).toEqual([]);
  });

  it('opens an offered page on a click, under its label if it has one', async () => {
    const offer = {
      target: { kind: 'web', url: 'https://x.example.com/' },
      where: 'tab',
      parentRecordId: null,
    } as const;
    const element = await item(
      sampleAction({ status: 'offered', offer: { ...offer, label: 'Robin Example' } }),
    );
    const commands = record<SoftphoneCommand>(document.body, 'pacelinecommand');
    const button = find<LabelledButton>(element, 'lightning-button');
    expect(button.label).toBe('Robin Example');
    button.click();
    expect(commands).toEqual([{ kind: 'open-offer', key: 'action-1' }]);

    const unnamed = await item(sampleAction({ offer: { ...offer, label: null } }));
    expect(find<LabelledButton>(unnamed, 'lightning-button').label).toBe('c.Paceline_Open_Page');
  });

  it('retries on a click', async () => {
    const element = await item(sampleAction({ status: 'failed', canRetry: true }));
    const commands = record<SoftphoneCommand>(element, 'pacelinecommand');
    const button = find<LabelledButton>(element, 'lightning-button');
    expect(button.label).toBe('c.Paceline_Retry');
    button.click();
    expect(commands).toEqual([{ kind: 'retry-action', key: 'action-1' }]);
  });

  it('passes the choice of a match on', async () => {
    const match = {
      recordId: '003000000000001AAA',
      objectApiName: 'Contact',
      name: 'A',
      detail: null,
      rank: 1,
    };
    const element = await item(sampleAction({ status: 'waiting', matches: [match] }));
    const commands = record<SoftphoneCommand>(element, 'pacelinecommand');
    const picker = find<HTMLElement & { matches: unknown }>(element, 'c-paceline-match-picker');
    expect(picker.matches).toEqual([match]);
    picker.dispatchEvent(new CustomEvent('choose', { detail: null }));
    expect(commands).toEqual([{ kind: 'choose-match', key: 'action-1', recordId: null }]);
  });
});
