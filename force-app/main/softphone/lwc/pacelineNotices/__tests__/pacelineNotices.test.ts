import PacelineNotices from '../pacelineNotices.ts';
import { find, findAll, mount, textOf, unmountAll } from '../../../../../test/support/mount.ts';

afterEach(unmountAll);

describe('c-paceline-notices', () => {
  it('is empty when there is nothing to say', async () => {
    const element = await mount('c-paceline-notices', PacelineNotices, {});
    expect(textOf(element)).toBe('');
    expect(findAll(element, 'c-paceline-problems')).toEqual([]);
  });

  it('tells a follower so, lists warnings and hands the problems on', async () => {
    const problems = [{ source: 'setting', path: 'Setup', message: 'is wrong', level: 'error' }];
    const element = await mount('c-paceline-notices', PacelineNotices, {
      isFollower: true,
      warnings: ['Storage is full.', 'Two writes wait.'],
      problems,
    });
    expect(findAll(element, 'p').map((each) => each.textContent?.trim())).toEqual([
      'c.Paceline_Follower',
      'Storage is full.',
      'Two writes wait.',
    ]);
    expect(find<HTMLElement & { problems: unknown }>(element, 'c-paceline-problems').problems).toEqual(
      problems,
    );
  });
});
