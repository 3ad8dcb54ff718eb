import { agent, world } from './scenario.ts';
import type { Scenario, ScenarioStep } from './scenario.ts';

const settings = { tether: { style: 'per-call' } } as const;
const leave = [agent('hangUp'), agent('clear')];

/** Conference has no row under predictive pacing. */
function campaign(pacing: 'preview' | 'progressive' | 'predictive'): readonly Scenario[] {
  const row = `tethered.${pacing}.regular-call` as const;
  const attributes = { cti_pacing: pacing };
  const isPreview = pacing === 'preview';
  const announced = isPreview
    ? (['tethered.preview.regular-call.preview', 'tethered.preview.regular-call.initiate'] as const)
    : [];
  const conference =
    pacing === 'predictive'
      ? []
      : ([
          pacing === 'preview'
            ? 'tethered.preview.regular-call.conference'
            : 'tethered.progressive.regular-call.conference',
        ] as const);
  const begun: readonly ScenarioStep[] = isPreview
    ? [world('offerPreview', { attributes }), agent('accept'), agent('engage'), world('customerAnswers')]
    : [world('offerCampaign', { attributes, autoAccept: true })];
  const offered: ScenarioStep = isPreview
    ? world('offerPreview', { attributes })
    : world('offerCampaign', { attributes });
  const scenario = (
    key: string,
    title: string,
    reaches: Scenario['reaches'],
    steps: readonly ScenarioStep[],
  ): Scenario => ({
    key: `tethered-per-call-${pacing}-${key}`,
    title: `Tethered ${pacing}, one contact a call: ${title}`,
    setup: 'tethered',
    settings,
    reaches,
    steps,
  });
  const ended = [`${row}.cust-answered`, `${row}.acw`, `${row}.dropped`] as const;
  const first = isPreview ? (['tethered.preview.regular-call.preview'] as const) : [];
  return [
    scenario(
      'conference-transfer',
      'hold, consult, conference, transfer',
      [...announced, ...ended, `${row}.hold`, `${row}.resume`, `${row}.consult`, ...conference],
      [
        ...begun,
        agent('hold'),
        agent('resume'),
        agent('consult', 'Casey Consultant'),
        world('thirdAnswers'),
        agent('conference'),
        ...leave,
      ],
    ),
    scenario(
      'consult',
      'straight into a consult, back, ended by the customer',
      [...announced, ...ended, `${row}.hold`, `${row}.resume`, `${row}.consult`],
      [
        ...begun,
        agent('consult', 'Casey Consultant'),
        world('thirdHangsUp'),
        agent('resume'),
        world('customerHangsUp'),
        agent('clear'),
      ],
    ),
    scenario(
      'blind-transfer',
      'blind transfer',
      [...announced, ...ended, `${row}.hold`, `${row}.consult`],
      [...begun, agent('consult', 'Second line'), ...leave],
    ),
    scenario(
      'received',
      'received by transfer',
      isPreview ? ['tethered.preview.regular-call.initiate', ...ended] : ended,
      [world('transferIn', { initialContactId: 'first-contact', attributes }), agent('accept'), ...leave],
    ),
    scenario(
      'not-accepted',
      'not accepted',
      [...first, `${row}.missed`],
      [offered, world('miss'), agent('clear')],
    ),
    scenario('rejected', 'rejected', [...first, `${row}.missed`], [offered, agent('reject'), agent('clear')]),
    scenario('failed', 'failed', [...first, `${row}.missed`], [offered, world('fail'), agent('clear')]),
  ];
}

export const TETHERED_PER_CALL_SCENARIOS: readonly Scenario[] = [
  ...campaign('preview'),
  ...campaign('progressive'),
  ...campaign('predictive'),
];
