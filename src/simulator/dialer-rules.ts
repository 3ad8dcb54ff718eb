import type { DialerSimulatorView, DialerVerbs } from './dialer-simulator-types.ts';

type Situation = Pick<DialerSimulatorView, 'tether' | 'call'>;

const stageIs =
  (...stages: readonly string[]) =>
  ({ call }: Situation): boolean =>
    call !== null && stages.includes(call.stage);

const isFree = ({ call }: Situation): boolean => call === null;
const onCall = stageIs('talking', 'held', 'conference');
const consulting = (situation: Situation): boolean => onCall(situation) && situation.call?.consult !== 'none';

/** When each verb makes sense. */
export const DIALER_RULES: Readonly<Record<keyof DialerVerbs, (situation: Situation) => boolean>> = {
  connectTether: ({ tether }) => tether !== 'Connected',
  dropTether: ({ tether }) => tether === 'Connected',
  offerPreview: isFree,
  makeCall: stageIs('preview'),
  dialProgressive: isFree,
  deliverPredictive: isFree,
  customerAnswers: stageIs('dialling'),
  hold: stageIs('talking', 'conference'),
  retrieve: stageIs('held'),
  consult: (situation) => stageIs('talking', 'held')(situation) && situation.call?.consult === 'none',
  consultantAnswers: ({ call }) => call?.consult === 'ringing',
  swap: ({ call }) => call?.consult === 'talking' && call.stage !== 'conference',
  conference: ({ call }) => call?.consult === 'talking' && call.stage !== 'conference',
  dropConsult: consulting,
  transfer: ({ call }) => call?.consult === 'talking',
  blindTransfer: (situation) => stageIs('talking', 'held')(situation) && situation.call?.consult === 'none',
  endCall: onCall,
  close: stageIs('preview', 'dialling', 'acw'),
  receiveConsult: isFree,
  acceptWarmTransfer: isFree,
  receiveBlindTransfer: isFree,
};
