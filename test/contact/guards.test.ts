import { contactMachine } from '../../src/contact/contact-machine.ts';
import { dialerMachine } from '../../src/contact/dialer-machine.ts';
import { run } from './scenario.ts';
import { HVOC_SCENARIOS } from './scenarios-hvoc.ts';
import { TETHERED_SCENARIOS } from './scenarios-tethered.ts';

const SCENARIOS = [...HVOC_SCENARIOS, ...TETHERED_SCENARIOS];
type Override = Parameters<typeof run>[1];

const CONTACT_GUARDS = [
  'isPreviewPacing',
  'announcesConnecting',
  'isFirstAnswer',
  'isFirstAnswerOnLeg',
  'isNewThird',
  'isFirstConnectingOfThird',
  'isFirstConference',
  'wasConnected',
  'isInAfterCallWork',
] as const;

const DIALER_GUARDS = ['isReachedByConsult', 'isUnannounced', 'isConsultOpen', 'wasNeverAnswered'] as const;

function isNoticed(override: Override): boolean {
  return SCENARIOS.some((scenario) => run(scenario, override).join('\n') !== scenario.expected.join('\n'));
}

describe('every guard decides something that the scenarios notice', () => {
  it('lists all guards of both machines', () => {
    expect(Object.keys(contactMachine.implementations.guards)).toEqual([...CONTACT_GUARDS]);
    expect(Object.keys(dialerMachine.implementations.guards)).toEqual([...DIALER_GUARDS]);
  });

  it.each(CONTACT_GUARDS.flatMap((guard) => [[guard, true] as const, [guard, false] as const]))(
    'contact: %s forced to %s',
    (guard, value) => {
      const machine = contactMachine.provide({ guards: { [guard]: () => value } });
      expect(isNoticed({ contactMachine: machine })).toBe(true);
    },
  );

  it.each(DIALER_GUARDS.flatMap((guard) => [[guard, true] as const, [guard, false] as const]))(
    'dialler: %s forced to %s',
    (guard, value) => {
      const machine = dialerMachine.provide({ guards: { [guard]: () => value } });
      expect(isNoticed({ dialerMachine: machine })).toBe(true);
    },
  );

  it('nothing is noticed when nothing is forced', () => {
    expect(isNoticed({ contactMachine, dialerMachine })).toBe(false);
  });
});
