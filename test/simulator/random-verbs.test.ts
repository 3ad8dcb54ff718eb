import fc from 'fast-check';
import { agentObservationSchema } from '../../src/model/observation.ts';
import { parseWith } from '../../src/model/parse.ts';
import { isPacelineError } from '../../src/errors.ts';
import { BEHAVIOUR_CHOICES } from '../../src/simulator/index.ts';
import type { CcpBehaviour, CcpEngine } from '../../src/simulator/index.ts';
import { observeAgent } from '../../src/streams/observe-agent.ts';
import { createManualClock } from '../support/ccp-clock.ts';
import { startCcp } from '../support/ccp-picture.ts';
import type { CcpTest } from '../support/ccp-picture.ts';
import { createStreamsRealm } from '../support/ccp-streams.ts';

const SEED = 20260302;

const VERBS: Readonly<Record<string, (engine: CcpEngine) => unknown>> = {
  offerInbound: ({ world }) => world.offerInbound(),
  offerMultiParty: ({ world }) => world.offerInbound({ multiParty: true }),
  offerCampaign: ({ world }) => world.offerCampaign({ attributes: { cti_pacing: 'predictive' } }),
  offerAutoAccepted: ({ world }) => world.offerCampaign({ autoAccept: true }),
  offerPreview: ({ world }) => world.offerPreview({ autoDialTimeout: 10 }),
  offerCallback: ({ world }) => world.offerCallback(),
  offerTask: ({ world }) => world.offerOther('task'),
  offerChat: ({ world }) => world.offerOther('chat'),
  offerEmail: ({ world }) => world.offerOther('email'),
  offerMonitoring: ({ world }) => world.offerMonitoring(),
  transferIn: ({ world }) => world.transferIn({ initialContactId: 'first' }),
  accept: ({ agent }) => agent.accept(),
  reject: ({ agent }) => agent.reject(),
  engage: ({ agent }) => agent.engage(),
  hold: ({ agent }) => agent.hold(),
  resume: ({ agent }) => agent.resume(),
  hangUp: ({ agent }) => agent.hangUp(),
  clear: ({ agent }) => agent.clear(),
  dial: ({ agent }) => agent.dial('+12025550144'),
  consult: ({ agent }) => agent.consult('Second line'),
  swap: ({ agent }) => agent.swap(),
  conference: ({ agent }) => agent.conference(),
  mute: ({ agent }) => agent.mute(true),
  unmute: ({ agent }) => agent.mute(false),
  takeBreak: ({ agent }) => agent.setState('Break'),
  nextBreak: ({ agent }) => agent.setNextState('Break'),
  customerAnswers: ({ world }) => world.customerAnswers(),
  whisper: ({ world }) => world.customerAnswers(undefined, { whisper: true }),
  whisperEnds: ({ world }) => world.whisperEnds(),
  customerHangsUp: ({ world }) => world.customerHangsUp(),
  thirdAnswers: ({ world }) => world.thirdAnswers(),
  thirdHangsUp: ({ world }) => world.thirdHangsUp(),
  setAttributes: ({ world }) => world.setAttributes({ seen: 'yes' }),
  miss: ({ world }) => world.miss(),
  fail: ({ world }) => world.fail(),
  vanish: ({ world }) => world.vanish(),
  suspend: ({ world }) => world.suspend(),
  publish: ({ world }) => world.publish(),
  publishDuplicate: ({ world }) => world.publishDuplicate(),
  sever: ({ world }) => world.severLink(),
  restore: ({ world }) => world.restoreLink(),
  skew: ({ world }) => world.skewClock(1500),
};

const behaviours = fc.record(
  Object.fromEntries(
    Object.entries(BEHAVIOUR_CHOICES).map(([option, values]) => [option, fc.constantFrom(...values)]),
  ),
) as fc.Arbitrary<CcpBehaviour>;

const NAMES = Object.keys(VERBS);
const MOST_CONTACTS = 3;

const BUTTON_VERBS: Readonly<Record<string, string>> = {
  accept: 'accept',
  reject: 'reject',
  engage: 'engage',
  clear: 'clear',
  hold: 'hold',
  resume: 'resume',
  swap: 'swap',
  conference: 'conference',
  hangUp: 'hang-up',
};

