import { contact, reload, say, snap } from './scenario.ts';
import type { Scenario, Step } from './scenario.ts';

const TALK = 'agent:connected customer:connected';
const PER_CALL = { setup: 'tethered', tether: { style: 'per-call' } };
const TETHERED = { setup: 'tethered' };

const tether = (state = 'connected', attributes: Record<string, string> = {}): ReturnType<typeof contact> =>
  contact('tether-1', state, TALK, { leg: 'outbound', attributes: { cti_tether: 'true', ...attributes } });

function beside(id: string, options: Parameters<typeof contact>[3] = {}): Step[] {
  return [
    snap('PendingBusy', tether(), contact(id, 'connecting', 'agent:connecting customer:connecting', options)),
    snap('Busy', tether(), contact(id, 'connected', TALK, options)),
    snap('AfterCallWork', tether(), contact(id, 'ended', 'agent:disconnected customer:connected', options)),
    snap('Available', tether()),
    snap('PendingBusy', tether(), contact(id, 'connecting', 'agent:connecting customer:connecting', options)),
    snap('Available', tether()),
  ];
}

const perCall = (pacing: 'preview' | 'progressive' | 'predictive'): Scenario => {
  const options = { attributes: { cti_pacing: pacing } };
  const row = `tethered.${pacing}.regular-call`;
  const listed = (step: number, event: string, rest: string): string => `${step} ${row}.${event} ${rest}`;
  return {
    name: `tethered per-call ${pacing}: consult, conference twice, a third leg that comes back, the agent leaves`,
    settings: PER_CALL,
    steps: [
      snap('Pending', contact('c-1', 'incoming', 'agent:connecting customer:init', options)),
      snap('PendingBusy', contact('c-1', 'connecting', 'agent:connected customer:connecting', options)),
      snap('Busy', contact('c-1', 'connected', TALK, options)),
      snap('Busy', contact('c-1', 'connected', 'agent:connected customer:hold t1:connecting', options)),
      snap('Busy', contact('c-1', 'connected', 'agent:connected customer:connected t1:connected', options)),
      snap(
        'Busy',
        contact('c-1', 'connected', 'agent:connected customer:connected t1:disconnected', options),
      ),
      snap('Busy', contact('c-1', 'connected', 'agent:connected customer:connected t1:connected', options)),
      snap(
        'AfterCallWork',
        contact('c-1', 'ended', 'agent:disconnected customer:connected t1:connected', options),
      ),
      snap('Available'),
      snap('PendingBusy', contact('c-2', 'connecting', 'agent:connecting customer:connecting', options)),
      snap('Available', contact('c-2', 'missed', 'agent:disconnected customer:connecting', options)),
    ],
    expected: [
      ...(pacing === 'preview'
        ? [listed(0, 'preview', 'primary preview-offered'), listed(1, 'initiate', 'primary agent-accepted')]
        : []),
      listed(2, 'cust-answered', 'primary customer-answered'),
      listed(3, 'hold', 'primary consult-placed'),
      listed(3, 'consult', 'consult consult-placed'),
      listed(4, 'resume', 'primary customer-resumed'),
      pacing === 'predictive'
        ? `4 unlisted ${row}.conference primary`
        : listed(4, 'conference', 'primary conference-started'),
      listed(7, 'acw', 'primary call-ended by-agent'),
      listed(8, 'dropped', 'primary consult-transferred'),
      ...(pacing === 'preview' ? [listed(9, 'initiate', 'primary call-offered')] : []),
      listed(10, 'missed', 'primary not-answered'),
    ],
  };
};

const dialled = (pacing: 'progressive' | 'predictive'): Scenario => {
  const row = `tethered.${pacing}.regular-call`;
  return {
    name: `tethered ${pacing}: held, consulted, in conference, transferred`,
    settings: TETHERED,
    steps: [
      snap('Busy', tether()),
      say('d-1', 'Regular-Call Started', pacing),
      say('d-1', 'Regular-Call CustAnswered'),
      say('d-1', 'Regular-Call CustAnswered'),
      say('d-1', 'Regular-Call Hold'),
      say('d-1', 'Regular-Call CustAnswered'),
      say('d-9', 'Consult Consult'),
      say('d-1', 'Regular-Call Hold'),
      say('d-1', 'Regular-Call Conference'),
      say('d-9', 'Consult Conference'),
      say('d-1', 'Regular-Call CustAnswered'),
      say('d-1', 'Regular-Call DROPPED'),
      say('d-1', 'Regular-Call ACW'),
    ],
    expected: [
      `2 ${row}.cust-answered primary customer-answered`,
      `4 ${row}.hold primary agent-held`,
      `5 ${row}.cust-answered primary customer-resumed #2`,
      `6 ${row}.consult consult consult-placed`,
      `7 ${row}.hold primary consult-placed #2`,
      pacing === 'predictive'
        ? `8 unlisted ${row}.conference primary`
        : `8 ${row}.conference primary conference-started`,
      `10 ${row}.cust-answered primary conference-started #3`,
      `11 ${row}.dropped primary consult-transferred`,
    ],
  };
};

