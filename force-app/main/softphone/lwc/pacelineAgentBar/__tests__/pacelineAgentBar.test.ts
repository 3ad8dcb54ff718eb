import PacelineAgentBar from '../pacelineAgentBar.ts';
import type { SoftphoneView } from 'c/pacelineCore';
import {
  find,
  findAll,
  mount,
  record,
  settle,
  textOf,
  unmountAll,
} from '../../../../../test/support/mount.ts';
import {
  NOON,
  sampleAction,
  sampleCall,
  sampleCard,
  sampleView,
} from '../../../../../test/support/samples.ts';

const bar = (view: SoftphoneView, now = NOON) =>
  mount('c-paceline-agent-bar', PacelineAgentBar, { view, now });
const icon = (element: Element) =>
  find<HTMLElement & { iconName: string }>(element, 'lightning-icon').iconName;
const announced = (element: Element) => find(element, '[aria-live="assertive"]').textContent;

afterEach(unmountAll);

describe('c-paceline-agent-bar', () => {
  it('shows the agent while there is no call', async () => {
    const element = await bar(sampleView({ tetherStatus: 'Tether connected' }));
    expect(textOf(element)).toBe('Sam Sample Available · Tether connected');
    expect(icon(element)).toBe('utility:user');
    expect(findAll(element, '[role="timer"]')).toEqual([]);
    expect(announced(element)).toBe('');
  });

  it('says so when nobody is signed in', async () => {
    expect(textOf(await bar(sampleView({ agentName: null, agentState: null })))).toBe('c.Paceline_No_Agent');
  });

  it('announces a ringing call and runs its timer', async () => {
    const element = await bar(sampleView({ cards: [sampleCard()] }), NOON + 7000);
    expect(textOf(element)).toBe(
      '+12025550101 c.Paceline_Phase_Offered · Inbound A call is offered to you. 0:07 c.Paceline_Announce_Ringing',
    );
    expect(icon(element)).toBe('utility:incoming_call');
    element.now = NOON + 8000;
    await settle();
    expect(find(element, '[role="timer"]').textContent).toBe('0:08');
  });

  it('shows the first call that lives, not one that was cleared', async () => {
    const done = sampleCard({
      call: sampleCall({ callKey: 'old', clearedAt: NOON, phoneNumber: '+12025550199' }),
    });
    const talking = sampleCard({ call: sampleCall({ connectedAt: NOON, state: 'connected' }) });
    const element = await bar(sampleView({ cards: [done, talking] }), NOON + 1000);
    expect(textOf(element)).toBe(
      '+12025550101 c.Paceline_Phase_Talking · Inbound A call is offered to you. 0:01',
    );
    expect(icon(element)).toBe('utility:call');
    expect(announced(element)).toBe('');
  });

  it('names the caller and keeps the number in sight', async () => {
    const match = { recordId: '1', objectApiName: 'Contact', name: 'Robin Example', detail: null, rank: 1 };
    const element = await bar(sampleView({ cards: [sampleCard({ match, sentence: '' })] }));
    expect(textOf(element)).toBe(
      'Robin Example c.Paceline_Phase_Offered · Inbound · +12025550101 0:00 c.Paceline_Announce_Ringing',
    );
  });

  it.each(['waiting', 'offered', 'failed'] as const)(
    'leads to the card where an action is %s',
    async (status) => {
      const quiet = sampleCard();
      const call = sampleCall({ callKey: 'needs-agent', clearedAt: NOON });
      const waiting = sampleCard({ call, actions: [sampleAction(), sampleAction({ key: 'b', status })] });
      const element = await bar(sampleView({ cards: [quiet, waiting] }));
      const shown = record<string>(element, 'attention');
      const button = find(element, 'button');
      expect(button.textContent).toBe('c.Paceline_Attention');
      expect(find(element, '[role="status"]').textContent).toBe('c.Paceline_Attention');
      button.click();
      expect(shown).toEqual(['needs-agent']);
    },
  );

  it('asks for no attention while every action goes its way', async () => {
    const statuses = ['pending', 'running', 'done', 'skipped'] as const;
    const actions = statuses.map((status) => sampleAction({ key: status, status }));
    const element = await bar(sampleView({ cards: [sampleCard({ actions })] }));
    expect(findAll(element, 'button')).toEqual([]);
    expect(find(element, '[role="status"]').textContent).toBe('');
  });
});