const steps = fc.array(
  fc.record({
    first: fc.integer({ min: 0, max: NAMES.length - 1 }),
    pause: fc.integer({ min: 0, max: 12_000 }),
  }),
  { minLength: 1, maxLength: 40 },
);

/** Sequences begin in situations that chance alone would seldom reach. */
const openings = fc.constantFrom(
  [],
  ['offerInbound', 'accept'],
  ['offerMultiParty', 'accept', 'consult'],
  ['offerAutoAccepted', 'consult', 'thirdAnswers'],
  ['offerPreview', 'accept'],
  ['dial', 'whisper'],
);

const isOffer = (verb: string): boolean => verb.startsWith('offer') || verb === 'transferIn';

/** Runs a verb; true if it was done, false if it was refused. Any other exception is the test's failure. */
function attempt(ccp: CcpTest, verb: string): boolean {
  try {
    VERBS[verb]?.(ccp.engine);
    return true;
  } catch (error) {
    if (isPacelineError(error) && error.reason === 'simulator-refused') return false;
    throw error;
  }
}

/** Does the first verb from `first` on that is not refused, so that every step is one. */
function step(ccp: CcpTest, first: number): string {
  const full = ccp.engine.view().contacts.length >= MOST_CONTACTS;
  const order = [...NAMES.slice(first), ...NAMES.slice(0, first)].filter((verb) => !full || !isOffer(verb));
  return order.find((verb) => attempt(ccp, verb)) ?? '';
}

describe('any sequence of verbs', () => {
  const realm = createStreamsRealm(createManualClock());
  const start = (behaviour: CcpBehaviour, opening: readonly string[]): CcpTest => {
    const ccp = startCcp(behaviour, {}, realm);
    for (const verb of opening) attempt(ccp, verb);
    return ccp;
  };

  it('is shown by Streams as well-formed snapshots, and Streams complains of nothing', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(behaviours, openings, steps, (behaviour, opening, sequence) => {
        const ccp = start(behaviour, opening);
        for (const { first, pause } of sequence) {
          seen.add(step(ccp, first));
          ccp.clock.advance(pause);
          const unread: unknown[] = [];
          const observation = observeAgent(ccp.agent(), ccp.clock.now(), null, (contact) =>
            unread.push(contact),
          );
          expect(parseWith(agentObservationSchema, observation)).toEqual({ ok: true, value: observation });
          expect(unread).toEqual([]);
        }
        expect(ccp.errors).toEqual([]);
      }),
      { seed: SEED, numRuns: 200 },
    );
    expect([...seen].sort()).toEqual([...NAMES].sort());
  });

  it('leaves Streams with the contacts and the agent state of the view once updates pass again', () => {
    fc.assert(
      fc.property(behaviours, openings, steps, (behaviour, opening, sequence) => {
        const ccp = start(behaviour, opening);
        for (const { first, pause } of sequence) {
          step(ccp, first);
          ccp.clock.advance(pause);
        }
        ccp.engine.world.restoreLink();
        ccp.engine.world.publish();
        const shown = ccp
          .agent()
          .getContacts()
          .map((contact) => `${contact.getContactId()} ${contact.getState().type}`);
        const { contacts, agent } = ccp.engine.view();
        expect(shown.sort()).toEqual(contacts.map((c) => `${c.contactId} ${c.state}`).sort());
        expect(ccp.agent().getState()?.name).toBe(agent.state);
      }),
      { seed: SEED + 1, numRuns: 100 },
    );
  });

  it('leaves every button of the view pressable where one contact has it, and no other', () => {
    fc.assert(
      fc.property(
        behaviours,
        openings,
        steps,
        fc.constantFrom(...Object.keys(BUTTON_VERBS)),
        (behaviour, opening, sequence, verb) => {
          const ccp = start(behaviour, opening);
          for (const { first, pause } of sequence) {
            step(ccp, first);
            ccp.clock.advance(pause);
          }
          const button = BUTTON_VERBS[verb] ?? '';
          const offering = ccp.engine
            .view()
            .contacts.filter((contact) => (contact.buttons as readonly string[]).includes(button));
          expect(attempt(ccp, verb)).toBe(offering.length === 1);
        },
      ),
      { seed: SEED + 2, numRuns: 200 },
    );
  });
});
