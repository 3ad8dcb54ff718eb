import { agent, world } from './scenario.ts';
import type { Scenario, ScenarioStep } from './scenario.ts';

const CONSULTANT = 'Casey Consultant';
const leave = [agent('hangUp'), agent('clear')];

function campaign(pacing: 'progressive' | 'predictive'): readonly Scenario[] {
  const row = `hvoc.${pacing}.outbound` as const;
  const word = pacing === 'progressive' ? 'progressive' : 'predictive';
  const attributes = { cti_pacing: pacing };
  const begun: readonly ScenarioStep[] = [world('offerCampaign', { attributes, autoAccept: true })];
  const missed = (key: string, title: string, step: ScenarioStep): Scenario => ({
    key: `hvoc-${pacing}-${key}`,
    title: `HVOC ${word}: ${title}`,
    setup: 'hvoc',
    reaches: [`${row}.missed`],
    steps: [world('offerCampaign', { attributes }), step, agent('clear')],
  });
  return [
    {
      key: `hvoc-${pacing}-conference-transfer`,
      title: `HVOC ${word}: hold, consult, conference, transfer`,
      setup: 'hvoc',
      reaches: [`${row}.connected`, `${row}.hold`, `${row}.resume`, `${row}.acw`, `${row}.dropped`],
      steps: [
        ...begun,
        agent('hold'),
        agent('resume'),
        agent('consult', CONSULTANT),
        world('thirdAnswers'),
        agent('swap'),
        agent('conference'),
        ...leave,
      ],
    },
    {
      key: `hvoc-${pacing}-consult`,
      title: `HVOC ${word}: straight into a consult, the consultant leaves, the customer hangs up`,
      setup: 'hvoc',
      reaches: [`${row}.connected`, `${row}.hold`, `${row}.resume`, `${row}.acw`, `${row}.dropped`],
      steps: [
        ...begun,
        agent('consult', CONSULTANT),
        world('thirdAnswers'),
        world('thirdHangsUp'),
        agent('resume'),
        world('customerHangsUp'),
        agent('clear'),
      ],
    },
    {
      key: `hvoc-${pacing}-blind-transfer`,
      title: `HVOC ${word}: blind transfer to a queue`,
      setup: 'hvoc',
      reaches: [`${row}.connected`, `${row}.hold`, `${row}.acw`, `${row}.dropped`],
      steps: [...begun, agent('consult', 'Second line'), ...leave],
    },
    {
      key: `hvoc-${pacing}-callback`,
      title: `HVOC ${word}: a queued callback of the campaign, answered by the customer`,
      setup: 'hvoc',
      reaches: [`${row}.connected`, `${row}.acw`, `${row}.dropped`],
      steps: [world('offerCallback', { attributes }), agent('accept'), world('customerAnswers'), ...leave],
    },
    missed('not-accepted', 'offered and not accepted', world('miss')),
    missed('rejected', 'offered and rejected', agent('reject')),
    missed('failed', 'offered and failed', world('fail')),
  ];
}

const PREVIEW = 'hvoc.direct-preview.regular-call' as const;
const DIRECT = 'hvoc.direct-preview.outbound' as const;
const dialled = [world('offerPreview'), agent('accept'), agent('engage')];
const talking = [...dialled, world('customerAnswers')];

const DIRECT_PREVIEW: readonly Scenario[] = [
  {
    key: 'hvoc-direct-preview-conference-transfer',
    title: 'HVOC direct preview: accept, answer, hold, consult, conference, transfer',
    setup: 'hvoc',
    reaches: [
      `${PREVIEW}.preview`,
      `${DIRECT}.connecting`,
      `${DIRECT}.connected`,
      `${DIRECT}.hold`,
      `${DIRECT}.resume`,
      `${DIRECT}.acw`,
      `${DIRECT}.dropped`,
    ],
    steps: [
      ...talking,
      agent('hold'),
      agent('resume'),
      agent('consult', CONSULTANT),
      world('thirdAnswers'),
      agent('conference'),
      ...leave,
    ],
  },
  {
    key: 'hvoc-direct-preview-consult',
    title: 'HVOC direct preview: straight into a consult, back to the customer, ended',
    setup: 'hvoc',
    reaches: [
      `${PREVIEW}.preview`,
      `${DIRECT}.connecting`,
      `${DIRECT}.connected`,
      `${DIRECT}.hold`,
      `${DIRECT}.resume`,
      `${DIRECT}.acw`,
      `${DIRECT}.dropped`,
    ],
    steps: [
      ...talking,
      agent('consult', CONSULTANT),
      world('thirdAnswers'),
      world('thirdHangsUp'),
      agent('resume'),
      ...leave,
    ],
  },
  {
    key: 'hvoc-direct-preview-blind-transfer',
    title: 'HVOC direct preview: blind transfer to a queue',
    setup: 'hvoc',
    reaches: [
      `${PREVIEW}.preview`,
      `${DIRECT}.connecting`,
      `${DIRECT}.connected`,
      `${DIRECT}.hold`,
      `${DIRECT}.acw`,
      `${DIRECT}.dropped`,
    ],
    steps: [...talking, agent('consult', 'Second line'), ...leave],
  },
  ...(
    [
      ['not-accepted', 'offered and not accepted', [world('miss')]],
      ['discarded', 'discarded', [agent('reject')]],
      ['failed', 'failed before it was accepted', [world('fail')]],
    ] as const
  ).map(([key, title, steps]): Scenario => ({
    key: `hvoc-direct-preview-${key}`,
    title: `HVOC direct preview: ${title}`,
    setup: 'hvoc',
    reaches: [`${PREVIEW}.preview`, `${PREVIEW}.missed`],
    steps: [world('offerPreview'), ...steps, agent('clear')],
  })),
  {
    key: 'hvoc-direct-preview-vanished',
    title: 'HVOC direct preview: dialled, and gone before an answer',
    setup: 'hvoc',
    reaches: [`${PREVIEW}.preview`, `${DIRECT}.connecting`, `${DIRECT}.missed`],
    steps: [...dialled, world('vanish')],
  },
  {
    key: 'hvoc-direct-preview-not-dialled',
    title: 'HVOC direct preview: dialled, and the number fails',
    setup: 'hvoc',
    reaches: [`${PREVIEW}.preview`, `${DIRECT}.connecting`, `${DIRECT}.missed`],
    steps: [...dialled, world('fail'), agent('clear')],
  },
  {
    key: 'hvoc-direct-preview-discarded-late',
    title: 'HVOC direct preview: accepted, then discarded before it was dialled',
    setup: 'hvoc',
    behaviour: { previewAfterAccept: 'connecting' },
    reaches: [`${PREVIEW}.preview`, `${DIRECT}.connecting`, `${DIRECT}.missed`],
    steps: [world('offerPreview'), agent('accept'), agent('reject'), agent('clear')],
  },
];

export const HVOC_CAMPAIGN_SCENARIOS: readonly Scenario[] = [
  ...campaign('progressive'),
  ...campaign('predictive'),
  ...DIRECT_PREVIEW,
];
