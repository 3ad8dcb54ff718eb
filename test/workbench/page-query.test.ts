import { pageAddress } from '../../workbench/page/simulator/options-section.ts';
import { readPageQuery } from '../../workbench/page/page-query.ts';

const DEFAULTS = {
  session: 'default',
  lightningWebSecurity: true,
  isConsole: true,
  settingName: 'Workbench',
  ccp: null,
  utility: 'pacelineSoftphone',
  probe: false,
  eventLog: false,
  hasPermissions: true,
  simulatorOpen: true,
};

describe("the page's address", () => {
  it('has a default for everything, and hides the simulator on a narrow screen', () => {
    expect(readPageQuery('', 1440)).toEqual(DEFAULTS);
    expect(readPageQuery('', 1024)).toEqual({ ...DEFAULTS, simulatorOpen: false });
  });

  it('reads every switch', () => {
    const search =
      '?session=a&lws=off&nav=standard&setting=Other&ccp=dead&utility=x&probe=on&events=on&permission=none&simulator=open';
    expect(readPageQuery(search, 1024)).toEqual({
      session: 'a',
      lightningWebSecurity: false,
      isConsole: false,
      settingName: 'Other',
      ccp: 'dead',
      utility: 'x',
      probe: true,
      eventLog: true,
      hasPermissions: false,
      simulatorOpen: true,
    });
  });

  it('is written as short as it can be', () => {
    expect(pageAddress(DEFAULTS, null)).toBe('/');
    expect(pageAddress({ ...DEFAULTS, session: 'a', isConsole: false }, 'dead')).toBe(
      '/?session=a&nav=standard&ccp=dead',
    );
  });
});
