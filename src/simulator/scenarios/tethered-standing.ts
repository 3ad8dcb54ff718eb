import { agent, dialer, world } from './scenario.ts';
import type { Scenario, ScenarioStep } from './scenario.ts';

const tethered: readonly ScenarioStep[] = [
  world('offerCampaign', { contactId: 'tether', attributes: { cti_tether: 'true' }, autoAccept: true }),
  dialer('connectTether'),
];
const close = [dialer('endCall'), dialer('close')];

const PACINGS = {
  preview: {
    name: 'preview',
    begin: [dialer('offerPreview'), dialer('makeCall'), dialer('customerAnswers')],
    pacing: 'Preview',
  },
  progressive: {
    name: 'progressive',
    begin: [dialer('dialProgressive'), dialer('customerAnswers')],
    pacing: 'Progressive',
  },
  predictive: { name: 'predictive', begin: [dialer('deliverPredictive')], pacing: 'Predictive' },
} as const;

function standing(id: keyof typeof PACINGS): readonly Scenario[] {
  const { name, begin, pacing } = PACINGS[id];
  const row = `tethered.${id}.regular-call` as const;
  const announced =
    id === 'preview'
      ? (['tethered.preview.regular-call.preview', 'tethered.preview.regular-call.initiate'] as const)
      : [];
  const conference =
    id === 'predictive'
      ? []
      : ([
          id === 'preview'
            ? 'tethered.preview.regular-call.conference'
            : 'tethered.progressive.regular-call.conference',
        ] as const);
  const scenario = (
    key: string,
    title: string,
    reaches: Scenario['reaches'],
    steps: readonly ScenarioStep[],
    more: Partial<Scenario> = {},
  ): Scenario => ({
    key: `tethered-${id}-${key}`,
    title: `Tethered ${name}: ${title}`,
    setup: 'tethered',
    reaches,
    steps: [...tethered, ...steps],
    ...more,
  });
  const answered = `${row}.cust-answered` as const;
  const dropped = `${row}.dropped` as const;
  return [
    scenario(
      'hold-consult-conference',
      'hold, consult, swap, conference, end, after-call work',
      [...announced, answered, `${row}.hold`, `${row}.consult`, ...conference, `${row}.acw`, dropped],
      [
        ...begin,
        dialer('hold'),
        dialer('retrieve'),
        dialer('consult'),
        dialer('consultantAnswers'),
        dialer('swap'),
        dialer('conference'),
        dialer('dropConsult'),
        ...close,
      ],
    ),
    scenario(
      'consult-transfer',
      'consult and transfer',
      [...announced, answered, `${row}.hold`, `${row}.consult`, dropped],
      [...begin, dialer('consult'), dialer('consultantAnswers'), dialer('transfer')],
      { dialerBehaviour: { consultOrder: 'consult-first' } },
    ),
    scenario(
      'blind-transfer',
      'blind transfer',
      [...announced, answered, dropped],
      [...begin, dialer('blindTransfer')],
    ),
    scenario(
      'received-by-consult',
      'consulted by a colleague, then the customer is transferred here',
      [`${row}.consult`, answered, `${row}.acw`, dropped],
      [
        dialer('receiveConsult', { id: 'call-9', variables: { PacingMode: pacing } }),
        dialer('acceptWarmTransfer', { pacing }),
        ...close,
      ],
    ),
    scenario(
      'received-blindly',
      'the customer arrives by blind transfer',
      [answered, `${row}.acw`, dropped],
      [dialer('receiveBlindTransfer', { pacing }), ...close],
    ),
  ];
}

export const TETHERED_STANDING_SCENARIOS: readonly Scenario[] = [
  ...standing('preview'),
  ...standing('progressive'),
  ...standing('predictive'),
  {
    key: 'tethered-preview-unanswered',
    title: 'Tethered preview: dialled, nobody answers',
    setup: 'tethered',
    reaches: [
      'tethered.preview.regular-call.preview',
      'tethered.preview.regular-call.initiate',
      'tethered.preview.regular-call.dropped',
    ],
    steps: [...tethered, dialer('offerPreview'), dialer('makeCall'), dialer('close')],
  },
  {
    key: 'tethered-tether-ends',
    title: 'Tethered progressive: the tether ends in mid-call',
    setup: 'tethered',
    reaches: [
      'tethered.progressive.regular-call.cust-answered',
      'tethered.progressive.regular-call.acw',
      'tethered.progressive.regular-call.dropped',
    ],
    steps: [
      ...tethered,
      dialer('dialProgressive'),
      dialer('customerAnswers'),
      dialer('dropTether'),
      agent('hangUp', 'tether'),
      agent('clear', 'tether'),
    ],
  },
  {
    key: 'hvoc-dialler-preview',
    title: 'HVOC direct preview: the dialler shows the preview before a contact exists',
    setup: 'hvoc',
    reaches: ['hvoc.direct-preview.regular-call.preview'],
    steps: [dialer('offerPreview')],
  },
];
