import { getShortestPaths } from 'xstate/graph';
import { createActor } from 'xstate';
import { CATALOG } from '../../src/catalog/catalog.ts';
import type { PacingMode } from '../../src/catalog/vocabulary.ts';
import type { CallFacts } from '../../src/contact/call-facts.ts';
import type { ContactChange } from '../../src/contact/contact-change.ts';
import { INITIAL_CONTACT_CONTEXT, contactMachine } from '../../src/contact/contact-machine.ts';
import type { ContactMachineEvent } from '../../src/contact/contact-machine.ts';
import { nameEvent } from '../../src/contact/name-event.ts';

/** The alphabet, with one third leg; enough to reach every state and every rule. */
const CHANGES: readonly ContactChange[] = [
  { type: 'contact.incoming' },
  { type: 'contact.connecting' },
  { type: 'contact.connected' },
  { type: 'customer.connected', onHold: false },
  { type: 'initial.hold', thirdsAlive: [] },
  { type: 'initial.resumed' },
  { type: 'third.connecting', legId: 't1' },
  { type: 'contact.ended', thirdsLeft: [] },
  { type: 'contact.missed', thirdsLeft: [] },
  { type: 'contact.removed', thirdsLeft: [] },
];

function pathsOf(facts: CallFacts): ContactMachineEvent[][] {
  const paths = getShortestPaths(contactMachine, {
    input: INITIAL_CONTACT_CONTEXT,
    events: CHANGES.map((change) => ({ ...change, facts })),
    limit: 20_000,
  });
  return paths.map((path) => path.steps.map((step) => step.event as ContactMachineEvent));
}

/** What the machine names on the way to each of its states, and on every transition that leaves it. */
function tuplesOf(facts: CallFacts, legType: 'inbound' | 'outbound'): Set<string> {
  const naming = { ...facts, initialLegType: legType };
  const tuples = new Set<string>();
  for (const path of pathsOf(facts)) {
    for (const change of CHANGES) {
      const actor = createActor(contactMachine, { input: INITIAL_CONTACT_CONTEXT });
      actor.on('moment', (moment) => {
        const tuple = nameEvent(naming, moment)?.tuple ?? null;
        if (tuple !== null) tuples.add(tuple);
      });
      actor.start();
      for (const event of path) if ('facts' in event) actor.send(event);
      actor.send({ ...change, facts });
    }
  }
  return tuples;
}

describe('paths generated from the machine', () => {
  const pacings: readonly (readonly [PacingMode, 'inbound' | 'outbound'])[] = [
    ['direct-preview', 'outbound'],
    ['progressive', 'outbound'],
    ['predictive', 'outbound'],
    ['manual-outbound', 'outbound'],
    ['manual-outbound', 'inbound'],
    ['inbound', 'inbound'],
  ];

  it.each(pacings)('reach every HVOC row of pacing %s with an %s initial leg', (pacingMode, legType) => {
    const facts: CallFacts = {
      setup: 'hvoc',
      pacingMode,
      receiving: false,
      queueCallback: false,
      answerSignal: 'contact',
      afterCallWork: true,
    };
    const isCampaign = pacingMode !== 'manual-outbound' && pacingMode !== 'inbound';
    const rows = CATALOG.filter(
      (row) =>
        row.setup === 'hvoc' && row.pacingMode === pacingMode && (isCampaign || row.channelType === legType),
    );
    expect([...tuplesOf(facts, legType)].sort()).toEqual(rows.map((row) => row.tuple).sort());
  });
});
