import PacelineAgentBar from '../pacelineAgentBar.ts';
import type { SoftphoneView } from 'c/pacelineCore';
import { find, findAll, mount, settle, textOf, unmountAll } from '../../../../../test/support/mount.ts';
import { NOON, sampleCall, sampleCard, sampleView } from '../../../../../test/support/samples.ts';

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
      '+12025550101 c.Paceline_Phase_Offered · Support · Available 0:07 c.Paceline_Announce_Ringing',
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
    expect(textOf(element)).toBe('+12025550101 c.Paceline_Phase_Talking · Support · Available 0:01');
    expect(icon(element)).toBe('utility:call');
    expect(announced(element)).toBe('');
  });
});
