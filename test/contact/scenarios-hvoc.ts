import { contact, reload, snap } from './scenario.ts';
import type { Scenario, Step } from './scenario.ts';

const TALK = 'agent:connected customer:connected';

/** The ordinary life of a call: offered, answered, ended by the customer, cleared. */
function ordinary(id: string, options: Parameters<typeof contact>[3] = {}): Step[] {
  return [
    snap('PendingBusy', contact(id, 'connecting', 'agent:connecting customer:connecting', options)),
    snap('Busy', contact(id, 'connected', TALK, options)),
    snap('Busy', contact(id, 'connected', 'agent:connected customer:disconnected', options)),
    snap('AfterCallWork', contact(id, 'ended', 'agent:disconnected customer:disconnected', options)),
    snap('Available'),
  ];
}

/** Connected, held without and with a consultant, swapped, in conference, left to the others. */
function consulted(id: string, options: Parameters<typeof contact>[3] = {}): Step[] {
  return [
    snap('PendingBusy', contact(id, 'connecting', 'agent:connecting customer:connected', options)),
    snap('Busy', contact(id, 'connected', TALK, options)),
    snap('Busy', contact(id, 'connected', 'agent:connected customer:hold', options)),
    snap('Busy', contact(id, 'connected', 'agent:connected customer:hold t1:connecting', options)),
    snap('Busy', contact(id, 'connected', 'agent:connected customer:hold t1:connected', options)),
    snap('Busy', contact(id, 'connected', 'agent:connected customer:connected t1:hold', options)),
    snap('Busy', contact(id, 'connected', 'agent:connected customer:hold t1:connected', options)),
    snap('Busy', contact(id, 'connected', 'agent:connected customer:connected t1:connected', options)),
    snap(
      'AfterCallWork',
      contact(id, 'ended', 'agent:disconnected customer:connected t1:connected', options),
    ),
    snap('Available'),
  ];
}

function missed(id: string, state: string, options: Parameters<typeof contact>[3] = {}): Step[] {
  return [
    snap('PendingBusy', contact(id, 'connecting', 'agent:connecting customer:connected', options)),
    snap('MissedCallAgent', contact(id, state, 'agent:disconnected customer:connected', options)),
    snap('Available'),
  ];
}

const preview = { leg: 'outbound', method: 'campaign_preview' } as const;

const campaign = (pacing: 'progressive' | 'predictive'): Scenario[] => {
  const options = { attributes: { cti_pacing: pacing } };
  const row = `hvoc.${pacing}.outbound`;
  return [
    {
      name: `HVOC ${pacing}: consult in two snapshots, swap, conference, the agent leaves`,
      settings: {},
      steps: consulted('c-1', options),
      expected: [
        `1 ${row}.connected primary agent-accepted`,
        `2 ${row}.hold primary agent-held`,
        `3 unlisted ${row}.connecting consult`,
        `4 ${row}.connected consult consultant-answered`,
        `5 ${row}.resume primary customer-resumed`,
        `6 ${row}.hold primary consult-placed #2`,
        `7 ${row}.resume primary customer-resumed #2`,
        `7 unlisted ${row}.conference primary`,
        `8 ${row}.acw primary call-ended by-agent`,
        `9 ${row}.dropped primary consult-transferred`,
      ],
    },
    {
      name: `HVOC ${pacing}: missed`,
      settings: {},
      steps: missed('c-1', 'missed', options),
      expected: [`1 ${row}.missed primary not-answered`],
    },
  ];
};

