import PacelineTimeline from '../pacelineTimeline.ts';
import type { TraceEntry } from 'c/pacelineCore';
import { findAll, mount, settle, textOf, unmountAll } from '../../../../../test/support/mount.ts';
import { NOON } from '../../../../../test/support/samples.ts';

const ENTRIES: readonly TraceEntry[] = [
  { at: NOON, kind: 'observation', callKey: null, text: 'Observed.', data: { at: NOON } },
  {
    at: NOON + 1,
    kind: 'event',
    callKey: 'k',
    text: 'The call was offered.',
    data: { rule: 'R2', leg: { id: 'a' } },
  },
  { at: NOON + 2, kind: 'action', callKey: 'k', text: 'Opened Robin Example.' },
];

const rows = (element: Element) => findAll(element, 'li').map((row) => textOf(row));

afterEach(unmountAll);

describe('c-paceline-timeline', () => {
  it('tells what happened in order and leaves raw observations out', async () => {
    const element = await mount('c-paceline-timeline', PacelineTimeline, { entries: ENTRIES });
    expect(rows(element)).toEqual(['The call was offered. c.Paceline_Why', 'Opened Robin Example.']);
    const times = findAll<HTMLElement & { value: number }>(element, 'lightning-formatted-date-time');
    expect(times.map(({ value }) => value)).toEqual([NOON + 1, NOON + 2]);
  });

  it('shows and hides the facts behind a sentence', async () => {
    const element = await mount('c-paceline-timeline', PacelineTimeline, { entries: ENTRIES });
    const [why, ...others] = findAll(element, 'button');
    expect(others).toEqual([]);
    expect([why?.getAttribute('aria-label'), why?.getAttribute('aria-expanded')]).toEqual([
      'c.Paceline_Why_Title',
      'false',
    ]);
    why?.click();
    await settle();
    expect(rows(element)).toEqual([
      'The call was offered. c.Paceline_Why rule R2 leg {"id":"a"}',
      'Opened Robin Example.',
    ]);
    expect(why?.getAttribute('aria-expanded')).toBe('true');
    why?.click();
    await settle();
    expect(rows(element)).toEqual(['The call was offered. c.Paceline_Why', 'Opened Robin Example.']);
  });

  it('ignores a click that comes from no row', async () => {
    const element = await mount('c-paceline-timeline', PacelineTimeline, { entries: ENTRIES });
    const [why] = findAll(element, 'button');
    why?.removeAttribute('data-key');
    why?.click();
    await settle();
    expect(rows(element)).toEqual(['The call was offered. c.Paceline_Why', 'Opened Robin Example.']);
  });
});
