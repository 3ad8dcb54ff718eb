import load from '@salesforce/apex/PacelineConfigurationController.load';
import {
  EnclosingUtilityId,
  updateUtility,
} from '../../../../../test/jest-mocks/lightning/platformUtilityBarApi.ts';
import { find, findAll, mount, settle, unmountAll } from '../../../../../test/support/mount.ts';
import { NOON } from '../../../../../test/support/samples.ts';
import PacelineSoftphone from '../pacelineSoftphone.ts';

jest.mock('@salesforce/apex/PacelineConfigurationController.load', () => ({ default: jest.fn() }), {
  virtual: true,
});
jest.mock('@salesforce/customPermission/Paceline_Use_Softphone', () => ({ default: undefined }), {
  virtual: true,
});

beforeEach(() => {
  jest.useFakeTimers({ now: NOON });
});

afterEach(() => {
  unmountAll();
  jest.useRealTimers();
});

describe('c-paceline-softphone of a user without the custom permission', () => {
  it('says what is missing and connects to nothing', async () => {
    const element = await mount('c-paceline-softphone', PacelineSoftphone, { settingName: 'Test' });
    const banner = find<HTMLElement & { status: unknown }>(element, 'c-paceline-status-banner');
    expect(banner.status).toEqual({ kind: 'not-configured', at: NOON, text: 'c.Paceline_No_Permission' });
    expect(load).not.toHaveBeenCalled();
    expect(
      find<HTMLElement & { connection: unknown }>(element, 'c-paceline-ccp-host').connection,
    ).toBeUndefined();
    expect(findAll(element, 'c-paceline-call-card')).toEqual([]);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('shows in the utility bar that there is no connection, and leaves the page without a trace', async () => {
    const element = await mount('c-paceline-softphone', PacelineSoftphone, { settingName: 'Test' });
    EnclosingUtilityId.emit('utility-1');
    await settle();
    expect(updateUtility.mock.calls).toEqual([
      ['utility-1', { label: 'c.Paceline_Utility_Disconnected', icon: 'warning', highlighted: true }],
    ]);
    element.remove();
    expect(jest.getTimerCount()).toBe(0);
  });
});
