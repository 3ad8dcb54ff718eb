import { SCENARIOS } from '../../src/simulator/index.ts';
import { readScenarioEvents } from '../support/scenario-events.ts';
import { expect, test } from './support/scenario-stage.ts';

const expected = readScenarioEvents();

test.describe('inside Lightning Web Security a listener hears the same events as in bare Node', () => {
  for (const scenario of SCENARIOS) {
    test(scenario.title, async ({ stage }) => {
      expect(await stage.play(scenario)).toEqual(expected[scenario.key]);
    });
  }
});