export const TETHERED_SCENARIOS: readonly Scenario[] = [
  {
    name: 'tethered inbound beside the tether: answered, then offered again and missed',
    settings: TETHERED,
    steps: beside('c-1'),
    expected: [
      '0 tethered.inbound.inbound.connecting primary call-offered',
      '1 tethered.inbound.inbound.connected primary agent-accepted',
      '2 tethered.inbound.inbound.acw primary call-ended by-agent',
      '3 tethered.inbound.inbound.dropped primary contact-cleared',
      '4 tethered.inbound.inbound.connecting primary call-offered',
      '5 tethered.inbound.inbound.missed primary not-answered',
    ],
  },
  {
    name: 'tethered manual outbound beside the tether',
    settings: TETHERED,
    steps: beside('c-1', { leg: 'outbound' }),
    expected: [
      '0 tethered.manual-outbound.outbound.connecting primary call-placed',
      '1 tethered.manual-outbound.outbound.connected primary customer-answered',
      '2 tethered.manual-outbound.outbound.acw primary call-ended by-agent',
      '3 tethered.manual-outbound.outbound.dropped primary contact-cleared',
      '4 tethered.manual-outbound.outbound.connecting primary call-placed',
      '5 tethered.manual-outbound.outbound.missed primary not-answered',
    ],
  },
  {
    name: "tethered manual outbound, the consultant's desktop",
    settings: TETHERED,
    steps: beside('c-2', { from: 'c-1', attributes: { cti_pacing: 'manual outbound' } }),
    expected: [
      '0 tethered.manual-outbound.inbound.connecting primary call-offered receiving',
      '1 tethered.manual-outbound.inbound.connected primary consultant-answered receiving',
      '2 tethered.manual-outbound.inbound.acw primary call-ended receiving by-agent',
      '3 tethered.manual-outbound.inbound.dropped primary contact-cleared receiving',
      '4 tethered.manual-outbound.inbound.connecting primary call-offered receiving',
      '5 tethered.manual-outbound.inbound.missed primary not-answered receiving',
    ],
  },
  perCall('preview'),
  perCall('progressive'),
  perCall('predictive'),
  {
    name: 'tethered per-call, the desktop that a call was transferred to',
    settings: PER_CALL,
    steps: [
      snap(
        'Busy',
        contact('c-2', 'connected', TALK, { from: 'c-1', attributes: { cti_pacing: 'progressive' } }),
      ),
      say('d-1', 'Regular-Call CustAnswered', 'progressive'),
    ],
    expected: ['0 tethered.progressive.regular-call.cust-answered primary blind-transferred receiving'],
  },
  {
    name: 'tethered preview: previewed, dialled, answered, ended, cleared; nothing after that',
    settings: TETHERED,
    steps: [
      snap('Busy', tether()),
      say('d-1', 'Regular-Call Preview', 'Preview'),
      say('d-1', 'Regular-Call Initiate'),
      say('d-1', 'Regular-Call CustAnswered'),
      say('d-1', 'Regular-Call Hold'),
      say('d-1', 'Consult Consult'),
      say('d-1', 'Consult DROPPED'),
      say('d-1', 'Regular-Call Conference'),
      say('d-1', 'Regular-Call ACW'),
      say('d-1', 'Regular-Call CustAnswered'),
      say('d-1', 'Regular-Call DROPPED'),
      say('d-1', 'Regular-Call CustAnswered'),
    ],
    expected: [
      '1 tethered.preview.regular-call.preview primary preview-offered',
      '2 tethered.preview.regular-call.initiate primary call-placed',
      '3 tethered.preview.regular-call.cust-answered primary customer-answered',
      '4 tethered.preview.regular-call.hold primary agent-held',
      '5 tethered.preview.regular-call.consult consult consult-placed',
      '7 tethered.preview.regular-call.conference primary conference-started',
      '8 tethered.preview.regular-call.acw primary call-ended',
      '10 tethered.preview.regular-call.dropped primary contact-cleared',
    ],
  },
  {
    name: 'tethered preview: transferred here blindly, then transferred on blindly',
    settings: TETHERED,
    steps: [say('d-1', 'Regular-Call CustAnswered', 'Preview'), say('d-1', 'Regular-Call DROPPED')],
    expected: [
      '0 tethered.preview.regular-call.cust-answered primary blind-transferred receiving',
      '1 tethered.preview.regular-call.dropped primary blind-transferred receiving',
    ],
  },
  {
    name: 'tethered preview: skipped before it was dialled',
    settings: TETHERED,
    steps: [say('d-1', 'Regular-Call Preview', 'Preview'), say('d-1', 'Regular-Call DROPPED')],
    expected: [
      '0 tethered.preview.regular-call.preview primary preview-offered',
      '1 tethered.preview.regular-call.dropped primary contact-cleared unanswered',
    ],
  },
  dialled('progressive'),
  dialled('predictive'),
  {
    name: "tethered progressive, the consultant's desktop: consulted, then given the call",
    settings: TETHERED,
    steps: [
      say('d-1', 'Consult Consult', 'Progressive'),
      say('d-1', 'Consult Answered'),
      say('d-1', 'Regular-Call CustAnswered'),
      say('d-1', 'Regular-Call ACW'),
      say('d-1', 'Regular-Call DROPPED'),
    ],
    expected: [
      '0 tethered.progressive.regular-call.consult consult consult-placed receiving',
      '2 tethered.progressive.regular-call.cust-answered primary consult-transferred receiving',
      '3 tethered.progressive.regular-call.acw primary call-ended receiving',
      '4 tethered.progressive.regular-call.dropped primary contact-cleared receiving',
    ],
  },
  {
    name: 'tethered: a new call closes the open one, the end of the tether closes the last',
    settings: { setup: 'tethered', tether: { defaultPacing: 'progressive' } },
    steps: [
      snap('Busy', tether()),
      say('d-1', 'Regular-Call CustAnswered'),
      say('d-2', 'Regular-Call CustAnswered'),
      say('d-2', 'Regular-Call ACW'),
      say('d-3', 'Regular-Call CustAnswered', 'nonsense'),
      snap('Available', tether('ended')),
      say('d-3', 'Regular-Call DROPPED'),
    ],
    expected: [
      '1 tethered.progressive.regular-call.cust-answered primary customer-answered',
      '2 tethered.progressive.regular-call.acw primary call-ended synthetic',
      '2 tethered.progressive.regular-call.dropped primary contact-cleared',
      '2 tethered.progressive.regular-call.cust-answered primary customer-answered',
      '3 tethered.progressive.regular-call.acw primary call-ended',
      '4 tethered.progressive.regular-call.dropped primary contact-cleared',
      '4 tethered.progressive.regular-call.cust-answered primary customer-answered',
      '5 tethered.progressive.regular-call.acw primary call-ended synthetic',
      '5 tethered.progressive.regular-call.dropped primary contact-cleared',
    ],
  },
  {
    name: 'tethered: attributes of the tether carry the call; only a growing number is news',
    settings: { setup: 'tethered', tether: { source: 'attributes' } },
    steps: [
      ['1', 'CustAnswered'],
      ['1', 'Hold'],
      ['2', 'Hold'],
      ['1', 'ACW'],
      ['x', 'ACW'],
      ['10', 'ACW'],
      ['11', 'DROPPED'],
    ].map(([sequence = '', state = '']) =>
      snap(
        'Busy',
        tether('connected', {
          cti_seq: sequence,
          cti_call_id: 'd-1',
          cti_call_state: state,
          cti_pacing: 'Progressive',
        }),
      ),
    ),
    expected: [
      '0 tethered.progressive.regular-call.cust-answered primary customer-answered',
      '2 tethered.progressive.regular-call.hold primary agent-held',
      '5 tethered.progressive.regular-call.acw primary call-ended',
      '6 tethered.progressive.regular-call.dropped primary contact-cleared',
    ],
  },
  {
    name: 'tethered: the tether is gone after a page load',
    settings: TETHERED,
    steps: [
      snap('Busy', tether()),
      say('d-1', 'Regular-Call CustAnswered', 'Predictive'),
      reload,
      snap('Available'),
    ],
    expected: [
      '1 tethered.predictive.regular-call.cust-answered primary customer-answered',
      '3 tethered.predictive.regular-call.acw primary call-ended synthetic replayed estimated',
      '3 tethered.predictive.regular-call.dropped primary contact-cleared replayed estimated',
    ],
  },
];
