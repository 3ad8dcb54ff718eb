import load from '@salesforce/apex/PacelineConfigurationController.load';
import { SCENARIOS } from '../../../../../../src/simulator/index.ts';
import { START } from '../../../../../../test/support/ccp-clock.ts';
import { readScenarioEvents } from '../../../../../../test/support/scenario-events.ts';
import { playOnPage } from '../../../../../test/support/scenario-page.ts';

jest.mock('@salesforce/apex/PacelineConfigurationController.load', () => ({ default: jest.fn() }), {
  virtual: true,
});

const expected = readScenarioEvents();
let complaints: jest.SpyInstance;

beforeEach(() => {
  jest.useFakeTimers({ now: START });
  complaints = jest.spyOn(console, 'error').mockReturnValue(undefined);
});

afterEach(() => {
  const known = 'Attempted to initialize provider more than one time.';
  expect(complaints.mock.calls.filter(([text]) => text !== known)).toEqual([]);
  jest.useRealTimers();
});

describe('the scenarios of the setup hvoc, on a page', () => {
  for (const scenario of SCENARIOS.filter(({ setup }) => setup === 'hvoc')) {
    it(`${scenario.title}: a listener hears the same events as in bare Node`, async () => {
      expect(await playOnPage(scenario, jest.mocked(load))).toEqual(expected[scenario.key]);
    });
  }
});
