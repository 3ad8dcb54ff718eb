import type { Setup } from '../../catalog/vocabulary.ts';
import { agent, world } from './scenario.ts';
import type { Scenario, ScenarioStep } from './scenario.ts';

const NUMBER = '+12025550144';
const leave = [agent('hangUp'), agent('clear')];
const consulted = [agent('consult', 'Casey Consultant'), world('thirdAnswers')];
const handedOver = [agent('consult', 'Second line')];

/** How a connected call can end, with the part of the title that says so. */
const ENDINGS = [
  ['', 'ended and cleared', leave],
  ['-consult-transfer', 'transferred after a consult', [...consulted, ...leave]],
  ['-blind-transfer', 'transferred blindly', [...handedOver, ...leave]],
] as const;

function everyday(setup: Setup): readonly Scenario[] {
  const name = setup === 'hvoc' ? 'HVOC' : 'Tethered';
  const out = `${setup}.manual-outbound.outbound` as const;
  const back = `${setup}.manual-outbound.inbound` as const;
  const inbound = `${setup}.inbound.inbound` as const;
  const missed = (
    row: typeof out | typeof back | typeof inbound,
    key: string,
    title: string,
    offer: readonly ScenarioStep[],
    rest: readonly ScenarioStep[],
    more: Partial<Scenario> = {},
  ): Scenario => ({
    key: `${setup}-${key}`,
    title: `${name} ${title}`,
    setup,
    reaches: [`${row}.connecting`, `${row}.missed`],
    steps: [...offer, ...rest],
    ...more,
  });
  const received = world('transferIn', {
    initialContactId: 'first-contact',
    attributes: { cti_pacing: 'manual-outbound' },
  });
  return [
    ...ENDINGS.flatMap(([suffix, ending, steps]): Scenario[] => [
      {
        key: `${setup}-manual-outbound${suffix}`,
        title: `${name} manual outbound: answered, ${ending}`,
        setup,
        reaches: [`${out}.connecting`, `${out}.connected`, `${out}.acw`, `${out}.dropped`],
        steps: [agent('dial', NUMBER), world('customerAnswers'), ...steps],
      },
      {
        key: `${setup}-inbound${suffix}`,
        title: `${name} inbound: accepted, ${ending}`,
        setup,
        reaches: [`${inbound}.connecting`, `${inbound}.connected`, `${inbound}.acw`, `${inbound}.dropped`],
        steps: [world('offerInbound'), agent('accept'), ...steps],
      },
      {
        key: `${setup}-manual-received${suffix}`,
        title: `${name} manual outbound, received from a colleague: accepted, ${ending}`,
        setup,
        reaches: [`${back}.connecting`, `${back}.connected`, `${back}.acw`, `${back}.dropped`],
        steps: [received, agent('accept'), ...steps],
      },
    ]),
    {
      key: `${setup}-manual-outbound-unanswered`,
      title: `${name} manual outbound: nobody answers`,
      setup,
      reaches: [`${out}.connecting`, `${out}.acw`, `${out}.dropped`],
      steps: [agent('dial', NUMBER), world('customerHangsUp'), agent('clear')],
    },
    {
      key: `${setup}-manual-outbound-whisper`,
      title: `${name} manual outbound: answered with a whisper`,
      setup,
      reaches: [`${out}.connecting`, `${out}.connected`, `${out}.acw`, `${out}.dropped`],
      steps: [
        agent('dial', NUMBER),
        world('customerAnswers', undefined, { whisper: true }),
        world('whisperEnds'),
        world('customerHangsUp'),
        agent('clear'),
      ],
    },
    {
      key: `${setup}-callback`,
      title: `${name} queued callback: accepted, answered, ended`,
      setup,
      reaches: [`${out}.connecting`, `${out}.connected`, `${out}.acw`, `${out}.dropped`],
      steps: [world('offerCallback'), agent('accept'), world('customerAnswers'), ...leave],
    },
    {
      key: `${setup}-callback-as-inbound`,
      title: `${name} queued callback that counts as inbound`,
      setup,
      settings: { queueCallbackPacing: 'inbound' },
      reaches: [`${inbound}.connecting`, `${inbound}.connected`, `${inbound}.acw`, `${inbound}.dropped`],
      steps: [world('offerCallback'), agent('accept'), world('customerAnswers'), ...leave],
    },
    {
      key: `${setup}-manual-preview`,
      title: `${name} manual outbound: a preview that its flow marks as a manual call`,
      setup,
      behaviour: { campaignLeg: 'inbound' },
      reaches: [`${back}.connecting`, `${back}.connected`, `${back}.acw`, `${back}.dropped`],
      steps: [
        world('offerPreview', { attributes: { cti_pacing: 'manual-outbound' } }),
        agent('accept'),
        agent('engage'),
        world('customerAnswers'),
        ...leave,
      ],
    },
    {
      key: `${setup}-manual-inbound-leg`,
      title: `${name} manual outbound: placed by the dialler, with an inbound leg at the agent`,
      setup,
      reaches: [`${back}.connecting`, `${back}.connected`, `${back}.acw`, `${back}.dropped`],
      steps: [
        world('offerInbound', { attributes: { cti_pacing: 'manual-outbound' } }),
        agent('accept'),
        ...leave,
      ],
    },
    {
      key: `${setup}-manual-received-outbound-leg`,
      title: `${name} manual outbound, received from a colleague with an outbound leg`,
      setup,
      behaviour: { receivedLeg: 'outbound' },
      reaches: [`${out}.connecting`, `${out}.connected`, `${out}.acw`, `${out}.dropped`],
      steps: [received, agent('accept'), ...leave],
    },
    {
      key: `${setup}-inbound-received`,
      title: `${name} inbound, received from a colleague`,
      setup,
      reaches: [`${inbound}.connecting`, `${inbound}.connected`, `${inbound}.acw`, `${inbound}.dropped`],
      steps: [world('transferIn', { initialContactId: 'first-contact' }), agent('accept'), ...leave],
    },
    missed(
      out,
      'manual-outbound-missed',
      'manual outbound: seen as missed',
      [agent('dial', NUMBER)],
      [world('customerHangsUp'), agent('clear')],
      { behaviour: { unansweredOutbound: 'missed' } },
    ),
    missed(
      out,
      'manual-outbound-failed',
      'manual outbound: the number fails',
      [agent('dial', NUMBER)],
      [world('fail'), agent('clear')],
    ),
    {
      key: `${setup}-callback-rejected`,
      title: `${name} queued callback: rejected`,
      setup,
      reaches: [`${out}.missed`],
      steps: [world('offerCallback'), agent('reject'), agent('clear')],
    },
    ...(
      [
        ['not-accepted', 'not accepted', [world('miss'), agent('clear')]],
        ['rejected', 'rejected', [agent('reject'), agent('clear')]],
        ['failed', 'failed', [world('fail'), agent('clear')]],
      ] as const
    ).flatMap(([key, title, steps]) => [
      missed(inbound, `inbound-${key}`, `inbound: ${title}`, [world('offerInbound')], steps),
      missed(back, `manual-received-${key}`, `manual outbound, received: ${title}`, [received], steps),
    ]),
  ];
}

export const EVERYDAY_SCENARIOS: readonly Scenario[] = [...everyday('hvoc'), ...everyday('tethered')];
