import PacelineMatchPicker from '../pacelineMatchPicker.ts';
import type { RecordMatch } from 'c/pacelineCore';
import { find, findAll, mount, record, unmountAll } from '../../../../../test/support/mount.ts';

const MATCHES: readonly RecordMatch[] = [
  {
    recordId: '003000000000001AAA',
    objectApiName: 'Contact',
    name: 'Robin Example',
    detail: 'Sample Ltd',
    rank: 1,
  },
  { recordId: '00Q000000000001AAA', objectApiName: 'Lead', name: 'R. Example', detail: null, rank: 2 },
];

afterEach(unmountAll);

describe('c-paceline-match-picker', () => {
  it('lists the matches with their object and detail', async () => {
    const element = await mount('c-paceline-match-picker', PacelineMatchPicker, { matches: MATCHES });
    expect(
      findAll(element, 'li button').map((row) => [...row.children].map((line) => line.textContent)),
    ).toEqual([
      ['Robin Example', 'Contact · Sample Ltd'],
      ['R. Example', 'Lead'],
    ]);
  });

  it('tells which one the agent chose, or that it is none', async () => {
    const element = await mount('c-paceline-match-picker', PacelineMatchPicker, { matches: MATCHES });
    const chosen = record<string | null>(element, 'choose');
    findAll(element, 'li button')[1]?.click();
    find(element, 'lightning-button').click();
    expect(chosen).toEqual(['00Q000000000001AAA', null]);
  });
});
