import fc from 'fast-check';
import { contact, say, snap } from './scenario.ts';
import type { Step } from './scenario.ts';

const LEG_STATES = ['connecting', 'connected', 'hold', 'disconnected'] as const;
const STATES = [
  'incoming',
  'connecting',
  'connected',
  'ended',
  'missed',
  'rejected',
  'error',
  'paused',
] as const;
const PACINGS = [
  'preview',
  'direct-preview',
  'progressive',
  'predictive',
  'manual-outbound',
  'nonsense',
] as const;

/** Settings of every setup and tether style. */
export const SETTINGS: readonly unknown[] = [
  {},
  { answerSignal: 'leg', queueCallbackPacing: 'inbound' },
  { setup: 'tethered' },
  { setup: 'tethered', tether: { defaultPacing: 'predictive' } },
  { setup: 'tethered', tether: { source: 'attributes' } },
  { setup: 'tethered', tether: { style: 'per-call' } },
];

function legs(names: readonly string[]) {
  return fc
    .tuple(...names.map((name) => fc.option(fc.constantFrom(...LEG_STATES), { freq: name === 't1' ? 2 : 8 })))
    .map((states) =>
      names
        .map((name, index) => ((states[index] ?? null) === null ? '' : `${name}:${states[index]}`))
        .filter((leg) => leg !== '')
        .join(' '),
    );
}

/** One contact that a snapshot may hold; what it is stays the same from snapshot to snapshot. */
export function contactArbitrary(id: string) {
  const kind = id.length % 2 === 0 ? 'inbound' : 'outbound';
  return fc
    .record({
      state: fc.oneof(
        { weight: 20, arbitrary: fc.constantFrom(...STATES) },
        { weight: 1, arbitrary: fc.constantFrom('', 'init', 'sleeping') },
      ),
      legs: fc.oneof(
        { weight: 20, arbitrary: legs(['agent', 'customer', 't1']) },
        { weight: 1, arbitrary: fc.constant('') },
      ),
      pacing: fc.option(fc.constantFrom(...PACINGS)),
    })
    .map(({ state, legs: text, pacing }) =>
      contact(id, state, text, {
        leg: kind,
        attributes: pacing === null ? {} : { cti_pacing: pacing },
        from: id === 'c-10' ? 'c-0' : id,
      }),
    );
}

const tether = fc
  .record({
    state: fc.constantFrom('connected', 'connected', 'connected', 'ended'),
    sequence: fc.nat(20),
    word: fc.constantFrom('CustAnswered', 'Hold', 'ACW', 'DROPPED', 'Conference', 'Dancing'),
  })
  .map(({ state, sequence, word }) =>
    contact('tether-1', state, 'agent:connected customer:connected', {
      attributes: {
        cti_tether: 'true',
        cti_seq: String(sequence),
        cti_call_id: `d-${Math.floor(sequence / 6)}`,
        cti_call_state: word,
        cti_pacing: 'progressive',
      },
    }),
  );

/** Contacts that are no calls: a chat, a supervised call, one without an initial leg. */
const ignored = fc.constantFrom(
  contact('chat-1', 'connected', '', { type: 'chat' }),
  contact('watched-1', 'connected', 'monitor:connected customer:connected'),
  contact('bare-1', 'connected', 'agent:connected'),
);

export const IGNORED_IDS = ['chat-1', 'watched-1', 'bare-1'] as const;

const AGENT_STATES = ['Available', 'Busy', 'AfterCallWork'] as const;

const snapshot = fc
  .record({
    state: fc.constantFrom(...AGENT_STATES),
    one: fc.option(contactArbitrary('c-1'), { freq: 6 }),
    other: fc.option(contactArbitrary('c-10'), { freq: 2 }),
    tether: fc.option(tether, { freq: 2 }),
    ignored: fc.option(ignored, { freq: 1 }),
  })
  .map(({ state, ...found }) =>
    snap(state, ...Object.values(found).filter((item): item is NonNullable<typeof item> => item !== null)),
  );

const message = fc
  .record({
    id: fc.constantFrom('d-1', 'd-1', 'd-1', 'd-2', 'd-3'),
    type: fc.constantFrom('Regular-Call', 'Regular-Call', 'Consult'),
    word: fc.constantFrom(
      ...[
        'Preview',
        'Initiate',
        'Started',
        'CustAnswered',
        'Hold',
        'Consult',
        'Conference',
        'ACW',
        'DROPPED',
      ],
      ...['Swapped', 'Dancing', '__proto__'],
    ),
    pacing: fc.option(fc.constantFrom('Preview', 'Progressive', 'Predictive', 'nonsense'), { freq: 3 }),
  })
  .map(({ id, type, word, pacing }) => say(id, `${type} ${word}`, pacing ?? undefined));

/** Any order of snapshots and messages, with repeats, gaps and jumps. */
export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof({ weight: 3, arbitrary: snapshot }, { weight: 2, arbitrary: message }),
  { minLength: 1, maxLength: 14 },
);

export const settingsArbitrary = fc.constantFrom(...SETTINGS);
