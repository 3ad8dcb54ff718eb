import PacelineProblems from '../pacelineProblems.ts';
import { find, findAll, mount, settle, textOf, unmountAll } from '../../../../../test/support/mount.ts';

afterEach(unmountAll);

describe('c-paceline-problems', () => {
  it('unfolds to the place and the reason of each problem, and folds again', async () => {
    const element = await mount('c-paceline-problems', PacelineProblems, {
      problems: [
        { source: 'Screen_Pop', path: 'trigger.events[0]', message: 'must be one of "hold"', level: 'error' },
        { source: 'setting', path: '', message: 'is for another org', level: 'warning' },
      ],
    });
    const button = find<HTMLElement & { iconName: string; alternativeText: string }>(
      element,
      'lightning-button-icon',
    );
    expect(findAll(element, 'li')).toEqual([]);
    expect([button.iconName, button.alternativeText, button.ariaExpanded]).toEqual([
      'utility:chevrondown',
      'c.Paceline_Show_Details',
      'false',
    ]);

    button.click();
    await settle();
    expect(findAll(element, 'li').map((each) => textOf(each))).toEqual([
      'Screen_Pop: trigger.events[0] must be one of "hold"',
      'setting is for another org',
    ]);
    expect([button.iconName, button.alternativeText, button.ariaExpanded]).toEqual([
      'utility:chevronup',
      'c.Paceline_Hide_Details',
      'true',
    ]);

    button.click();
    await settle();
    expect(findAll(element, 'li')).toEqual([]);
  });
});