export const HVOC_SCENARIOS: readonly Scenario[] = [
  {
    name: 'HVOC inbound: an ordinary call',
    settings: {},
    steps: ordinary('c-1'),
    expected: [
      '0 hvoc.inbound.inbound.connecting primary call-offered',
      '1 hvoc.inbound.inbound.connected primary agent-accepted',
      '3 hvoc.inbound.inbound.acw primary call-ended by-customer',
      '4 hvoc.inbound.inbound.dropped primary contact-cleared',
    ],
  },
  {
    name: 'HVOC inbound: rejected, offered again, in error',
    settings: {},
    steps: [...missed('c-1', 'rejected'), ...missed('c-1', 'error')],
    expected: [
      '0 hvoc.inbound.inbound.connecting primary call-offered',
      '1 hvoc.inbound.inbound.missed primary rejected',
      '3 hvoc.inbound.inbound.connecting primary call-offered',
      '4 hvoc.inbound.inbound.missed primary failed',
    ],
  },
  {
    name: 'HVOC manual outbound: an ordinary call; the leg is up before the contact is',
    settings: {},
    steps: [
      snap(
        'CallingCustomer',
        contact('c-1', 'connecting', 'agent:connecting customer:connecting', { leg: 'outbound' }),
      ),
      snap(
        'CallingCustomer',
        contact('c-1', 'connecting', 'agent:connected customer:connected', { leg: 'outbound' }),
      ),
      snap('Busy', contact('c-1', 'connected', TALK, { leg: 'outbound' })),
      snap(
        'AfterCallWork',
        contact('c-1', 'ended', 'agent:disconnected customer:connected', { leg: 'outbound' }),
      ),
      snap('Available'),
    ],
    expected: [
      '0 hvoc.manual-outbound.outbound.connecting primary call-placed',
      '2 hvoc.manual-outbound.outbound.connected primary customer-answered',
      '3 hvoc.manual-outbound.outbound.acw primary call-ended by-agent',
      '4 hvoc.manual-outbound.outbound.dropped primary contact-cleared',
    ],
  },
  {
    name: 'HVOC manual outbound: the leg is taken as the answer',
    settings: { answerSignal: 'leg' },
    steps: [
      snap(
        'CallingCustomer',
        contact('c-1', 'connecting', 'agent:connected customer:connecting', { leg: 'outbound' }),
      ),
      snap('CallingCustomer', contact('c-1', 'connecting', TALK, { leg: 'outbound' })),
      snap('Busy', contact('c-1', 'connected', TALK, { leg: 'outbound' })),
      snap('Available'),
    ],
    expected: [
      '0 hvoc.manual-outbound.outbound.connecting primary call-placed',
      '1 hvoc.manual-outbound.outbound.connected primary customer-answered',
      '3 hvoc.manual-outbound.outbound.acw primary call-ended synthetic by-unknown',
      '3 hvoc.manual-outbound.outbound.dropped primary contact-cleared',
    ],
  },
  {
    name: 'HVOC manual outbound: never answered, with after-call work; another without',
    settings: {},
    steps: [
      snap(
        'CallingCustomer',
        contact('c-1', 'connecting', 'agent:connected customer:connecting', { leg: 'outbound' }),
      ),
      snap(
        'AfterCallWork',
        contact('c-1', 'ended', 'agent:disconnected customer:disconnected', { leg: 'outbound' }),
      ),
      snap(
        'CallingCustomer',
        contact('c-2', 'connecting', 'agent:connected customer:connecting', { leg: 'outbound' }),
      ),
      snap(
        'Available',
        contact('c-2', 'ended', 'agent:disconnected customer:disconnected', { leg: 'outbound' }),
      ),
      snap('Available'),
    ],
    expected: [
      '0 hvoc.manual-outbound.outbound.connecting primary call-placed',
      '1 hvoc.manual-outbound.outbound.acw primary call-ended unanswered by-unknown',
      '2 hvoc.manual-outbound.outbound.connecting primary call-placed',
      '2 hvoc.manual-outbound.outbound.dropped primary contact-cleared unanswered',
      '4 hvoc.manual-outbound.outbound.missed primary not-answered',
    ],
  },
  {
    name: "HVOC manual outbound, the consultant's desktop",
    settings: {},
    steps: ordinary('c-2', { from: 'c-1', attributes: { cti_pacing: 'Manual Outbound' } }),
    expected: [
      '0 hvoc.manual-outbound.inbound.connecting primary call-offered receiving',
      '1 hvoc.manual-outbound.inbound.connected primary consultant-answered receiving',
      '3 hvoc.manual-outbound.inbound.acw primary call-ended receiving by-customer',
      '4 hvoc.manual-outbound.inbound.dropped primary contact-cleared receiving',
    ],
  },
  {
    name: "HVOC manual outbound, the consultant's desktop: missed",
    settings: {},
    steps: missed('c-2', 'missed', { from: 'c-1', attributes: { cti_pacing: 'manual-outbound' } }),
    expected: [
      '0 hvoc.manual-outbound.inbound.connecting primary call-offered receiving',
      '1 hvoc.manual-outbound.inbound.missed primary not-answered receiving',
    ],
  },
  {
    name: 'HVOC direct preview: offered, accepted, consult, conference, the agent leaves',
    settings: {},
    steps: [
      snap('Pending', contact('c-1', 'incoming', 'agent:connecting customer:init', preview)),
      ...consulted('c-1', preview),
    ],
    expected: [
      '0 hvoc.direct-preview.regular-call.preview primary preview-offered',
      '1 hvoc.direct-preview.outbound.connecting primary agent-accepted',
      '2 hvoc.direct-preview.outbound.connected primary customer-answered',
      '3 hvoc.direct-preview.outbound.hold primary agent-held',
      '4 hvoc.direct-preview.outbound.connecting consult consult-placed',
      '5 hvoc.direct-preview.outbound.connected consult consultant-answered',
      '6 hvoc.direct-preview.outbound.resume primary customer-resumed',
      '7 hvoc.direct-preview.outbound.hold primary consult-placed #2',
      '8 hvoc.direct-preview.outbound.resume primary customer-resumed #2',
      '8 unlisted hvoc.direct-preview.outbound.conference primary',
      '9 hvoc.direct-preview.outbound.acw primary call-ended by-agent',
      '10 hvoc.direct-preview.outbound.dropped primary consult-transferred',
    ],
  },
  {
    name: 'HVOC direct preview: discarded at the offer; accepted and never answered',
    settings: {},
    steps: [
      snap('Pending', contact('c-1', 'incoming', 'agent:connecting customer:init', preview)),
      snap('Available'),
      snap('Pending', contact('c-1', 'incoming', 'agent:connecting customer:init', preview)),
      ...missed('c-1', 'missed', preview),
    ],
    expected: [
      '0 hvoc.direct-preview.regular-call.preview primary preview-offered',
      '1 hvoc.direct-preview.regular-call.missed primary not-answered',
      '2 hvoc.direct-preview.regular-call.preview primary preview-offered',
      '3 hvoc.direct-preview.outbound.connecting primary agent-accepted',
      '4 hvoc.direct-preview.outbound.missed primary not-answered',
    ],
  },
  {
    name: 'HVOC direct preview: consult in one snapshot, a third leg that comes back, blind transfer',
    settings: {},
    steps: [
      snap('Busy', contact('c-1', 'connected', TALK, preview)),
      snap('Busy', contact('c-1', 'connected', 'agent:connected customer:hold t1:connecting', preview)),
      snap('Busy', contact('c-1', 'connected', 'agent:connected customer:hold t1:disconnected', preview)),
      snap('Busy', contact('c-1', 'connected', 'agent:connected customer:hold t1:connecting', preview)),
      snap(
        'AfterCallWork',
        contact('c-1', 'ended', 'agent:disconnected customer:connected t1:connecting', preview),
      ),
      snap('Available'),
    ],
    expected: [
      '0 hvoc.direct-preview.outbound.connected primary customer-answered',
      '1 hvoc.direct-preview.outbound.hold primary consult-placed',
      '1 hvoc.direct-preview.outbound.connecting consult consult-placed',
      '4 hvoc.direct-preview.outbound.acw primary call-ended by-agent',
      '5 hvoc.direct-preview.outbound.dropped primary blind-transferred',
    ],
  },
  {
    name: 'HVOC queue callback: nothing while it only waits, whoever is on the leg; the customer drops and is back',
    settings: {},
    steps: [
      snap(
        'Pending',
        contact('c-1', 'incoming', 'agent:connecting customer:connected', { type: 'queue_callback' }),
      ),
      snap(
        'CallingCustomer',
        contact('c-1', 'connecting', 'agent:connected customer:connecting', { type: 'queue_callback' }),
      ),
      snap('Busy', contact('c-1', 'connected', TALK, { type: 'queue_callback' })),
      snap(
        'Busy',
        contact('c-1', 'connected', 'agent:connected customer:disconnected', { type: 'queue_callback' }),
      ),
      snap('Busy', contact('c-1', 'connected', TALK, { type: 'queue_callback' })),
      snap('Available'),
    ],
    expected: [
      '1 hvoc.manual-outbound.outbound.connecting primary agent-accepted',
      '2 hvoc.manual-outbound.outbound.connected primary customer-answered',
      '5 hvoc.manual-outbound.outbound.acw primary call-ended synthetic by-customer',
      '5 hvoc.manual-outbound.outbound.dropped primary contact-cleared',
    ],
  },
  {
    name: 'HVOC inbound: reload in mid-call and after-call work',
    settings: {},
    steps: [
      snap('Busy', contact('c-1', 'connected', TALK)),
      reload,
      snap('Busy', contact('c-1', 'connected', TALK)),
      reload,
      snap('AfterCallWork', contact('c-1', 'ended', 'agent:disconnected customer:disconnected')),
      reload,
      snap('AfterCallWork', contact('c-1', 'ended', 'agent:disconnected customer:disconnected')),
      snap('Available'),
    ],
    expected: [
      '0 hvoc.inbound.inbound.connected primary agent-accepted',
      '4 hvoc.inbound.inbound.acw primary call-ended replayed estimated by-unknown',
      '7 hvoc.inbound.inbound.dropped primary contact-cleared estimated',
    ],
  },
  ...campaign('progressive'),
  ...campaign('predictive'),
];
