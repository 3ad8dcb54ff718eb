import { PACING_MODES } from '../../src/catalog/vocabulary.ts';
import { hintForPacing, resolvePacing } from '../../src/contact/resolve-pacing.ts';
import { parseEventSettings } from '../../src/model/settings.ts';
import { contact } from './scenario.ts';

const TALK = 'agent:connected customer:connected';

function resolved(settings: unknown, options: Parameters<typeof contact>[3]) {
  return resolvePacing(contact('c-1', 'connected', TALK, options), parseEventSettings(settings));
}

describe('the pacing mode of a contact, first hit wins', () => {
  const everything = {
    attributes: { cti_pacing: 'Predictive' },
    method: 'campaign_preview',
    queue: 'Sales',
    type: 'queue_callback',
    leg: 'outbound',
  } as const;
  const queuePacing = { Sales: 'progressive' };

  it.each([
    ['the attribute', everything, { mode: 'predictive', source: 'attribute cti_pacing', rejected: null }],
    [
      'native preview',
      { ...everything, attributes: {} },
      { mode: 'direct-preview', source: 'initiation method campaign_preview', rejected: null },
    ],
    [
      'the queue map',
      { ...everything, attributes: {}, method: 'api' },
      { mode: 'progressive', source: 'queue Sales', rejected: null },
    ],
    [
      'the setting for callbacks',
      { type: 'queue_callback', leg: 'outbound' },
      { mode: 'manual-outbound', source: 'setting queueCallbackPacing', rejected: null },
    ],
    [
      'an outbound initial leg',
      { leg: 'outbound' },
      { mode: 'manual-outbound', source: 'initial connection of type outbound', rejected: null },
    ],
    ['otherwise', {}, { mode: 'inbound', source: 'no sign of any other pacing mode', rejected: null }],
  ] as const)('%s', (_name, options, expected) => {
    expect(resolved({ queuePacing }, options)).toEqual(expected);
  });

  it('reads ids and labels in any case', () => {
    for (const [id, label] of Object.entries(PACING_MODES)) {
      for (const word of [id, label, id.toUpperCase(), ` ${label.toLowerCase()} `]) {
        expect(resolved({}, { attributes: { cti_pacing: word } }).mode).toBe(id);
      }
    }
  });

  it('hands back a value that names no pacing mode, and goes on', () => {
    expect(resolved({}, { attributes: { cti_pacing: 'turbo' }, leg: 'outbound' })).toEqual({
      mode: 'manual-outbound',
      source: 'initial connection of type outbound',
      rejected: 'turbo',
    });
    expect(resolved({}, { attributes: { cti_pacing: ' ' } }).rejected).toBe(null);
  });

  it('calls native preview by the word of the setup', () => {
    expect(resolved({ setup: 'tethered' }, { method: 'campaign_preview' }).mode).toBe('preview');
  });

  it('finds the queue by ARN, id or name, and never by an inherited key', () => {
    for (const key of ['arn:queue/Sales', 'id-Sales', 'Sales']) {
      expect(resolved({ queuePacing: { [key]: 'predictive' } }, { queue: 'Sales' }).mode).toBe('predictive');
    }
    expect(resolved({}, { queue: 'constructor' }).mode).toBe('inbound');
    expect(resolved({ queuePacing: { Sales: 'tether' } }, { queue: 'Sales' }).mode).toBe('inbound');
  });

  it('reads the attribute that the settings name, and no inherited one', () => {
    expect(resolved({ pacingAttribute: 'mode' }, { attributes: { mode: 'predictive' } }).mode).toBe(
      'predictive',
    );
    expect(resolved({ pacingAttribute: 'constructor' }, {})).toEqual({
      mode: 'inbound',
      source: 'no sign of any other pacing mode',
      rejected: null,
    });
  });
});

describe('the hint for a pacing mode that a setup has no row for', () => {
  it('names the word of the other setup, and says nothing where there are rows', () => {
    expect([
      hintForPacing('hvoc', 'preview'),
      hintForPacing('tethered', 'direct-preview'),
      hintForPacing('hvoc', 'direct-preview'),
      hintForPacing('tethered', 'preview'),
      hintForPacing('hvoc', 'inbound'),
    ]).toEqual([
      'the HVOC setup calls this pacing mode Direct Preview: tag the call direct-preview',
      'the tethered setup calls this pacing mode Preview: tag the call preview',
      null,
      null,
      null,
    ]);
  });
});
